import { phrase } from "../../scenarios/phrase.ts";
import type { Place } from "./expression.ts";
import { InvalidFormula, type Source } from "./invalidFormula.ts";

export type Token = Place &
  (
    | { readonly kind: "number"; readonly value: number; readonly integer: boolean }
    | { readonly kind: "text"; readonly value: string }
    | { readonly kind: "name"; readonly name: string; readonly quoted: boolean }
    | { readonly kind: "operator"; readonly operator: string }
    | { readonly kind: "end" }
  );

const NUMBER = /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?(L?)/y;
const NAME = /(?:\p{L}|\.(?!\d))[\p{L}\p{N}._]*/uy;
const QUOTED = /(["'`])((?:\\[\s\S]|(?!\1)[^\\])*)\1/y;
const OPERATOR = /%in%|==|!=|<=|>=|&&|\|\||[-+*/^:()~|&!<>,=]/y;
const ESCAPED: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r" };

/** The tokens of a text and an "end" after them. Throws `InvalidFormula` at the first character no token begins with. */
export function tokens(source: Source): Token[] {
  const { text } = source;
  const found: Token[] = [];
  let start = 0;
  for (;;) {
    while (/\s/.test(text.charAt(start))) start++;
    if (start >= text.length) break;
    const token = tokenAt(source, start);
    found.push(token);
    start = token.end;
  }
  found.push({ kind: "end", start: text.length, end: text.length });
  return found;
}

function tokenAt(source: Source, start: number): Token {
  const match = (pattern: RegExp) => {
    pattern.lastIndex = start;
    return pattern.exec(source.text);
  };
  const number = match(NUMBER);
  if (number) {
    const integer = number[1] === "L";
    const value = Number(integer ? number[0].slice(0, -1) : number[0]);
    return { kind: "number", value, integer, start, end: start + number[0].length };
  }
  const name = match(NAME);
  if (name) return { kind: "name", name: name[0], quoted: false, start, end: start + name[0].length };
  const quoted = match(QUOTED);
  if (quoted) {
    const value = quoted[2].replace(/\\([\s\S])/g, (_, character: string) => ESCAPED[character] ?? character);
    const end = start + quoted[0].length;
    if (quoted[1] !== "`") return { kind: "text", value, start, end };
    if (value !== "") return { kind: "name", name: value, quoted: true, start, end };
  }
  const operator = match(OPERATOR);
  if (operator) return { kind: "operator", operator: operator[0], start, end: start + operator[0].length };
  throw new InvalidFormula(source, { start }, unreadable(source.text.slice(start)));
}

function unreadable(rest: string) {
  const character = String.fromCodePoint(rest.codePointAt(0) ?? 0);
  if (character === "`" && rest.startsWith("``"))
    return { found: phrase`an empty name`, expected: phrase`a column's name` };
  if (character === '"' || character === "'" || character === "`") {
    return { found: phrase`an opening ${character}`, expected: phrase`another ${character} that closes it` };
  }
  const other = /^%[^%\s]*%/.exec(rest)?.[0];
  if (other) return { found: other, expected: phrase`an operator of formulas`, suggestion: "%in%" };
  if (character === "_") {
    return { found: "_", expected: phrase`a name, which does not begin with _ unless written in backticks` };
  }
  return {
    found: character,
    expected: phrase`a name, a number, a text in quotes or an operator; names with other characters in backticks`,
  };
}
