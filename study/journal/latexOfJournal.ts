import type { JournalCell, JournalRow, JournalTable } from "./journalTable.ts";

/** The source of a table that is made already. */
export function latexOfJournal({
  caption,
  outcomes,
  models,
  terms,
  statistics,
  notes,
}: JournalTable): string {
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
    `\\begin{tabular}{l*{${outcomes.length}}{c}}`,
    "\\toprule",
    line(["", ...outcomes.map((_, at) => `(${at + 1})`)]),
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
