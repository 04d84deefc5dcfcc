import { csvChunks } from "../../panel/csvChunks.ts";
import { escapeHtml, STYLE } from "../../study/journal/htmlOfJournal.ts";
import { escapeLatex } from "../../study/journal/latexOfJournal.ts";
import type { RepeatedSurvey } from "../../study/replicate/repeatedSurvey.ts";
import { surveyTableOfNumbers } from "../../study/replicate/surveyTableOfNumbers.ts";
import { textTable, wrapText } from "../textTable.ts";
import { DIFFERS, ODD } from "./replicationCells.ts";
import { type SurveyGrid, surveyGrids } from "./surveyGrid.ts";
import { headOfSurvey, notesOfSurvey } from "./surveyNotes.ts";

const WIDTH = 110;
/** Words in a cell of a table for a terminal. */
const CELL = 30;

/** A repeated survey in one of the formats of the command but JSON. */
export function surveyDocument(of: RepeatedSurvey, format: "table" | "csv" | "latex" | "html"): string {
  if (format === "csv") return [...csvChunks(surveyTableOfNumbers(of))].join("");
  if (format === "latex") return surveyLatex(of);
  return format === "html" ? surveyHtml(of) : surveyText(of);
}

function surveyText(of: RepeatedSurvey): string {
  const parts = [
    ...headOfSurvey(of).map((line) => wrapText(line, WIDTH)),
    ...surveyGrids(of).map(gridText),
    notesOfSurvey(of)
      .map((note) => wrapText(note, WIDTH, "  "))
      .join("\n"),
  ];
  return `${parts.join("\n\n")}\n`;
}

function gridText({ title, columns, words, rows }: SurveyGrid): string {
  const layout = columns.map((column, at) => ({
    title: column,
    align: at < words ? ("left" as const) : ("right" as const),
  }));
  const cells = rows.map((row) => row.map((text, at) => (at < words ? wrapText(text, CELL) : text)));
  return `${wrapText(title, WIDTH)}\n\n${textTable(layout, cells)}`;
}

/** One HTML document that needs nothing beside itself. */
function surveyHtml(of: RepeatedSurvey): string {
  const [title, world] = headOfSurvey(of);
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(of.paper)}</title>
<style>
${STYLE}
caption, th[scope="row"] { white-space: normal; }
table { margin-top: 1.5rem; }
</style>
</head>
<body>
<p>${escapeHtml(title)}</p>
<p>${escapeHtml(world)}</p>
${surveyGrids(of).map(gridHtml).join("\n")}
<div class="notes">
${notesOfSurvey(of)
  .map((note) => `<p>${escapeHtml(note)}</p>`)
  .join("\n")}
</div>
</body>
</html>
`;
}

function gridHtml({ title, columns, rows }: SurveyGrid): string {
  const heading = columns.map((column) => `<th scope="col">${escapeHtml(column)}</th>`).join("");
  const lines = rows.map(([label = "", ...cells]) => {
    const rest = cells.map((text) => `<td>${escapeHtml(text)}</td>`).join("");
    return `<tr><th scope="row">${escapeHtml(label)}</th>${rest}</tr>`;
  });
  return `<div class="scroll" role="region" aria-label="${escapeHtml(title)}" tabindex="0">
<table>
<caption>${escapeHtml(title)}</caption>
<thead><tr>${heading}</tr></thead>
<tbody>
${lines.join("\n")}
</tbody>
</table>
</div>`;
}

/** For `\input`; the document needs the package booktabs. */
function surveyLatex(of: RepeatedSurvey): string {
  const [title, world] = headOfSurvey(of);
  return `${[
    "% Needs \\usepackage{booktabs,array}; the text is UTF-8.",
    `% ${title}`,
    `% ${world}`,
    ...surveyGrids(of).map(gridLatex),
    "\\begingroup\\footnotesize",
    notesOfSurvey(of).map(latex).join("\\par\n"),
    "\\par\\endgroup",
  ].join("\n\n")}\n`;
}

/** Marks and letters that have none of their own in every encoding. */
function latex(text: string): string {
  return escapeLatex(text)
    .replaceAll(DIFFERS, "$\\neq$")
    .replaceAll(ODD, "$\\dagger$")
    .replaceAll("χ²", "$\\chi^2$")
    .replaceAll("√n", "$\\sqrt{n}$")
    .replaceAll("≤", "$\\leq$")
    .replaceAll("±", "$\\pm$");
}

function gridLatex({ title, columns, words, rows }: SurveyGrid): string {
  const line = (cells: readonly string[]) => `${cells.map(latex).join(" & ")} \\\\`;
  const kinds = columns.map((_, at) => (at < words ? ">{\\raggedright\\arraybackslash}p{2.4cm}" : "r"));
  return `\\begin{table}[htbp]
\\centering
\\caption{${latex(title)}}
\\scriptsize
\\begin{tabular}{${kinds.join("")}}
\\toprule
${line(columns)}
\\midrule
${rows.map(line).join("\n")}
\\bottomrule
\\end{tabular}
\\end{table}`;
}
