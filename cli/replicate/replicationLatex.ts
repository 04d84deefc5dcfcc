import type { RepeatedPaper } from "../../study/replicate/repeatedPaper.ts";
import { escapeLatex } from "../journal/latexTable.ts";
import { type DescriptiveGrid, descriptiveGrid } from "./descriptivesText.ts";
import {
  blocksOf,
  DIFFERS,
  ODD,
  type PairedCell,
  type PairedRow,
  type PairedTable,
  pairedTable,
  tablesOf,
  titleOf,
} from "./replicationCells.ts";
import { headOfReplication, notesOfReplication } from "./replicationNotes.ts";

/** Twice as many columns fit on a page. */
const MODELS_ABREAST = 3;

/** Everything that was repeated as LaTeX tables, for `\input`. The document needs the package booktabs. */
export function replicationLatex(replication: RepeatedPaper): string {
  const grid = descriptiveGrid(replication);
  const [title, world] = headOfReplication(replication);
  const paired = tablesOf(replication).flatMap(([table, models]) =>
    blocksOf(models, MODELS_ABREAST).map((block) =>
      floating(titleOf(table), pairedLatex(pairedTable(block, table.decimals))),
    ),
  );
  return `${[
    "% Needs \\usepackage{booktabs}; the text is UTF-8.",
    `% ${title}`,
    `% ${world}`,
    ...(grid === null ? [] : [floating(grid.title, descriptivesLatex(grid))]),
    ...paired,
    "\\begingroup\\footnotesize",
    notesOfReplication(replication).map(latex).join("\\par\n"),
    "\\par\\endgroup",
  ].join("\n\n")}\n`;
}

/** Marks have no letters of their own in every encoding. */
function latex(text: string): string {
  return escapeLatex(text).replaceAll(DIFFERS, "$\\neq$").replaceAll(ODD, "$\\dagger$");
}

const line = (cells: readonly string[]) => `${cells.join(" & ")} \\\\`;

function floating(caption: string, tabular: string): string {
  return `\\begin{table}[htbp]
\\centering
\\caption{${latex(caption)}}
\\scriptsize
${tabular}
\\end{table}`;
}

function pairedLatex({ models, terms, statistics }: PairedTable): string {
  const groups = models.map((_, at) => `\\cmidrule(lr){${2 * at + 2}-${2 * at + 3}}`).join("");
  return [
    `\\begin{tabular}{p{4cm}*{${2 * models.length}}{l}}`,
    "\\toprule",
    line(["", ...models.map((name) => `\\multicolumn{2}{c}{${latex(name)}}`)]),
    groups,
    line(["", ...models.flatMap(() => ["paper", "ours"])]),
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
    ...rows.flatMap(({ label, mark, theirs, ours }) => [
      line([latex(label + mark), "paper", ...theirs.map(latex)]),
      typeof ours === "string"
        ? line(["", "ours", `\\multicolumn{${columns.length}}{l}{${latex(ours)}}`])
        : line(["", "ours", ...ours.map(latex)]),
    ]),
    "\\bottomrule",
    "\\end{tabular}",
  ].join("\n");
}
