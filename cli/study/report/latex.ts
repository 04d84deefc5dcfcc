import { escapeLatex } from "../../../study/journal/latexOfJournal.ts";
import type { ReportBlock, ReportColumn, ReportDocument, ReportTable } from "./document.ts";

/** The report as a LaTeX document with tables (booktabs, longtable); without figures. */
export function latexReport({ title, lead, sections }: ReportDocument): string {
  const parts = sections.flatMap(({ title, blocks }) => [
    `\\section*{${text(title)}}`,
    ...blocks.map(blockLatex).filter((each) => each !== ""),
  ]);
  return `${[
    "\\documentclass[a4paper,10pt]{article}",
    "\\usepackage[T1]{fontenc}",
    "\\usepackage[utf8]{inputenc}",
    "\\usepackage[landscape,margin=15mm]{geometry}",
    "\\usepackage{array,booktabs,longtable}",
    "\\setlength{\\parindent}{0pt}\\setlength{\\parskip}{4pt}\\setlength{\\tabcolsep}{4pt}",
    "\\setlength{\\LTleft}{0pt}\\setlength{\\emergencystretch}{3em}",
    "\\newcolumntype{L}[1]{>{\\raggedright\\arraybackslash}p{#1}}",
    "\\begin{document}",
    `{\\small ${text(lead)}}\\par`,
    `{\\Large\\bfseries ${text(title)}\\par}`,
    "",
    parts.join("\n\n"),
    "",
    "\\end{document}",
  ].join("\n")}\n`;
}

function blockLatex(block: ReportBlock): string {
  switch (block.kind) {
    case "paragraph":
      return text(block.text);
    case "list":
      return `\\begin{itemize}\n${block.items.map((item) => `\\item ${text(item)}`).join("\n")}\n\\end{itemize}`;
    case "terms": {
      const items = block.items.map(([term, value]) => `\\item[${text(term)}] ${text(value)}`);
      return `\\begin{description}\n${items.join("\n")}\n\\end{description}`;
    }
    case "table":
      return tableLatex(block.table);
    case "code":
    case "figure":
      return "";
  }
}

/** Text width of the page and space between two columns, in millimetres. */
const TEXT_WIDTH = 265;
const GAP = 2.9;
const LEAST_WIDTH = 26;

/** Sizes of type, each with the width of a digit in millimetres; the first that leaves room for the names is taken. */
const SIZES = [
  ["footnotesize", 1.65],
  ["scriptsize", 1.45],
  ["tiny", 1.2],
] as const;

/** A size of type, and the width of every column: numbers stand in one line, names may go on in the next. */
function layout({ columns, rows }: ReportTable): { size: string; widths: number[] } {
  const letters = columns.map(({ title }, at) =>
    rows.reduce((most, row) => Math.max(most, (row[at] ?? "").length), title.length),
  );
  const isName = (at: number) => columns[at]?.align !== "right";
  const names = columns.filter(({ align }) => align === "left").length;
  const room = (digit: number) =>
    letters.reduce((left, count, at) => left - GAP - (isName(at) ? 0 : count * digit), TEXT_WIDTH);
  const [size, digit] = SIZES.find(([, each]) => room(each) >= LEAST_WIDTH * names) ?? SIZES[2];
  const more = letters.map((count, at) => (isName(at) ? Math.max(0, count * digit * 1.1 - LEAST_WIDTH) : 0));
  const spare = room(digit) - LEAST_WIDTH * names;
  const share = Math.max(0, Math.min(1, spare / more.reduce((sum, each) => sum + each, 1)));
  return { size, widths: more.map((each) => Math.floor(LEAST_WIDTH + each * share)) };
}

function tableLatex(table: ReportTable): string {
  const { caption, columns, rows } = table;
  const { size, widths } = layout(table);
  const kind = ({ align }: ReportColumn, at: number) => (align === "right" ? "r" : `L{${widths[at]}mm}`);
  const line = (cells: readonly string[]) => `${cells.map(text).join(" & ")} \\\\`;
  return [
    `{\\${size}\\textbf{${text(caption)}}\\par\\nopagebreak`,
    `\\begin{longtable}{@{}${columns.map(kind).join("")}@{}}`,
    "\\toprule",
    line(columns.map(({ title }) => title)),
    "\\midrule",
    "\\endhead",
    "\\bottomrule",
    "\\endfoot",
    ...rows.map(line),
    "\\end{longtable}}",
  ].join("\n");
}

/** Where a long name may be broken. */
const BREAK = "\u200B";
/** Between hyphens that are not to become a dash. */
const APART = "\u2060";

/** Text in which nothing is a command; letters that pdfLaTeX does not know are told by their numbers. */
function text(plain: string): string {
  const broken = plain
    .replaceAll("\n", " ")
    .replaceAll("--", `-${APART}-`)
    .replace(/(?<=[a-z])(?=[A-Z])|(?<=\w[/(_])(?=[A-Za-z])|(?<=,)(?=[\d"])/g, BREAK);
  return (
    escapeLatex(broken)
      .replaceAll(BREAK, "\\allowbreak{}")
      .replaceAll(APART, "{}")
      // After a row's end these would be taken for its option.
      .replace(/^[[*]/, "{$&}")
      .replaceAll("“", "``")
      .replaceAll("”", "''")
      .replaceAll("’", "'")
      .replaceAll("—", "---")
      .replace(/[^\u0020-\u007E\u00A0-\u017F\n]/gu, (letter) => {
        return `[U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}]`;
      })
  );
}
