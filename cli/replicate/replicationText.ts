import { textTable, wrapText } from "../textTable.ts";
import { descriptivesText } from "./descriptivesText.ts";
import type { PairedCell, PairedRow, PairedTable } from "./replicationCells.ts";
import type { DocumentTable, ReplicationDocument } from "./replicationDocument.ts";

const COLUMNS_ABREAST = 8;
const WIDTH = 110;

/** Everything that was repeated, for a terminal: each table in the paper's layout, ours beside theirs, then the notes. */
export function replicationText({ head, grid, tables, notes }: ReplicationDocument): string {
  const parts = [
    ...head.map((line) => wrapText(line, WIDTH)),
    ...(grid === null ? [] : [descriptivesText(grid)]),
    ...tables.map(regressionText),
    paragraphs(notes),
  ];
  return `${parts.join("\n\n")}\n`;
}

const paragraphs = (lines: readonly string[]) => lines.map((line) => wrapText(line, WIDTH, "  ")).join("\n");

function regressionText({ title, parts, lines }: DocumentTable): string {
  return [
    wrapText(title, WIDTH),
    ...parts(COLUMNS_ABREAST).map(partText),
    ...(lines.length === 0 ? [] : [paragraphs(lines)]),
  ].join("\n\n");
}

function partText({ models, terms, statistics }: PairedTable): string {
  const columns = models.flatMap(({ name, sides }) => sides.map((side) => `${name} ${side}`));
  return textTable(
    [
      { title: "", align: "left" },
      ...columns.map((title) => ({ title: `${title}    `, align: "right" as const })),
    ],
    [...terms.map(lineOf), [""], ...statistics.map(lineOf)],
  );
}

const lineOf = ({ name, cells }: PairedRow) => [name, ...cells.map(cellText)];

/** The numbers stand under each other, stars and mark to their right. */
function cellText({ estimate, stars, mark, error }: PairedCell): string {
  if (estimate === "") return "";
  const first = `${estimate}${stars.padEnd(3)}${mark === "" ? " " : mark}`;
  return error === "" ? first : `${first}\n${error}   `;
}
