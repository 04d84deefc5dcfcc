import { computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { type Format, formatOf } from "../i18n/format.ts";
import type { Translation, Words } from "../i18n/words.ts";
import type { LabState } from "./labState.ts";

/** Something the reader should know: said once, politely, and kept until it is closed. */
export interface Notice {
  readonly kind: "note" | "problem";
  readonly text: string;
}

/** What every part of the page shares: the state that a link holds, and what is said to the reader. */
export interface Lab {
  readonly state: ReadonlySignal<LabState>;
  readonly notices: Signal<readonly Notice[]>;
  readonly format: ReadonlySignal<Format>;
  /** Changes some of the state. "push" for what the back button should undo (a place, a lesson), "replace" for the rest. */
  update(change: Partial<LabState>, history?: "push" | "replace"): void;
  /** Says something; the same text is not said twice while it stands. */
  say(kind: Notice["kind"], text: string): void;
  dismiss(notice: Notice): void;
}

/** Writes the state where a reload and a copied link find it. */
export type KeepState = (state: LabState, history: "push" | "replace") => void;

export function createLab(start: LabState, keep: KeepState): Lab {
  const state = signal(start);
  const notices = signal<readonly Notice[]>([]);
  // By itself, so that formats are made for another language and not for every change of the state.
  const language = computed(() => state.value.language);
  return {
    state,
    notices,
    format: computed(() => formatOf(language.value)),
    update(change, history = "replace") {
      state.value = { ...state.value, ...change };
      keep(state.value, history);
    },
    say(kind, text) {
      if (notices.value.some((notice) => notice.text === text)) return;
      notices.value = [...notices.value.slice(-9), { kind, text }];
    },
    dismiss(notice) {
      notices.value = notices.value.filter((each) => each !== notice);
    },
  };
}

export const LabContext = createContext<Lab | null>(null);

export function useLab(): Lab {
  const lab = useContext(LabContext);
  if (lab === null) throw new Error("a part of the lab was rendered outside of it");
  return lab;
}

/** The words of a part in the reader's language; the part is rendered anew when the language changes, for this alone. */
export function useWords<W>(words: Words<W>): Translation<W> {
  return words[useLab().format.value.language];
}
