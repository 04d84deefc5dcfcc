import { signal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { isPhrase, type Said, textOf } from "../../scenarios/phrase.ts";
import type { Failure } from "../../workers/outcome.ts";
import { useLab } from "../state/lab.ts";
import { defineWords, type Language } from "./words.ts";

/** What the engine says, in the reader's language. */
export type Wording = (said: Said) => string;

type Catalogue = Readonly<Record<string, string>>;

/** The engine speaks English; its sentences in Italian are fetched when they are first needed. */
const italian = signal<Catalogue | null>(null);

/** What a complaint of the engine consists of; found and expected are "" where it is a message alone. */
export interface Complaint {
  readonly path: Said;
  readonly found: Said;
  readonly expected: Said;
  readonly suggestion: string;
}

/** The wording of a language, once its sentences are there. Where they cannot be fetched, it stays English. */
export async function loadWording(language: Language): Promise<Wording> {
  if (language === "it" && italian.peek() === null) {
    const loaded = await import("./italian/phrases.ts").catch(() => null);
    if (loaded !== null) italian.value = loaded.italianPhrases;
  }
  return wordingOf(language);
}

/** The wording of the language shown; a part that uses it is rendered anew when its sentences arrive. */
export function useWording(): Wording {
  const { language } = useLab().state.value;
  useEffect(() => {
    void loadWording(language);
  }, [language]);
  return wordingOf(language);
}

/** The parts of a failure of the engine. */
export function complaintOf({ message, details = {} }: Failure): Complaint {
  const { said } = details;
  const part = (name: "path" | "found" | "expected"): Said => {
    const phrase = typeof said === "object" && said !== null ? Reflect.get(said, name) : undefined;
    if (isPhrase(phrase)) return phrase;
    const text = details[name];
    return typeof text === "string" ? text : "";
  };
  const complaint = { path: part("path"), found: part("found"), expected: part("expected") };
  const suggestion = typeof details.suggestion === "string" ? details.suggestion : "";
  return complaint.found === "" ? { ...complaint, found: message, suggestion } : { ...complaint, suggestion };
}

/** A failure in one sentence: what the engine says, or only its message where it says nothing in parts. */
export function complaintText(failure: Failure, word: Wording, language: Language): string {
  const { path, found, expected } = complaintOf(failure);
  return expected === ""
    ? word(found)
    : sentences[language].complaint(word(path), word(found), word(expected));
}

const sentences = defineWords(
  {
    complaint: (path: string, found: string, expected: string) =>
      `${path === "" ? "" : `${path}: `}found ${found}; accepted: ${expected}.`,
  },
  {
    complaint: (path, found, expected) =>
      `${path === "" ? "" : `${path}: `}trovato ${found}; accettato: ${expected}.`,
  },
);

function wordingOf(language: Language): Wording {
  const catalogue = language === "it" ? italian.value : null;
  return (said) =>
    textOf(said, (template) =>
      catalogue !== null && Object.hasOwn(catalogue, template) ? (catalogue[template] ?? template) : template,
    );
}
