import { describe, expect, it } from "vitest";
import { modelSpecificationNames } from "../../scenarios/index.ts";
import { PERFORMANCE_NAMES } from "../../study/design.ts";
import { page, wordsOfUnion } from "./pages.ts";

const methods = page("docs/methods.md");

describe("the page of methods", () => {
  it.each(PERFORMANCE_NAMES)("has a formula and an error for the performance measure %s", (name) => {
    expect(methods).toMatch(new RegExp(`^\\| \`${name}\` \\| [^|]+ \\| [^|]+ \\|$`, "m"));
  });

  it.each(wordsOfUnion("estimators/fit.ts", "WarningCode"))("names the warning %s", (code) => {
    expect(methods).toContain(`\`${code}\``);
  });

  it.each(modelSpecificationNames())("has the specification %s in its table", (name) => {
    expect(methods).toContain(`\n| \`${name}\` | `);
  });

  it.each(["stock", "flow", "share", "log", "threshold", "invertedU"])(
    "says what one more peer changes for the peer measure %s",
    (measure) => {
      const table = methods.slice(methods.indexOf("| `peerMeasure` |"));
      expect(table.slice(0, table.indexOf("\n\n"))).toContain(`\`${measure}\``);
    },
  );
});
