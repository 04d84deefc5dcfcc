import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { escapeLatex } from "../../../study/journal/latexOfJournal.ts";
import { latexTable } from "../../../study/journal/latexTable.ts";
import { someFit, term, threeFits } from "./someFits.ts";

const latex = latexTable(threeFits, { caption: "Entry & exit, 100 %" });
const lines = latex.split("\n");
const lineOf = (label: string) => lines.find((line) => line.startsWith(`${label} &`)) ?? "";
const below = (label: string) => lines[lines.indexOf(lineOf(label)) + 1];

describe("a LaTeX table", () => {
  it("aligns the terms of several fits by name, in order of first appearance", () => {
    const terms = ["(Intercept)", "size\\_100\\%", "factor(year)2008", "lag(y)", "good", "twice"];
    expect(terms.map((name) => lines.indexOf(lineOf(name)))).toEqual(
      terms.map((name) => lines.indexOf(lineOf(name))).toSorted((a, b) => a - b),
    );
    expect(lineOf("lag(y)")).toBe("lag(y) &  & 1.500$^{***}$ &  \\\\");
  });

  it("has as many cells in every row as columns", () => {
    const rows = lines.slice(lines.indexOf("\\toprule"), lines.indexOf("\\bottomrule"));
    const cells = rows.filter((row) => row.endsWith("\\\\")).map((row) => row.split(/(?<!\\)&/).length);
    expect(cells.length).toBeGreaterThan(15);
    expect(new Set(cells)).toEqual(new Set([4]));
    expect(latex).toContain("\\begin{tabular}{l*{3}{c}}");
  });

  it("gives three stars below 0.01, two below 0.05, one below 0.1, and says so", () => {
    expect(lineOf("(Intercept)")).toBe("(Intercept) & $-$1.234$^{***}$ & $-$0.400 &  \\\\");
    expect(lineOf("factor(year)2008")).toContain("0.200$^{*}$ &");
    expect(lineOf("size\\_100\\%")).toContain("0.030100$^{**}$");
    expect(latex).toContain("*** p \\textless{} 0.01, ** p \\textless{} 0.05, * p \\textless{} 0.1.");
  });

  it("shows robust standard errors where a fit has them, and says in which column", () => {
    expect(below("lag(y)")).toBe(" &  & (0.300) &  \\\\");
    expect(latex).toContain("robust to dependence within clusters in (2)");
  });

  it("never shows an error as zero: decimals follow the smallest of the row", () => {
    expect(lineOf("size\\_100\\%")).toContain("$-$0.000120$^{***}$");
    expect(below("size\\_100\\%")).toContain("(0.000046)");
  });

  it("calls infinite estimates infinite and terms left out omitted, with the warning below", () => {
    expect(lineOf("good")).toBe("good &  &  & $-$$\\infty$ \\\\");
    expect(lineOf("twice")).toBe("twice &  &  & omitted \\\\");
    expect(latex).toContain(
      "(3): Warning (monotone-likelihood): good: no event at \\textless{}1\\textgreater{}; its $\\sigma$ \\& more.",
    );
    expect(latex).toContain("(3): The model could not be fitted as asked.");
  });

  it("shows what the fits rest on", () => {
    expect(lineOf("Observations")).toBe("Observations & 1,200 & 1,200 & 1,200 \\\\");
    expect(lineOf("Groups")).toBe("Groups &  & 400 &  \\\\");
    expect(lineOf("Clusters")).toBe("Clusters &  & 50 &  \\\\");
    expect(lineOf("$\\sigma$")).toBe("$\\sigma$ &  & 0.695 &  \\\\");
    expect(below("$\\sigma$")).toBe(" &  & (0.181) &  \\\\");
    expect(lineOf("Log-likelihood")).toContain("$-$512.346");
    expect(latex).toContain("$\\chi$$^2$ [df] & 175.30 [2]$^{***}$ &");
    expect(lineOf("$\\sigma$ = 0, $\\chi$$^2$ [df]")).toContain("15.31 [1]$^{***}$");
    expect(latex).toContain("(2): 1,200 rows with missing cells are left out.");
  });

  it("names the absorbed effects and the share explained", () => {
    const linear = {
      absorbed: [{ effects: "firm", levels: 20 }],
      residualStdError: 1,
      residualDegreesOfFreedom: 10,
      rSquared: 0.5,
      withinRSquared: 0.25,
    };
    const fit = someFit({ model: "linear", events: null, linear, terms: [term("x", 1, 0.5, 0.05)] });
    const text = latexTable([fit, someFit({})]);
    expect(text).toContain("Effects of firm & yes &  \\\\");
    expect(text).toContain("R$^2$ within & 0.250 &  \\\\");
  });

  it("shows a frailty, and how selection and duration hang together", () => {
    const test = { statistic: 4, df: 1, pValue: 0.02 };
    const limits = { confLow: 0, confHigh: 1 };
    const frailty = {
      group: "id",
      variance: 0.5,
      varianceStdError: 0.2,
      ...limits,
      logLikelihoodPooled: -1,
      test,
    };
    const dependence = {
      kind: "fgm" as const,
      parameter: "alpha" as const,
      estimate: -1,
      stdError: Number.NaN,
      ...limits,
      atanh: Number.NEGATIVE_INFINITY,
      atanhStdError: Number.NaN,
      correlation: -0.25,
      correlationStdError: Number.NaN,
      bound: 0.25,
    };
    const selection = {
      formula: "s ~ w",
      distribution: "weibull" as const,
      selectedObservations: 700,
      censored: 10,
      shape: { estimate: 1.1, stdError: 0.04, ...limits },
      dependence,
      logLikelihoodIndependent: -2,
      independenceTest: { likelihoodRatio: test, wald: test },
    };
    const text = latexTable([
      someFit({ model: "gammaFrailty", frailty }),
      someFit({ model: "selectionDuration", selection }),
    ]);
    expect(text).toContain("Frailty variance & 0.500 &  \\\\\n & (0.200) &  \\\\");
    expect(text).toContain("Weibull shape &  & 1.100 \\\\");
    expect(text).toContain("Dependence, $\\alpha$ &  & $-$1.000 \\\\\n &  & (--) \\\\");
    expect(text).toContain("(2): Selection: s \\textasciitilde{} w.");
    expect(text).toContain("Selected &  & 700 \\\\");
    expect(text).toContain("No frailty, $\\chi$$^2$ [df] & 4.00 [1]$^{**}$ &  \\\\");
    expect(text).toContain("Independence, $\\chi$$^2$ [df] &  & 4.00 [1]$^{**}$ \\\\");
  });

  it("needs booktabs, says so, and closes what it opens", () => {
    expect(lines[0]).toContain("\\usepackage{booktabs}");
    const opened = [...latex.matchAll(/\\begin\{(\w+)\}/g)].map(([, name]) => name);
    const closed = [...latex.matchAll(/\\end\{(\w+)\}/g)].map(([, name]) => name);
    expect(closed.toSorted()).toEqual(opened.toSorted());
    expect(latex).toContain("\\caption{Entry \\& exit, 100 \\%}");
    const braces = latex.replaceAll(/\\[{}]/g, "");
    expect(braces.split("{").length).toBe(braces.split("}").length);
  });
});

it("no character of a name is a command to LaTeX", () => {
  expect(escapeLatex("\\a{b}$c&d#e_f%g~h^i")).toBe(
    "\\textbackslash{}a\\{b\\}\\$c\\&d\\#e\\_f\\%g\\textasciitilde{}h\\textasciicircum{}i",
  );
  expect(escapeLatex("x-1, -1, a\u001bb")).toBe("x-1, $-$1, a b");
});

const withLatex = (() => {
  try {
    execFileSync("kpsewhich", ["booktabs.sty"], { stdio: "ignore" });
    execFileSync("pdflatex", ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    console.warn("pdflatex with booktabs is not installed: the table is not compiled");
    return false;
  }
})();

it.skipIf(!withLatex)("pdfLaTeX compiles the table, whatever the names are", { timeout: 60_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), "bandwagon-latex-"));
  try {
    const name = 'a\\b{c}$d&e#f_g%h~i^j<k>l|m"n`o–−∞²σρχ½×≥≤…·é';
    const odd = someFit({ terms: [term(name, 1, 1, 0.3)], formula: `${name} ~ 1` });
    writeFileSync(join(folder, "table.tex"), latexTable([...threeFits, odd], { caption: name }));
    const document =
      "\\documentclass{article}\n\\usepackage{booktabs}\n\\begin{document}\n\\input{table}\n\\end{document}\n";
    writeFileSync(join(folder, "paper.tex"), document);
    const options = { cwd: folder, encoding: "utf8" } as const;
    // Throws where LaTeX meets an error.
    const log = execFileSync(
      "pdflatex",
      ["-interaction=nonstopmode", "-halt-on-error", "paper.tex"],
      options,
    );
    expect(log).toContain("Output written on paper.pdf (1 page");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
