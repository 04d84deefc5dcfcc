import { escapeLatex } from "../../journal/latexTable.ts";
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

/** Text width of the page, in millimetres, and what a column of numbers takes of it. */
const TEXT_WIDTH = 262;
const NUMBERS_WIDTH = 25;

function tableLatex({ caption, columns, rows }: ReportTable): string {
  const left = columns.filter(({ align }) => align === "left").length;
  const room = (TEXT_WIDTH - (columns.length - left) * NUMBERS_WIDTH) / Math.max(1, left);
  const width = Math.round(Math.min(70, Math.max(22, room - 3)));
  const kind = ({ align }: ReportColumn) => (align === "right" ? "r" : `L{${width}mm}`);
  const line = (cells: readonly string[]) => `${cells.map(text).join(" & ")} \\\\`;
  return [
    "{\\footnotesize",
    `\\begin{longtable}{@{}${columns.map(kind).join("")}@{}}`,
    `\\multicolumn{${columns.length}}{@{}L{${TEXT_WIDTH - 10}mm}@{}}{\\bfseries ${text(caption)}}\\\\[2pt]`,
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

/** Text in which nothing is a command; letters that pdfLaTeX does not know are told by their numbers. */
function text(plain: string): string {
  const broken = plain
    .replaceAll("\n", " ")
    .replace(/(?<=[a-z])(?=[A-Z])|(?<=\w[/(_])(?=[A-Za-z])|(?<=,)(?=[\d"])/g, BREAK);
  return (
    escapeLatex(broken)
      .replaceAll(BREAK, "\\allowbreak{}")
      .replaceAll("--", "-{}-")
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
