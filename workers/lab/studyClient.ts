import type { ReplicationKey } from "../../study/replicationKeys.ts";
import type { Outcome } from "../outcome.ts";
import type { ReplicationDone } from "../replicationService.ts";
import type { WorkerEndpoint } from "../workerEndpoint.ts";
import { createLabPool } from "./labPool.ts";
import type {
  DesignSource,
  LookedAt,
  ReplicationLook,
  ResultFile,
  StudyJob,
  StudyLook,
  StudyPlan,
  StudyResult,
} from "./studyJobs.ts";

/**
 * The lab's side of the thread that reads designs and summarises rows. Questions are answered in their order; nothing rejects: a wrong
 * design is a failure with code `invalid-input`, its message, and path, found and expected in `details`.
 */
export interface StudyClient {
  /** Reads a design; its study takes the place of the one before. */
  plan(source: DesignSource): Promise<Outcome<StudyPlan>>;
  /** Reads a design and leaves the planned study as it is. */
  read(source: DesignSource): Promise<Outcome<StudyPlan>>;
  /** Adds replications of the planned study. */
  add(done: readonly ReplicationDone[]): Promise<Outcome<null>>;
  look(at: LookedAt): Promise<Outcome<StudyLook>>;
  /** What is missing of the open round of a study with a rule; nothing once every cell has stopped. */
  round(timeIsUp: boolean): Promise<Outcome<readonly ReplicationKey[]>>;
  replication(cell: number, replication: number): Promise<Outcome<ReplicationLook>>;
  /** The files of the study with its first `replications`, all of which are there; of one with a rule once it has stopped. */
  files(replications: number, only?: string): Promise<Outcome<readonly ResultFile[]>>;
  /** Ends the thread. */
  dispose(): Promise<void>;
}

export function createStudyClient(spawn: () => WorkerEndpoint): StudyClient {
  const pool = createLabPool("study", null, { spawn, size: 1 });

  async function ask<Kind extends StudyJob["kind"], Value>(
    job: Extract<StudyJob, { kind: Kind }>,
    value: (result: Extract<StudyResult, { kind: Kind }>) => Value,
  ): Promise<Outcome<Value>> {
    const outcome = await pool.run(job);
    if (!outcome.ok) return outcome;
    // The service answers every kind of job with a result of its kind.
    return { ok: true, value: value(outcome.value as Extract<StudyResult, { kind: Kind }>) };
  }

  return {
    plan: (source) => ask({ kind: "plan", source }, ({ plan }) => plan),
    read: (source) => ask({ kind: "read", source }, ({ plan }) => plan),
    add: (done) => ask({ kind: "add", done }, () => null),
    look: (at) => ask({ kind: "look", at }, ({ look }) => look),
    round: (timeIsUp) => ask({ kind: "round", timeIsUp }, ({ missing }) => missing),
    replication: (cell, replication) => ask({ kind: "replication", cell, replication }, ({ found }) => found),
    files: (replications, only) =>
      ask({ kind: "files", replications, ...(only !== undefined && { only }) }, ({ files }) => files),
    dispose: () => pool.dispose(),
  };
}
