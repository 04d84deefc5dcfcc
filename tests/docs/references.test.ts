import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { page, pages } from "./pages.ts";

const folders = "numerics|sim|panel|estimators|scenarios|study|workers|cli|viz|bench|scripts|tests|docs";
const pathInCode = new RegExp(`\`((?:${folders})/[\\w./-]*)\``, "g");

/** As GitHub makes them: small letters, punctuation dropped, blanks to hyphens. */
function anchors(text: string): string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} -]/gu, "")
      .replaceAll(" ", "-"),
  );
}

describe.each(pages)("what %s points to", (path) => {
  const text = page(path);

  it("are files of the project", () => {
    const missing = [...text.matchAll(pathInCode)]
      .map(([, file = ""]) => file)
      .filter((file) => !existsSync(file));
    expect(missing).toEqual([]);
  });

  it("are pages and headings that exist", () => {
    const broken = [...text.matchAll(/\]\((?!https?:)([^)#]*)(?:#([^)]+))?\)/g)]
      .filter(([, file = "", anchor]) => {
        const target = file === "" ? path : join(dirname(path), file);
        if (!existsSync(target)) return true;
        return anchor !== undefined && !anchors(page(target)).includes(anchor);
      })
      .map(([link]) => link);
    expect(broken).toEqual([]);
  });

  it("keeps every marker of a formula in pairs", () => {
    const prose = text.replaceAll(/```[\s\S]*?```|`[^`\n]*`/g, "");
    expect((prose.match(/\$\$/g) ?? []).length % 2).toBe(0);
    for (const paragraph of prose.replaceAll(/\$\$[\s\S]*?\$\$/g, "").split(/\n\s*\n|\n(?=\|)/)) {
      expect((paragraph.match(/\$/g) ?? []).length % 2, paragraph).toBe(0);
    }
  });
});
