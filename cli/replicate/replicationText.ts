import type { RegressionTable } from "../../scenarios/index.ts";
import type { RepeatedPaper } from "../../study/replicate/repeatedPaper.ts";
import type { ReplicatedModel } from "../../study/replicate/replicatedModel.ts";
import { textTable, wrapText } from "../textTable.ts";
import { descriptiveGrid, descriptivesText } from "./descriptivesText.ts";
import {
  blocksOf,
  type PairedCell,
  type PairedRow,
  pairedTable,
  tablesOf,
  titleOf,
} from "./replicationCells.ts";
import { headOfReplication, notesOfReplication } from "./replicationNotes.ts";

const MODELS_ABREAST = 4;
const WIDTH = 110;

/** Everything that was repeated, for a terminal: each table in the paper's layout, ours beside theirs, then the notes. */
export function replicationText(replication: RepeatedPaper): string {
  const grid = descriptiveGrid(replication);
  const parts = [
    ...headOfReplication(replication).map((line) => wrapText(line, WIDTH)),
    ...(grid === null ? [] : [descriptivesText(grid)]),
    ...tablesOf(replication).map(([table, models]) => regressionText(table, models)),
    notesOfReplication(replication)
      .map((note) => wrapText(note, WIDTH, "  "))
      .join("\n"),
  ];
  return `${parts.join("\n\n")}\n`;
}

function regressionText(table: RegressionTable, models: readonly ReplicatedModel[]): string {
  const blocks = blocksOf(models, MODELS_ABREAST).map((block) => {
    const { models: names, terms, statistics } = pairedTable(block, table.decimals);
    const columns = names.flatMap((name) => [`${name} paper`, `${name} ours`]);
    const lines = [...terms.map(lineOf), [""], ...statistics.map(lineOf)];
    return textTable(
      [
        { title: "", align: "left" },
        ...columns.map((title) => ({ title: `${title}    `, align: "right" as const })),
      ],
      lines,
    );
  });
  return [wrapText(titleOf(table), WIDTH), ...blocks].join("\n\n");
}

const lineOf = ({ name, cells }: PairedRow) => [name, ...cells.map(cellText)];

/** The numbers stand under each other, stars and mark to their right. */
function cellText({ estimate, stars, mark, error }: PairedCell): string {
  if (estimate === "") return "";
  const first = `${estimate}${stars.padEnd(3)}${mark === "" ? " " : mark}`;
  return error === "" ? first : `${first}\n${error}   `;
}
