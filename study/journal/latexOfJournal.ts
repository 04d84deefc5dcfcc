import type { JournalCell, JournalRow, JournalTable } from "./journalTable.ts";

export interface LatexOptions {
  /**
   * "page" for type one size smaller, columns closer together and, where that is still wider than the line or taller than a page, a table
   * scaled down to it; "natural", the default, for a table as large as it comes out.
   */
  readonly size?: "natural" | "page";
}

/** The source of a table that is made already. */
export function latexOfJournal(
  { caption, outcomes, models, terms, statistics, notes }: JournalTable,
  { size = "natural" }: LatexOptions = {},
): string {
  const [packages, before, after] =
    size === "natural" ? ["booktabs", [], []] : ["booktabs,graphicx", ON_THE_PAGE.before, ON_THE_PAGE.after];
  const line = (cells: readonly string[]) => `${cells.join(" & ")} \\\\`;
  const rowLines = ({ label, cells, errors }: JournalRow) => [
    line([escapeLatex(label), ...cells.map(cellText)]),
    ...(errors === null || errors.every((error) => error === "")
      ? []
      : [line(["", ...errors.map(escapeLatex)])]),
  ];
  return `${[
    `% Needs \\usepackage{${packages}}; the text is UTF-8: pdfLaTeX takes Latin letters, XeLaTeX and LuaLaTeX others.`,
    "\\begin{table}[htbp]",
    "\\centering",
    `\\caption{${escapeLatex(caption)}}`,
    ...before,
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
    ...after,
    "",
    "\\begin{minipage}{\\linewidth}",
    "\\footnotesize",
    notes.map(escapeLatex).join("\\par\n"),
    "\\end{minipage}",
    "\\end{table}",
  ].join("\n")}\n`;
}

/** The table is set in a box first: only one that is wider than the line, or too tall for a page with its notes, is made smaller. */
const ON_THE_PAGE = {
  before: ["\\small\\setlength{\\tabcolsep}{4pt}%", "\\sbox0{%"],
  after: [
    "}%",
    "\\ifdim\\wd0>\\linewidth\\sbox0{\\resizebox{\\linewidth}{!}{\\usebox0}}\\fi",
    "\\ifdim\\dimexpr\\ht0+\\dp0\\relax>.75\\textheight\\sbox0{\\resizebox*{!}{.75\\textheight}{\\usebox0}}\\fi",
    "\\usebox0",
  ],
};

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
