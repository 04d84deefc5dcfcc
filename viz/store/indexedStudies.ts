import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { ReplicationDone } from "../../workers/replicationService.ts";
import { type KeptStudy, keepsNothing, type StudyStore } from "./studyStore.ts";

type Stored = Omit<KeptStudy, "kept">;
/** A replication of a study: study, cell, number. */
type Key = [string, number, number];

interface Database extends DBSchema {
  studies: { key: string; value: Stored };
  replications: { key: Key; value: ReplicationDone };
}

/** Replications read at once: few enough for the page to stay quick, enough for a long study to be there soon. */
const readAtOnce = 50;

/**
 * The studies of this browser, in IndexedDB. Where that is refused (a page from a disk, a private window), the store keeps
 * nothing and says so by `lasting`.
 */
export async function openStudies(name = "bandwagon-studies"): Promise<StudyStore> {
  try {
    let open: IDBPDatabase<Database>;
    open = await openDB<Database>(name, 1, {
      upgrade(database) {
        database.createObjectStore("studies", { keyPath: "key" });
        database.createObjectStore("replications");
      },
      // Another tab with a later version of the page wants to change the form of the store.
      blocking: () => open.close(),
    });
    return studiesIn(open);
  } catch {
    return keepsNothing;
  }
}

function studiesIn(database: IDBPDatabase<Database>): StudyStore {
  // Of keys that are lists, a longer one comes after its beginning, and a list after every number.
  const allOf = (key: string) => IDBKeyRange.bound([key], [key, []]);
  const withCount = async (study: Stored): Promise<KeptStudy> => ({
    ...study,
    kept: await database.count("replications", allOf(study.key)),
  });
  return {
    lasting: true,
    async list() {
      const studies = await database.getAll("studies");
      studies.sort((a, b) => b.changed - a.changed);
      return Promise.all(studies.map(withCount));
    },
    async get(key) {
      const found = await database.get("studies", key);
      return found && withCount(found);
    },
    async put(study) {
      await database.put("studies", study);
    },
    async append(key, done) {
      const transaction = database.transaction("replications", "readwrite");
      const puts = done.map((each) => transaction.store.put(each, [key, each.cell, each.replication]));
      await Promise.all([...puts, transaction.done]);
    },
    async *read(key) {
      let range = allOf(key);
      for (;;) {
        const found = await database.getAll("replications", range, readAtOnce);
        if (found.length > 0) yield found;
        const last = found.at(-1);
        if (last === undefined || found.length < readAtOnce) return;
        range = IDBKeyRange.bound([key, last.cell, last.replication], [key, []], true);
      }
    },
    async remove(key) {
      const transaction = database.transaction(["studies", "replications"], "readwrite");
      await Promise.all([
        transaction.objectStore("studies").delete(key),
        transaction.objectStore("replications").delete(allOf(key)),
        transaction.done,
      ]);
    },
  };
}
