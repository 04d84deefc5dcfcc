import { escapeLatex } from "../../study/journal/latexOfJournal.ts";
import type { DescriptiveGrid } from "./descriptivesText.ts";
import { DIFFERS, ODD, type PairedCell, type PairedRow, type PairedTable } from "./replicationCells.ts";
import type { ReplicationDocument } from "./replicationDocument.ts";

/** As many fit on a page. */
const COLUMNS_ABREAST = 6;

/** Everything that was repeated as LaTeX tables, for `\input`. The document needs the package booktabs. */
export function replicationLatex({ head, grid, tables, notes }: ReplicationDocument): string {
  const [title, world] = head;
  const paired = tables.flatMap(({ title: caption, parts, lines }) =>
    parts(COLUMNS_ABREAST).map((part) => floating(caption, pairedLatex(part), lines)),
  );
  return `${[
    "% Needs \\usepackage{booktabs}; the text is UTF-8.",
    `% ${title}`,
    `% ${world}`,
    ...(grid === null ? [] : [floating(grid.title, descriptivesLatex(grid))]),
    ...paired,
    "\\begingroup\\footnotesize",
    notes.map(latex).join("\\par\n"),
    "\\par\\endgroup",
  ].join("\n\n")}\n`;
}

/** Marks have no letters of their own in every encoding. */
function latex(text: string): string {
  return escapeLatex(text).replaceAll(DIFFERS, "$\\neq$").replaceAll(ODD, "$\\dagger$");
}

const line = (cells: readonly string[]) => `${cells.join(" & ")} \\\\`;

function floating(caption: string, tabular: string, lines: readonly string[] = []): string {
  const below = lines.length === 0 ? "" : `\n\n\\parbox{\\linewidth}{${lines.map(latex).join("\\par\n")}}`;
  return `\\begin{table}[htbp]
\\centering
\\caption{${latex(caption)}}
\\scriptsize
${tabular}${below}
\\end{table}`;
}

function pairedLatex({ models, terms, statistics }: PairedTable): string {
  const width = (upTo: number) => models.slice(0, upTo).reduce((sum, { sides }) => sum + sides.length, 0);
  const groups = models.map((_, at) => `\\cmidrule(lr){${width(at) + 2}-${width(at + 1) + 1}}`).join("");
  return [
    `\\begin{tabular}{p{4cm}*{${width(models.length)}}{l}}`,
    "\\toprule",
    line(["", ...models.map(({ name, sides }) => `\\multicolumn{${sides.length}}{c}{${latex(name)}}`)]),
    groups,
    line(["", ...models.flatMap(({ sides }) => sides.map(latex))]),
    "\\midrule",
    ...terms.flatMap(rowLines),
    "\\midrule",
    ...statistics.flatMap(rowLines),
    "\\bottomrule",
    "\\end{tabular}",
  ].join("\n");
}

function rowLines({ label, cells }: PairedRow): string[] {
  const first = line([latex(label), ...cells.map(cellLatex)]);
  if (cells.every(({ error }) => error === "")) return [first];
  return [first, line(["", ...cells.map(({ error }) => latex(error))])];
}

function cellLatex({ estimate, stars, mark }: PairedCell): string {
  return latex(estimate) + (stars === "" ? "" : `$^{${stars}}$`) + latex(mark);
}

function descriptivesLatex({ columns, rows }: DescriptiveGrid): string {
  return [
    `\\begin{tabular}{p{4cm}l*{${columns.length}}{r}}`,
    "\\toprule",
    line(["", "", ...columns.map(latex)]),
    "\\midrule",
    ...rows.flatMap(({ label, mark, theirs, ours, spread }) => [
      line([latex(label + mark), "paper", ...theirs.map(latex)]),
      typeof ours === "string"
        ? line(["", "ours", `\\multicolumn{${columns.length}}{l}{${latex(ours)}}`])
        : line(["", "ours", ...ours.map(latex)]),
      ...(spread === undefined ? [] : [line(["", "sd", ...spread.map(latex)])]),
    ]),
    "\\bottomrule",
    "\\end{tabular}",
  ].join("\n");
}
