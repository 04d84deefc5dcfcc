import fc from "fast-check";
import type { Expression } from "../../../estimators/formula/expression.ts";

/** A tree without the places in the text it was read from. */
export function withoutPlaces(expression: Expression | null): unknown {
  return JSON.parse(
    JSON.stringify(expression, (key, value) => (key === "start" || key === "end" ? undefined : value)),
  );
}

const name = fc.constantFrom(
  "age",
  "x1",
  "log",
  "ph.ecog",
  "`a b`",
  "`it's`",
  "`back\\`tick`",
  "`TRUE`",
  "größe",
  ".z",
);
const literal = fc.oneof(
  fc.integer({ min: 0, max: 1_000_000 }).map(String),
  fc.integer({ min: 0, max: 100 }).map((value) => `${value}L`),
  fc.integer({ min: 0, max: 1e8 }).map((value) => String(value / 64)),
  fc.constantFrom("1e5", "2.5e-8", ".5", "TRUE", "FALSE"),
  fc.string().map((text) => JSON.stringify(text).replaceAll(/\\[ubf][0-9a-f]{0,4}/g, "?")),
);

/** Texts of expressions of every kind the grammar has, with and without needless parentheses and blanks. */
export const expressionText: fc.Arbitrary<string> = fc.letrec<{ any: string }>((tie) => ({
  any: fc.oneof(
    { maxDepth: 5, depthSize: "medium" },
    name,
    literal,
    fc
      .tuple(tie("any"), fc.constantFrom("+", "-", "*", "/", "^", ":", " & ", "|", "%in%"), tie("any"))
      .map((each) => each.join("")),
    fc
      .tuple(tie("any"), fc.constantFrom("==", "!=", "<", "<=", ">", ">="), tie("any"))
      .map(([a, op, b]) => `((${a}) ${op} (${b}))`),
    fc.tuple(fc.constantFrom("-", "+", "!"), tie("any")).map((each) => each.join(" ")),
    tie("any").map((inner) => `( ${inner} )`),
    fc
      .tuple(fc.constantFrom("log", "I", "exp", "lag"), tie("any"))
      .map(([call, inner]) => `${call}(${inner})`),
    fc.tuple(tie("any"), tie("any")).map(([x, level]) => `factor(${x}, levels=c(${level}, 1))`),
  ),
})).any;
