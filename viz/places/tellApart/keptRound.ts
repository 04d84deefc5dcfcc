import type { ResolvedDesign } from "../../../study/cells.ts";
import type { ReplicationDone } from "../../../workers/replicationService.ts";
import { labVersion } from "../../shell/labVersion.ts";
import { startState } from "../../state/labState.ts";
import { writeLink } from "../../state/urlState.ts";
import type { takeStudy } from "../../store/studyLock.ts";
import { type KeptStudy, type StudyStore, studyKey } from "../../store/studyStore.ts";

/** The study of a round: what the store calls it, the text of its file, and what the threads run. */
export interface RoundStudy {
  readonly name: string;
  readonly text: string;
  readonly design: ResolvedDesign;
}

/** What this browser keeps of the study of one round. Where it refuses to, that is said by false, and nothing rejects. */
export interface KeptRound {
  /** False where nothing outlives the page. */
  readonly lasting: boolean;
  /** Histories of each world that were asked for; 0 where nothing is kept. */
  target(): Promise<number>;
  /** What was run, some at a time. */
  read(): AsyncGenerator<readonly ReplicationDone[], void, undefined>;
  /** The right to run it; null where another tab has it. */
  take(): Promise<(() => void) | null>;
  /** Keeps how many histories of each world were asked for. */
  ask(study: RoundStudy, histories: number): Promise<boolean>;
  append(done: readonly ReplicationDone[]): Promise<boolean>;
}

/** Replications written at once: few enough for the page to stay quick. */
const writtenAtOnce = 5;

/** @param study whatever its number of histories: the store's key is that of the design without it. */
export function keptRound(
  store: StudyStore,
  lock: typeof takeStudy,
  { name, design }: RoundStudy,
  seed: string,
): KeptRound {
  const key = studyKey(name, labVersion);
  const trying = async (action: () => Promise<void>) => {
    try {
      await action();
      return store.lasting;
    } catch {
      return false;
    }
  };
  return {
    lasting: store.lasting,
    target: async () => (await store.get(key))?.target ?? 0,
    read: () => store.read(key),
    take: () => lock(key),
    ask: ({ text }, histories) =>
      trying(() =>
        store.put({
          key,
          title: roundTitle(seed),
          text,
          link: roundLink(seed),
          target: histories,
          cells: design.cells.length,
          version: labVersion,
          changed: Date.now(),
          round: seed,
        }),
      ),
    append: (done) =>
      trying(async () => {
        for (let from = 0; from < done.length; from += writtenAtOnce)
          await store.append(key, done.slice(from, from + writtenAtOnce));
      }),
  };
}

/** What the study of a round is called where the page has no words of its own. */
export function roundTitle(seed: string): string {
  return `bandwagon-tell-apart.json (${seed})`;
}

/** The round, revealed: where its study goes on. */
export function roundLink(seed: string): string {
  return writeLink({ ...startState, place: "tell-apart", seed, detail: { revealed: "1" } });
}

/** The rounds whose study this browser keeps, the newest first; none where it keeps nothing. */
export async function keptRounds(store: StudyStore): Promise<readonly KeptStudy[]> {
  const all = await store.list().catch(() => []);
  return all.filter(({ round, version }) => round !== undefined && version === labVersion);
}
