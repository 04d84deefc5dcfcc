import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { latexReport } from "../../../../cli/study/report/latex.ts";
import { escapeMarkdown, markdownReport } from "../../../../cli/study/report/markdown.ts";
import { type ReportedStudy, studyDocument } from "../../../../cli/study/report/studyDocument.ts";
import { failingReference, hostileStudy, loopStudy, undefinedStudy } from "./someReports.ts";

const documentOf = (study: ReportedStudy) => studyDocument(study, { figures: false, measuresATable: 4 });

describe("the report in Markdown", () => {
  const text = markdownReport(documentOf(loopStudy));

  it("has tables with Monte Carlo errors in parentheses", () => {
    expect(text).toContain("| estimand | cell | valid | truth | estimate | bias |");
    // Estimates −1, 0, 1, 4: the mean is 1, and s / √n = √(14/3) / 2.
    expect(text).toContain("| size | firms = 300 · closureRate = 0 | 4 | 0.0 | 1.0 | 1.0 (1.1) |");
  });

  it("says why nothing is compared where the reference never gives an estimate", () => {
    const text = markdownReport(documentOf(failingReference));
    const pair =
      "| size | firms = 300 · closureRate = 0 | canello-2022/cox-yearly | canello-2022/cox-exact |";
    expect(text).toContain(`${pair} 0 | – | – | – | – |`);
    expect(text).toContain(
      "No list-wise numbers, since in no replication every compared method has an estimate: canello-2022/cox-yearly, size, firms = 300 · closureRate = 0; ",
    );
  });

  it("has rows as long as their heads", () => {
    for (const table of text.match(/(?:^\|.*\n)+/gm) ?? []) {
      const widths = table
        .trimEnd()
        .split("\n")
        .map((line) => line.replaceAll("\\|", "").split("|").length);
      expect(new Set(widths).size, table).toBe(1);
    }
  });

  it("takes no text for markup", () => {
    expect(escapeMarkdown("<b> a|b\n*c* [d](e)")).toBe("&lt;b&gt; a\\|b \\*c\\* \\[d\\](e)");
    expect(markdownReport(documentOf(hostileStudy)).replace(/^```+json[\s\S]*?^```+$/gm, "")).not.toContain(
      "<script",
    );
  });
});

describe("the report in LaTeX", () => {
  it("has tables with booktabs and Monte Carlo errors in parentheses", () => {
    const text = latexReport(documentOf(loopStudy));
    expect(text).toContain("\\usepackage{array,booktabs,longtable}");
    expect(text).toContain("& 1.0 (1.1) &");
    // A command's hyphens stay two; what is undefined is a dash.
    expect(text).toContain("replay . -{}-cell 1 -{}-replication 3");
    expect(latexReport(documentOf(undefinedStudy))).toContain("& -- &");
  });

  it.each([
    ["with two parameters", loopStudy],
    ["with commands in its names", hostileStudy],
  ])("compiles, of a study %s", { timeout: 120_000 }, (name, study) => {
    if (!hasLatex()) return;
    const folder = mkdtempSync(join(tmpdir(), "bandwagon-latex-"));
    try {
      writeFileSync(join(folder, "report.tex"), latexReport(documentOf(study)));
      execFileSync("pdflatex", ["-interaction=nonstopmode", "-halt-on-error", "report.tex"], {
        cwd: folder,
        stdio: "pipe",
      });
      expect(existsSync(join(folder, "report.pdf")), name).toBe(true);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

function hasLatex(): boolean {
  try {
    execFileSync("pdflatex", ["--version"], { stdio: "ignore" });
    for (const file of ["booktabs.sty", "longtable.sty", "geometry.sty"]) {
      execFileSync("kpsewhich", [file], { stdio: "ignore" });
    }
    return true;
  } catch {
    console.warn(
      "pdflatex with booktabs, longtable and geometry is not installed: the report is not compiled",
    );
    return false;
  }
}
