import { InvalidFormula } from "../estimators/index.ts";
import { InvalidInput } from "../scenarios/index.ts";

/** Exit codes every command keeps to. */
export const EXIT = { done: 0, workFailed: 1, wrongRequest: 2, interrupted: 130 } as const;

/** The work could not be finished although the request was sound: a full disk, a worker that cannot start. */
export class WorkFailed extends Error {
  override readonly name = "WorkFailed";
}

/** The user pressed Ctrl-C, or the process was told to end. */
export class Interrupted extends Error {
  override readonly name = "Interrupted";
  constructor(message = "Interrupted: the work was stopped and no file was written.") {
    super(message);
  }
}

/** What a failed command prints on standard error, and its exit code. */
export function explainFailure(thrown: unknown): {
  readonly lines: readonly string[];
  readonly code: number;
} {
  if (thrown instanceof Interrupted) return { lines: [thrown.message], code: EXIT.interrupted };
  if (thrown instanceof InvalidInput) return { lines: explainInvalidInput(thrown), code: EXIT.wrongRequest };
  if (thrown instanceof WorkFailed) return { lines: [`error: ${thrown.message}`], code: EXIT.workFailed };
  if (isSystemError(thrown)) {
    const where = thrown.path === undefined ? "" : `${thrown.path}: `;
    return { lines: [`error: ${where}${explainSystemError(thrown)}`], code: EXIT.workFailed };
  }
  // A fault of ours: the stack says where.
  const stack = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
  return { lines: [`error: unexpected failure\n${stack}`], code: EXIT.workFailed };
}

function explainInvalidInput(error: InvalidInput): string[] {
  return [
    error.path === "" ? "error: the request cannot be carried out" : `error: ${error.path}`,
    `  found     ${error.found}`,
    `  expected  ${error.expected}`,
    ...(error.suggestion === null ? [] : [`  did you mean "${error.suggestion}"?`]),
    // Its message ends in the text and a caret under the place.
    ...(error instanceof InvalidFormula ? error.message.split("\n").slice(-2) : []),
  ];
}

export type SystemError = Error & { readonly code: string; readonly path?: string };

export function isSystemError(thrown: unknown): thrown is SystemError {
  return (
    thrown instanceof Error && "syscall" in thrown && "code" in thrown && typeof thrown.code === "string"
  );
}

/** What the operating system refused, in words; the path is the caller's to name. */
export function explainSystemError(error: SystemError): string {
  switch (error.code) {
    case "ENOSPC":
    case "EDQUOT":
      return "the disk is full; nothing was left half-written";
    case "EFBIG":
      return "the file is larger than may be written; nothing was left half-written";
    case "EACCES":
    case "EPERM":
      return "no permission to write";
    case "EROFS":
      return "the file system is read-only";
    case "ENOTDIR":
      return "a part of the path is a file, not a folder";
    case "EISDIR":
      return "the path is a folder, not a file";
    case "ENOENT":
      return "no such file or folder";
    default:
      return error.message;
  }
}
