import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { JournalTable } from "../../../study/journal/journalTable.ts";
import { latexOfJournal } from "../../../study/journal/latexOfJournal.ts";

function tableOf(columns: number, rows: number): JournalTable {
  const names = Array.from({ length: columns }, (_, at) => `canello-2022/cox-${at}, published`);
  const row = (at: number) => ({
    label: `Peers of the same destination, number ${at}`,
    cells: names.map(() => ({ text: "-0.12345", stars: 3 as const })),
    errors: names.map(() => "(0.01234)"),
  });
  return {
    caption: "A history",
    outcomes: names,
    models: names,
    terms: Array.from({ length: rows }, (_, at) => row(at)),
    statistics: [{ ...row(0), errors: null }],
    notes: ["Standard errors in parentheses."],
  };
}

const withLatex = (() => {
  try {
    for (const style of ["booktabs.sty", "graphicx.sty"]) execFileSync("kpsewhich", [style]);
    execFileSync("pdflatex", ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    console.warn("pdflatex with booktabs and graphicx is not installed: the tables are not compiled");
    return false;
  }
})();

/** What LaTeX says of a paper of 11 points with the table in it. */
function compiled(table: string): string {
  const folder = mkdtempSync(join(tmpdir(), "bandwagon-latex-"));
  try {
    writeFileSync(
      join(folder, "paper.tex"),
      `\\documentclass[11pt]{article}\n\\usepackage{booktabs,graphicx}\n\\begin{document}\n${table}\\end{document}\n`,
    );
    const options = { cwd: folder, encoding: "utf8" } as const;
    return execFileSync("pdflatex", ["-interaction=nonstopmode", "-halt-on-error", "paper.tex"], options);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe("a LaTeX table of many columns", () => {
  it("says which packages it needs", () => {
    expect(latexOfJournal(tableOf(1, 1))).toContain("\\usepackage{booktabs};");
    expect(latexOfJournal(tableOf(1, 1), { size: "page" })).toContain("\\usepackage{booktabs,graphicx};");
  });

  it.skipIf(!withLatex)(
    "is wider than the line of a paper, unless it is to fit the page",
    { timeout: 60_000 },
    () => {
      expect(compiled(latexOfJournal(tableOf(5, 12)))).toMatch(/Overfull \\hbox/);
      for (const [columns, rows] of [
        [1, 2],
        [5, 12],
        [2, 40],
        [10, 40],
      ] as const) {
        const log = compiled(latexOfJournal(tableOf(columns, rows), { size: "page" }));
        expect(log, `${columns} columns, ${rows} terms`).toContain("Output written on paper.pdf (1 page");
        expect(log).not.toMatch(/Overfull|too large/);
      }
    },
  );
});
