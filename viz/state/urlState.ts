import { phrase, type Said } from "../../scenarios/phrase.ts";
import { type Language, languages } from "../i18n/words.ts";
import {
  type Intervention,
  type LabState,
  type ParameterValue,
  places,
  startState,
  themes,
} from "./labState.ts";

/** Version of the form of links. A link of a later version is read as far as it is understood, and says so. */
export const linkVersion = 1;

/** Something in a link that was not taken over; `expected` says what would be. */
export interface LinkProblem {
  readonly code: "version" | "unknown" | "value" | "too-long";
  readonly name: string;
  readonly found: string;
  readonly expected: Said;
}

/** More than any link of ours has; a longer one is not read further. */
const mostCharacters = 16_000;
const mostParameters = 200;
const parameterName = /^[a-zA-Z][a-zA-Z0-9]*(\.[a-zA-Z][a-zA-Z0-9]*){0,3}$/;
const seedText = /^[^\p{Cc}]{1,64}$/u;
const detailText = /^[^\p{Cc}]{1,200}$/u;
const worldName = /^[a-zA-Z0-9][a-zA-Z0-9/_-]{0,63}$/;

/** The search part of a link, "?v=1&…": only what differs from a start without a link. */
export function writeLink(state: LabState): string {
  const search = new URLSearchParams({ v: String(linkVersion), place: state.place });
  if (state.world !== startState.world) search.set("world", state.world);
  for (const name of Object.keys(state.set).sort()) search.set(`set.${name}`, written(state.set[name]));
  if (state.seed !== startState.seed) search.set("seed", state.seed);
  if (state.step !== null) search.set("step", String(state.step));
  for (const name of Object.keys(state.detail).sort()) search.set(`x.${name}`, state.detail[name] ?? "");
  search.set("lang", state.language);
  if (state.theme !== startState.theme) search.set("theme", state.theme);
  if (state.embed) search.set("embed", "1");
  return `?${search}`;
}

/**
 * Reads a link. What is unknown or out of range gets its default and is named among the problems; nothing throws.
 * Ranges of parameters are the scenario's to judge, when it is resolved.
 *
 * @param language the reader's, where the link names none.
 */
export function readLink(
  search: string,
  language: Language = startState.language,
): { readonly state: LabState; readonly problems: readonly LinkProblem[] } {
  const problems: LinkProblem[] = [];
  if (search.length > mostCharacters) {
    problems.push({
      code: "too-long",
      name: "link",
      found: String(search.length),
      expected: String(mostCharacters),
    });
    return { state: { ...startState, language }, problems };
  }
  const set: Record<string, ParameterValue> = {};
  const detail: Record<string, string> = {};
  let state: LabState = { ...startState, language };
  const refuse = (name: string, found: string, expected: Said, code: LinkProblem["code"] = "value") => {
    problems.push({ code, name, found: found.slice(0, 80), expected });
  };
  for (const [name, value] of new URLSearchParams(search)) {
    const found = value.trim();
    const [, parameter] = name.match(/^set\.(.*)$/s) ?? [];
    const [, detailName] = name.match(/^x\.(.*)$/s) ?? [];
    if (parameter !== undefined) {
      const read = readValue(found);
      if (!parameterName.test(parameter) || isOfPrototype(parameter))
        refuse(name.slice(0, 80), found, phrase`the name of a parameter`, "unknown");
      else if (read === undefined) refuse(name, found, phrase`a number, a word, true or false, or a list`);
      else if (Object.keys(set).length < mostParameters) set[parameter] = read;
    } else if (detailName !== undefined) {
      if (parameterName.test(detailName) && !isOfPrototype(detailName) && detailText.test(found))
        detail[detailName] = found;
      else refuse(name.slice(0, 80), found, phrase`short plain text`);
    } else if (name === "v") {
      if (found !== String(linkVersion)) refuse(name, found, String(linkVersion), "version");
    } else if (name === "place") {
      const place = places.find((each) => each === found);
      if (place === undefined) refuse(name, found, places.join(", "));
      else state = { ...state, place };
    } else if (name === "world") {
      if (worldName.test(found)) state = { ...state, world: found };
      else refuse(name, found, phrase`the name of a scenario`);
    } else if (name === "seed") {
      if (seedText.test(value)) state = { ...state, seed: value };
      else refuse(name, found, phrase`1 to 64 characters`);
    } else if (name === "step") {
      if (/^\d{1,4}$/.test(found)) state = { ...state, step: Number(found) };
      else refuse(name, found, phrase`a whole number from 0 to 9999`);
    } else if (name === "lang") {
      const known = languages.find((each) => each === found);
      if (known === undefined) refuse(name, found, languages.join(", "));
      else state = { ...state, language: known };
    } else if (name === "theme") {
      const theme = themes.find((each) => each === found);
      if (theme === undefined) refuse(name, found, themes.join(", "));
      else state = { ...state, theme };
    } else if (name === "embed") {
      if (found === "1" || found === "0") state = { ...state, embed: found === "1" };
      else refuse(name, found, phrase`1 or 0`);
    } else
      refuse(name.slice(0, 80), found, "v, place, world, set.…, seed, step, lang, theme, embed", "unknown");
  }
  return { state: { ...state, set, detail }, problems };
}

function isOfPrototype(path: string): boolean {
  return path.split(".").some((part) => part in Object.prototype);
}

/** Numbers and words as they are, so that links can be read; lists as JSON. */
function written(value: ParameterValue | undefined): string {
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

const decimal = /^-?(\d{1,22}(\.\d{1,22})?|\.\d{1,22})(e[+-]?\d{1,3})?$/i;
const word = /^[a-zA-Z][a-zA-Z0-9-]{0,63}$/;

function readValue(text: string): ParameterValue | undefined {
  if (text === "true" || text === "false") return text === "true";
  if (decimal.test(text)) return Number(text);
  if (word.test(text)) return text;
  if (!text.startsWith("[") || text.length > 4000) return undefined;
  try {
    const list: unknown = JSON.parse(text);
    if (!Array.isArray(list) || list.length > 100) return undefined;
    if (list.every((each) => typeof each === "number")) return list;
    if (list.every(isIntervention)) return list;
  } catch {
    return undefined;
  }
  return undefined;
}

function isIntervention(value: unknown): value is Intervention {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  return Object.entries(value).every(
    ([name, each]) =>
      parameterName.test(name) &&
      !isOfPrototype(name) &&
      (typeof each === "number" || (typeof each === "string" && word.test(each))),
  );
}
