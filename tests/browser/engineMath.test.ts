import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

/**
 * Functions whose last bits the language leaves to the engine. `x ** y` is `Math.pow` in other clothes; powers of two
 * are exact, and a square is a product.
 */
const engineDependent =
  /Math\.(exp|expm1|log|log1p|log2|log10|pow|cbrt|hypot|a?sinh?|a?cosh?|a?tanh?|atan2)\b|(?<!\b2) \*\* (?!2\b)/;

test.each(["scenarios", "numerics", "sim", "panel", "estimators", "study"])(
  "no number in %s depends on the engine's own mathematics",
  (folder) => {
    const offences = readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((path) => path.endsWith(".ts"))
      .flatMap((path) =>
        readFileSync(join(folder, path), "utf8")
          .split("\n")
          .map((line, index) => ({ line, place: `${folder}/${path}:${index + 1}` }))
          .filter(({ line }) => !/^\s*(\*|\/\*|\/\/)/.test(line) && engineDependent.test(line))
          .map(({ line, place }) => `${place}: ${line.trim()}`),
      );
    expect(offences).toEqual([]);
  },
);
