import { csvChunks } from "../../panel/csvChunks.ts";
import { encodeLabels } from "../../panel/encodeLabels.ts";
import { tableFromColumns } from "../../panel/tableFromColumns.ts";
import { escapeHtml, STYLE } from "../../study/journal/htmlOfJournal.ts";
import { escapeLatex } from "../../study/journal/latexOfJournal.ts";
import { textTable, wrapText } from "../textTable.ts";
import { type ClaimsTable, shortNumber, UNTOLD } from "./claimsTable.ts";

const WIDTH = 110;

const text = (cell: string | number) => (typeof cell === "number" ? shortNumber(cell) : cell);
const isNumber = ({ rows }: ClaimsTable, at: number) => rows.every((row) => typeof row[at] === "number");

/** For a terminal; long texts take several lines. */
export function claimsText(table: ClaimsTable): string {
  const columns = table.columns.map((title, at) => ({
    title,
    align: isNumber(table, at) ? ("right" as const) : ("left" as const),
  }));
  const rows = table.rows.map((row) => row.map((cell) => wrapText(text(cell), 28)));
  const notes = table.notes.map((note) => wrapText(note, WIDTH, "  ")).join("\n");
  return `${[wrapText(table.head, WIDTH), textTable(columns, rows), notes].join("\n\n")}\n`;
}

/** For programs: numbers in full, an empty cell for what is not there. */
export function claimsCsv(table: ClaimsTable): string {
  const columns = table.columns.map((name, at) => {
    const cells = table.rows.map((row) => row[at] ?? "");
    return isNumber(table, at)
      ? { name, values: Float64Array.from(cells, Number) }
      : encodeLabels(
          name,
          cells.map((cell) => (cell === UNTOLD ? null : String(cell))),
        );
  });
  return [...csvChunks(tableFromColumns(columns))].join("");
}

export function claimsHtml({ head, columns, rows, notes }: ClaimsTable): string {
  const cells = (row: readonly (string | number)[]) =>
    row.map((cell) => `<td>${escapeHtml(text(cell))}</td>`).join("");
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(head)}</title>
<style>
${STYLE}
td { white-space: normal; text-align: left; }
</style>
</head>
<body>
<div class="scroll" role="region" aria-label="${escapeHtml(head)}" tabindex="0">
<table>
<caption>${escapeHtml(head)}</caption>
<thead><tr>${columns.map((column) => `<th scope="col">${escapeHtml(column)}</th>`).join("")}</tr></thead>
<tbody>
${rows.map((row) => `<tr>${cells(row)}</tr>`).join("\n")}
</tbody>
</table>
</div>
<div class="notes">
${notes.map((note) => `<p>${escapeHtml(note)}</p>`).join("\n")}
</div>
</body>
</html>
`;
}

/** For `\input`; needs booktabs. */
export function claimsLatex(table: ClaimsTable): string {
  const { head, columns, rows, notes } = table;
  const line = (cells: readonly string[]) => `${cells.map(escapeLatex).join(" & ")} \\\\`;
  const kinds = columns.map((_, at) =>
    isNumber(table, at) ? "r" : ">{\\raggedright\\arraybackslash}p{2.6cm}",
  );
  return `% Needs \\usepackage{booktabs,array}; the text is UTF-8.
\\begin{table}[htbp]
\\centering
\\caption{${escapeLatex(head)}}
\\scriptsize
\\begin{tabular}{${kinds.join("")}}
\\toprule
${line(columns)}
\\midrule
${rows.map((row) => line(row.map(text))).join("\n")}
\\bottomrule
\\end{tabular}

\\begin{minipage}{\\linewidth}
\\footnotesize
${notes.map(escapeLatex).join("\\par\n")}
\\end{minipage}
\\end{table}
`;
}
