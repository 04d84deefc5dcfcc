import type { ReplicationDone } from "../../workers/replicationService.ts";

/** A study that is kept in this browser, without its rows. */
export interface KeptStudy {
  /** Names it: its design without the number of replications, and the version that made its rows. */
  readonly key: string;
  /** For people. */
  readonly title: string;
  /** The text of its design file. */
  readonly text: string;
  /** Where it goes on: the search part of a link. */
  readonly link: string;
  /** Replications of each cell that were asked for, and cells. */
  readonly target: number;
  readonly cells: number;
  /** Replications kept, of all cells together. */
  readonly kept: number;
  /** Version of the software that made its rows: another may make other rows. */
  readonly version: string;
  /** When it was last added to, in milliseconds since 1970. */
  readonly changed: number;
  /** Of a study of the place Tell apart, the seed of its round. */
  readonly round?: string;
}

/** Where studies are kept between visits. Rejects where the browser refuses (full, private, closed). */
export interface StudyStore {
  /** False where nothing outlives the page. */
  readonly lasting: boolean;
  /** The newest first. */
  list(): Promise<readonly KeptStudy[]>;
  get(key: string): Promise<KeptStudy | undefined>;
  put(study: Omit<KeptStudy, "kept">): Promise<void>;
  /** All or none. A replication that is there already is written again: it is the same. */
  append(key: string, done: readonly ReplicationDone[]): Promise<void>;
  /** Every replication, some at a time. */
  read(key: string): AsyncGenerator<readonly ReplicationDone[], void, undefined>;
  /** The study with its replications. */
  remove(key: string): Promise<void>;
}

/** The key of a study in this store. */
export function studyKey(name: string, version: string): string {
  return `${name}@${version}`;
}

/** For pages that may not keep anything: the study lives as long as the page, in whoever runs it. */
export const keepsNothing: StudyStore = {
  lasting: false,
  list: async () => [],
  get: async () => undefined,
  put: async () => {},
  append: async () => {},
  async *read() {},
  remove: async () => {},
};
