import { computed, effect, type ReadonlySignal, signal, untracked } from "@preact/signals";
import { createLabPool } from "../../../workers/lab/labPool.ts";
import type { StudyClient } from "../../../workers/lab/studyClient.ts";
import type { DesignSource, ReplicationLook, ResultFile, StudyPlan } from "../../../workers/lab/studyJobs.ts";
import type { Failure, Outcome } from "../../../workers/outcome.ts";
import { spawnLabWorker } from "../../engine/spawnLabWorker.ts";
import { labVersion } from "../../shell/labVersion.ts";
import type { Lab } from "../../state/lab.ts";
import { readLink, writeLink } from "../../state/urlState.ts";
import { takeStudy } from "../../store/studyLock.ts";
import { type KeptStudy, type StudyStore, studyKey } from "../../store/studyStore.ts";
import { type Chosen, chosenOf } from "./chosen.ts";
import { requestOf, setupOf } from "./setup.ts";
import { openStudyRun, type StudyRun } from "./studyRun.ts";

/** A study that is open: read, resolved, with what is kept of it. */
export interface OpenStudy {
  readonly plan: StudyPlan;
  readonly run: StudyRun;
  /** The name of its file; null where it is that of a watched world. */
  readonly file: string | null;
}

/** What the parts of the place share. */
export interface RepeatModel {
  readonly study: ReadonlySignal<OpenStudy | null>;
  readonly chosen: ReadonlySignal<Chosen | null>;
  /** The replication whose dot is open. */
  readonly opened: ReadonlySignal<ReplicationLook | null>;
  readonly kept: ReadonlySignal<readonly KeptStudy[]>;
  readonly threads: number;
  /** Replications of each cell beside those that were asked for. */
  add(count: number): Promise<void>;
  goTo(target: number): Promise<void>;
  /** Ends the study with the replications that every cell has. */
  stop(): Promise<void>;
  /** Opens the study of a file, once it is accepted. */
  openText(text: string, name: string): Promise<Outcome<null>>;
  openKept(study: KeptStudy): void;
  /** False where another tab runs it. */
  remove(study: KeptStudy): Promise<boolean>;
  open(replication: number | null): void;
  /** @param only the name of the one that is wanted. */
  files(replications: number, only: string): Promise<Outcome<readonly ResultFile[]>>;
  lookAgain(): void;
  /** Pauses what runs, keeps it, and ends the threads. */
  dispose(): Promise<void>;
}

export interface RepeatModelOptions {
  readonly client: StudyClient;
  readonly store: StudyStore;
  readonly threads: number;
  /** Told of a world that is refused; the default is opened then. */
  readonly onRefused: (failure: Failure) => void;
  /** Told of a link that names a file which is not kept here. */
  readonly onGone: () => void;
  /** Told of the first study that is open: the one of the link the page was opened with. */
  readonly onFirst: (plan: StudyPlan) => void;
}

/** While a slider moves, studies are not opened at each of its values. */
const restBeforeOpening = 200;

export function createRepeatModel(lab: Lab, options: RepeatModelOptions): RepeatModel {
  const { client, store, threads, onRefused, onGone, onFirst } = options;
  const study = signal<OpenStudy | null>(null);
  const opened = signal<ReplicationLook | null>(null);
  const kept = signal<readonly KeptStudy[]>([]);
  const attempt = signal(0);
  /** Files that were opened, for pages that may not keep them. */
  const texts = new Map<string, { readonly text: string; readonly title: string }>();
  const asked = computed(() => {
    const { study: file } = setupOf(lab.state.value);
    return JSON.stringify(file === "" ? { request: requestOf(lab.state.value) } : { file });
  });
  const chosen = computed(() => {
    const open = study.value;
    return open === null ? null : chosenOf(open.plan, lab.state.value.detail);
  });
  let newest = 0;
  let first = true;
  let opening: Promise<void> = Promise.resolve();

  const listKept = async () => {
    kept.value = await store.list().catch(() => []);
  };

  /** What to open: the file that the link names, or the study of its world. */
  async function sourceOf(): Promise<{
    readonly source: DesignSource;
    readonly title: string;
    readonly file: string | null;
  }> {
    const state = lab.state.peek();
    const setup = setupOf(state);
    const request = requestOf(state);
    const title = `${setup.world} · ${request.method} · ${setup.firms}`;
    const ofWorld = { source: { from: "world", request }, title, file: null } as const;
    if (setup.study === "") return ofWorld;
    const found = texts.get(setup.study) ?? (await store.get(studyKey(setup.study, labVersion)));
    if (found === undefined) {
      onGone();
      return ofWorld;
    }
    const { text, title: name } = found;
    return { source: { from: "text", text, name }, title: name, file: name };
  }

  async function openAsked(turn: number): Promise<void> {
    const before = study.peek();
    study.value = null;
    opened.value = null;
    await before?.run.dispose();
    const { source, title, file } = await sourceOf();
    if (turn !== newest) return;
    let planned = await client.plan(source);
    if (!planned.ok) {
      onRefused(planned.error);
      const request = requestOf({ world: "", set: {}, seed: "1", detail: {} });
      planned = await client.plan({ from: "world", request });
    }
    if (!planned.ok || turn !== newest) return;
    const plan = planned.value;
    const state = lab.state.peek();
    const { replication: _, ...detail } = state.detail;
    const run = await openStudyRun({
      plan,
      client,
      store,
      record: {
        key: studyKey(plan.name, labVersion),
        title,
        text: plan.text,
        link: writeLink({ ...state, place: "repeat", step: null, detail }),
        cells: plan.cells.length,
        version: labVersion,
      },
      at: chosenOf(plan, state.detail),
      createPool: () => createLabPool("replications", plan.design, { spawn: spawnLabWorker, size: threads }),
      lock: takeStudy,
      now: () => performance.now(),
    });
    if (turn === newest) {
      study.value = { plan, run, file };
      if (first) onFirst(plan);
      first = false;
    } else await run.dispose();
  }

  const stops = [
    effect(() => {
      asked.value;
      attempt.value;
      newest += 1;
      const turn = newest;
      const timer = setTimeout(
        () => {
          // One after the other: the thread has one study at a time.
          opening = opening.then(() => (turn === newest ? openAsked(turn) : undefined));
        },
        turn === 1 ? 0 : restBeforeOpening,
      );
      return () => clearTimeout(timer);
    }),
    effect(() => {
      const open = study.value;
      const at = chosen.value;
      if (open !== null && at !== null) untracked(() => void open.run.choose(at));
    }),
    effect(() => {
      const replication = Number(lab.state.value.detail.replication ?? "0");
      const cell = chosen.value?.cell;
      const look = study.value?.run.look.value;
      const shown = opened.peek();
      if (shown?.replication === replication && shown.cell === cell) return;
      opened.value = null;
      // What is looked at may still be another cell; and the replication may be on its way. Both come with a look.
      if (look == null || cell === undefined || look.at.cell !== cell) return;
      if (!look.replications.includes(replication)) return;
      void client.replication(cell, replication).then((outcome) => {
        const wanted = untracked(() => lab.state.value.detail.replication === String(replication));
        if (outcome.ok && wanted && chosen.peek()?.cell === cell) opened.value = outcome.value;
      });
    }),
  ];
  void listKept();

  async function goTo(target: number): Promise<void> {
    await study.peek()?.run.go(target);
    await listKept();
  }

  return {
    study,
    chosen,
    opened,
    kept,
    threads,
    goTo,
    add: (count) => goTo((study.peek()?.run.state.peek().target ?? 0) + count),
    async stop() {
      await study.peek()?.run.stop();
      await listKept();
    },
    async openText(text, title) {
      // In a thread of its own turn: the study that is open goes on being the open one if this is refused.
      const planned = await client.read({ from: "text", text, name: title });
      if (!planned.ok) return planned;
      const { name, text: written, cells } = planned.value;
      texts.set(name, { text: written, title });
      const { language, theme, embed, place } = lab.state.peek();
      const state = { ...lab.state.peek(), world: "", set: {}, step: null, detail: { study: name } };
      const key = studyKey(name, labVersion);
      const record = { key, title, text: written, target: 0, cells: cells.length };
      const link = writeLink({ ...state, language, theme, embed, place });
      try {
        if ((await store.get(key)) === undefined)
          await store.put({ ...record, link, version: labVersion, changed: Date.now() });
      } catch {
        // It is open all the same; that its rows are not kept is said when there are some.
      }
      lab.update(state, "push");
      await listKept();
      return { ok: true, value: null };
    },
    openKept({ link }) {
      const { language, theme, embed } = lab.state.peek();
      lab.update({ ...readLink(link).state, language, theme, embed }, "push");
    },
    async remove({ key }) {
      const open = study.peek();
      if (open !== null && studyKey(open.plan.name, labVersion) === key) await open.run.idle();
      const release = await takeStudy(key);
      if (release === null) return false;
      await store.remove(key);
      release();
      if (open !== null && studyKey(open.plan.name, labVersion) === key) attempt.value += 1;
      await listKept();
      return true;
    },
    open(replication) {
      const { replication: _, ...detail } = lab.state.peek().detail;
      lab.update({ detail: replication === null ? detail : { ...detail, replication: String(replication) } });
    },
    files: (replications, only) => client.files(replications, only),
    lookAgain() {
      attempt.value += 1;
    },
    async dispose() {
      newest += 1;
      for (const stop of stops) stop();
      await opening;
      await study.peek()?.run.dispose();
    },
  };
}
