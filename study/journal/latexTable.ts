import type { EstimateResult } from "../estimate/estimateResult.ts";
import { type JournalCell, type JournalOptions, type JournalRow, journalTable } from "./journalTable.ts";

/**
 * Fits side by side as a LaTeX table, for `\input`: coefficients with stars, standard errors in parentheses below. The
 * document needs the package booktabs.
 */
export function latexTable(fits: readonly EstimateResult[], options: JournalOptions = {}): string {
  const { caption, outcomes, models, terms, statistics, notes } = journalTable(fits, options);
  const line = (cells: readonly string[]) => `${cells.join(" & ")} \\\\`;
  const rowLines = ({ label, cells, errors }: JournalRow) => [
    line([escapeLatex(label), ...cells.map(cellText)]),
    ...(errors === null || errors.every((error) => error === "")
      ? []
      : [line(["", ...errors.map(escapeLatex)])]),
  ];
  return `${[
    "% Needs \\usepackage{booktabs}; the text is UTF-8: pdfLaTeX takes Latin letters, XeLaTeX and LuaLaTeX others.",
    "\\begin{table}[htbp]",
    "\\centering",
    `\\caption{${escapeLatex(caption)}}`,
    `\\begin{tabular}{l*{${fits.length}}{c}}`,
    "\\toprule",
    line(["", ...fits.map((_, at) => `(${at + 1})`)]),
    line(["", ...outcomes.map(escapeLatex)]),
    line(["", ...models.map(escapeLatex)]),
    "\\midrule",
    ...terms.flatMap(rowLines),
    "\\midrule",
    ...statistics.flatMap(rowLines),
    "\\bottomrule",
    "\\end{tabular}",
    "",
    "\\begin{minipage}{\\linewidth}",
    "\\footnotesize",
    notes.map(escapeLatex).join("\\par\n"),
    "\\end{minipage}",
    "\\end{table}",
  ].join("\n")}\n`;
}

function cellText({ text, stars }: JournalCell): string {
  return escapeLatex(text) + (stars === 0 ? "" : `$^{${"*".repeat(stars)}}$`);
}

const ESCAPES: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "{": "\\{",
  "}": "\\}",
  $: "\\$",
  "&": "\\&",
  "#": "\\#",
  _: "\\_",
  "%": "\\%",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
  "<": "\\textless{}",
  ">": "\\textgreater{}",
  "|": "\\textbar{}",
  '"': "\\char34{}",
  "`": "\\textasciigrave{}",
  "\n": " ",
  "–": "--",
  "−": "$-$",
  "∞": "$\\infty$",
  "²": "$^2$",
  σ: "$\\sigma$",
  ρ: "$\\rho$",
  χ: "$\\chi$",
  α: "$\\alpha$",
  θ: "$\\theta$",
  "½": "$\\frac12$",
  "×": "$\\times$",
  "≥": "$\\ge$",
  "≤": "$\\le$",
  "…": "\\dots{}",
  "·": "$\\cdot$",
};

/** Text in which nothing is a command; a hyphen before a digit or infinity is a minus sign. */
export function escapeLatex(text: string): string {
  return text
    .replace(/(^|[\s(])-(?=[\d∞])/g, "$1−")
    .replace(/\p{Cc}/gu, " ")
    .replace(/[\\{}$&#_%~^<>|"`–−∞²σρχαθ½×≥≤…·]/g, (character) => ESCAPES[character] ?? character);
}
