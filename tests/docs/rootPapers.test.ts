import { describe, expect, it } from "vitest";
import { license, version } from "../../package.json";
import { page } from "./pages.ts";

const codemeta = JSON.parse(page("codemeta.json"));
const citation = page("CITATION.cff");

describe("the root papers", () => {
  it("agree with package.json on the version", () => {
    expect(/^version: (.+)$/m.exec(citation)?.[1]).toBe(version);
    expect(codemeta.version).toBe(version);
    expect(page("CHANGELOG.md")).toContain(`\n## ${version}\n`);
  });

  it("agree with package.json on the licence", () => {
    expect(/^license: (.+)$/m.exec(citation)?.[1]).toBe(license);
    expect(codemeta.license).toBe(`https://spdx.org/licenses/${license}`);
    expect(page("LICENSE")).toMatch(new RegExp(`^${license} License\n`));
  });

  it("name the same authors", () => {
    const [, holder = "missing"] = /Copyright \(c\) \d{4} (.+)/.exec(page("LICENSE")) ?? [];
    expect(citation).toContain(`\n  - name: ${holder}\n`);
    expect(codemeta.author[0].name).toBe(holder);
  });
});
