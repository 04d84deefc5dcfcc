import { batch, computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type {
  DataJob,
  DataRequest,
  DataResult,
  DataSource,
  DataSummary,
  DesignAnswer,
  EstimateAnswer,
  ExportKind,
  ModelRequest,
} from "../../../workers/lab/dataJobs.ts";
import type { Failure } from "../../../workers/outcome.ts";
import { download, textBlob } from "../../figure/download.ts";
import { type Choices, choicesAmong, noChoices } from "./choices.ts";
import { createDataThread } from "./dataPool.ts";
import { choicesFor, sampleChoices } from "./firstChoices.ts";
import { formulaText } from "./formulaText.ts";
import { modelRequest } from "./modelRequest.ts";

/** What is going on; null where nothing is. */
export interface Work {
  readonly kind: "reading" | "simulating" | "fitting" | "writing" | "designing";
  /** Of the bytes; null where nobody knows how long it takes. */
  readonly share: number | null;
  /** When it began, as the page's clock counts. */
  readonly since: number;
}

/** What could not be done, beside what it concerns. */
export interface Problem {
  readonly about: "file" | "model" | "export" | "design";
  readonly failure: Failure;
}

/** A fit, with the request it answers: the choices may have changed since. */
export interface Fitted {
  readonly answer: EstimateAnswer;
  readonly request: ModelRequest;
}

export interface DataModel {
  readonly source: ReadonlySignal<DataSource | null>;
  readonly missing: Signal<string>;
  readonly decimal: Signal<"" | "." | ",">;
  readonly summary: ReadonlySignal<DataSummary | null>;
  readonly choices: ReadonlySignal<Choices>;
  /** The reader's own formula; null while it follows the choices. */
  readonly byHand: Signal<string | null>;
  readonly formula: ReadonlySignal<string>;
  readonly request: ReadonlySignal<ModelRequest>;
  readonly work: ReadonlySignal<Work | null>;
  readonly problem: ReadonlySignal<Problem | null>;
  readonly fitted: ReadonlySignal<Fitted | null>;
  /** The last power study made of the table; null before the first. */
  readonly design: ReadonlySignal<DesignAnswer | null>;
  choose(change: Partial<Choices>): void;
  open(source: DataSource): Promise<boolean>;
  /** Reads the same file again, with the marks and decimals that are set now. */
  readAgain(): Promise<boolean>;
  fit(): Promise<boolean>;
  save(what: ExportKind): Promise<void>;
  /** @param map which of the reader's columns is which of a world's, `theirs=ours`. */
  makeDesign(map: readonly string[]): Promise<boolean>;
  cancel(): void;
  close(): void;
}

export function createDataModel(): DataModel {
  const thread = createDataThread();
  const source = signal<DataSource | null>(null);
  const missing = signal("");
  const decimal = signal<"" | "." | ",">("");
  const summary = signal<DataSummary | null>(null);
  const choices = signal<Choices>(noChoices);
  const byHand = signal<string | null>(null);
  const work = signal<Work | null>(null);
  const problem = signal<Problem | null>(null);
  const fitted = signal<Fitted | null>(null);
  const design = signal<DesignAnswer | null>(null);
  const kinds = computed(
    () => new Map((summary.value?.columns ?? []).map(({ name, kind }) => [name, kind] as const)),
  );
  const formula = computed(() => byHand.value ?? formulaText(choices.value, kinds.value));
  const request = computed(() => modelRequest(formula.value, choices.value));
  let data: DataRequest | null = null;
  let files = 0;
  let running = new AbortController();

  function reading(): DataRequest["reading"] {
    const marks = missing.value.split(",").map((mark) => mark.trim());
    return { missing: marks.filter((mark) => mark !== ""), decimal: decimal.value || null };
  }

  /** One job at a time; a new one ends the one before. Null where it failed, which is then said, or was cancelled. */
  async function during<Kind extends DataJob["kind"]>(
    about: Problem["about"],
    kind: Work["kind"],
    job: Extract<DataJob, { kind: Kind }>,
  ): Promise<Extract<DataResult, { kind: Kind }> | null> {
    running.abort();
    const own = new AbortController();
    running = own;
    const since = performance.now();
    work.value = { kind, share: null, since };
    problem.value = null;
    const outcome = await thread.ask(
      job,
      (progress) => {
        const share = progress.kind === "reading" ? progress.share : null;
        work.value = { kind: progress.kind, share, since };
      },
      own.signal,
    );
    if (running !== own) return null;
    work.value = null;
    if (outcome.ok) return outcome.value;
    if (outcome.error.code !== "cancelled") problem.value = { about, failure: outcome.error };
    return null;
  }

  async function read(from: DataSource, begin: (summary: DataSummary) => Choices): Promise<boolean> {
    data = { id: ++files, source: from, reading: reading() };
    const asked = data;
    batch(() => {
      source.value = from;
      summary.value = null;
      fitted.value = null;
      design.value = null;
    });
    const result = await during("file", "reading", { kind: "read", data: asked });
    if (result === null) return false;
    batch(() => {
      summary.value = result.summary;
      choices.value = begin(result.summary);
    });
    return true;
  }

  return {
    source,
    missing,
    decimal,
    summary,
    choices,
    byHand,
    formula,
    request,
    work,
    problem,
    fitted,
    design,
    choose(change) {
      choices.value = { ...choices.value, ...change };
    },
    open(from) {
      byHand.value = null;
      return read(from, (found) => (from.kind === "sample" ? sampleChoices : choicesFor(found)));
    },
    async readAgain() {
      const from = source.value;
      if (from === null) return false;
      const { value: before } = choices;
      return read(from, ({ columns }) => choicesAmong(before, new Set(columns.map(({ name }) => name))));
    },
    async fit() {
      if (data === null) return false;
      const { value: model } = request;
      const result = await during("model", "fitting", { kind: "estimate", data, model });
      if (result === null) return false;
      fitted.value = { answer: result.answer, request: model };
      return true;
    },
    async save(what) {
      const { value: done } = fitted;
      if (data === null) return;
      const model = done?.request ?? request.value;
      const result = await during("export", "writing", { kind: "export", data, model, what });
      for (const { name, type, text } of result?.files ?? []) download(name, textBlob(text, type));
    },
    async makeDesign(map) {
      if (data === null) return false;
      design.value = null;
      const model = fitted.value?.request ?? request.value;
      const { panel = "", cluster } = model.options;
      const result = await during("design", "designing", {
        kind: "design",
        data,
        design: { formula: model.formula, panel, map, ...(cluster !== undefined && { cluster }) },
      });
      design.value = result?.answer ?? null;
      return result !== null;
    },
    cancel() {
      running.abort();
    },
    close() {
      running.abort();
      batch(() => {
        source.value = null;
        summary.value = null;
        fitted.value = null;
        design.value = null;
        problem.value = null;
        byHand.value = null;
        choices.value = noChoices;
      });
    },
  };
}
