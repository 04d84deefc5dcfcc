/**
 * What came of a job. An `Error` that crosses a thread keeps only its name, message and stack, so failures
 * travel as plain data instead.
 */
export type Outcome<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: Failure };

export interface Failure {
  /** The error's own `code` where it has one, else its class name; the pool's own codes are {@link PoolFailureCode}. */
  readonly code: string;
  readonly message: string;
  /** Whatever else the error carried (a path, zod's issues, …), as data. */
  readonly details?: Readonly<Record<string, unknown>>;
}

/**
 * The failures a pool adds to those of its jobs:
 * - `worker-died`: the thread ended under the job, twice;
 * - `worker-not-started`: the thread never came up (missing file, blocked by a content-security policy, a crash
 *   while preparing), twice; every further job would meet the same, so a caller should stop;
 * - `time-limit`: the job took longer than it may; its thread was ended, and it is not tried again;
 * - `cancelled`: the job's signal was aborted;
 * - `pool-disposed`: the pool was closed before the job was done.
 */
export type PoolFailureCode =
  | "worker-died"
  | "worker-not-started"
  | "time-limit"
  | "cancelled"
  | "pool-disposed";

export function failed(
  code: PoolFailureCode,
  message: string,
): { readonly ok: false; readonly error: Failure } {
  return { ok: false, error: { code, message } };
}

/** An exception as data, with its code and details. Details that cannot be cloned are left behind. */
export function failureFrom(thrown: unknown): Failure {
  if (!(thrown instanceof Error)) return { code: "unknown", message: String(thrown) };
  const { name, message } = thrown;
  const own: Record<string, unknown> = { ...thrown };
  // zod keeps its issues, and the language keeps `cause`, out of the enumerable properties.
  if ("issues" in thrown) own.issues = thrown.issues;
  if (thrown.cause instanceof Error) own.cause = thrown.cause.message;
  else if (thrown.cause !== undefined) own.cause = thrown.cause;
  const code = typeof own.code === "string" ? own.code : name;
  delete own.code;
  delete own.name;
  const details = Object.fromEntries(Object.entries(own).filter(([, value]) => isCloneable(value)));
  return Object.keys(details).length === 0 ? { code, message } : { code, message, details };
}

function isCloneable(value: unknown): boolean {
  try {
    structuredClone(value);
    return true;
  } catch {
    return false;
  }
}
