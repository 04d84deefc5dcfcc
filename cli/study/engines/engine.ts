/**
 * What a cluster's scheduler must be able to do for a study. Another one is another file beside slurm.ts and a line in
 * engines.ts. The contract with the tasks is small (docs/clusters.md): a task runs `bandwagon study shard`, may be run
 * twice, killed or lost at any moment, and writes to a file of its own in the study's folder. What a scheduler says of its
 * jobs is a hint; what counts are the replications in the folder.
 */
export interface ClusterEngine {
  readonly name: string;
  /** The most shards that one array of jobs can have here; Infinity where there is no limit. */
  largestArray(): Promise<number>;
  /** The script of an array of tasks. */
  arrayScript(job: ArrayJob): string;
  /** The script of the job that merges when the arrays are over, however they ended. */
  mergeScript(job: MergeJob): string;
  /**
   * Hands in the script in a file, and returns the scheduler's name of the job.
   *
   * @param after jobs that must be over first.
   */
  submit(path: string, after: readonly string[]): Promise<string>;
  /** How many tasks of the jobs are in which state, in the scheduler's words; null where it cannot be asked. */
  states(jobs: readonly string[]): Promise<Readonly<Record<string, number>> | null>;
  /** Asks the scheduler to end what is left of the jobs. */
  cancel(jobs: readonly string[]): Promise<void>;
}

interface Job {
  /** Shown by the scheduler. */
  readonly name: string;
  /** Where the job's output goes; the folder exists. */
  readonly logFolder: string;
  /** Further words for the scheduler, as the user gave them: they come last, so that they win. */
  readonly flags: readonly string[];
}

export interface ArrayJob extends Job {
  readonly attempt: number;
  /** The array's shards, from 1. */
  readonly firstShard: number;
  readonly lastShard: number;
  /** Bytes a thread needs. */
  readonly memory: number;
  /** The words of the command that runs the shard whose number is `shard`, a text of the script's own language. */
  readonly command: (shard: string, task: string, workers: string) => readonly string[];
}

export interface MergeJob extends Job {
  readonly attempt: number;
  /** Bytes. */
  readonly memory: number;
  readonly command: readonly string[];
}
