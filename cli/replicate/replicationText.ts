import { families, type RegressionTable } from "../../scenarios/index.ts";
import { regressionTables } from "../../study/replicate/plannedModels.ts";
import type { RepeatedPaper } from "../../study/replicate/repeatedPaper.ts";
import type { ReplicatedModel } from "../../study/replicate/replicatedModel.ts";
import { count } from "../journal/journalNumbers.ts";
import { textTable, wrapText } from "../textTable.ts";
import { descriptivesText } from "./descriptivesText.ts";
import { blocksOf, type PairedCell, type PairedRow, pairedTable, titleOf } from "./replicationCells.ts";
import { notesOfReplication } from "./replicationNotes.ts";

const MODELS_ABREAST = 4;
const WIDTH = 110;

/** Everything that was repeated, for a terminal: each table in the paper's layout, ours beside theirs, then the notes. */
export function replicationText(replication: RepeatedPaper): string {
  const { paper, reference, scenario, firms, scale, seed, descriptives } = replication;
  const parts = [
    wrapText(`${paper}: ${reference}`, WIDTH),
    `world ${scenario}, ${count(firms)} firms (scale ${scale}), seed ${seed}`,
    ...(descriptives === null ? [] : [descriptivesText(replication, descriptives)]),
    ...tablesOf(replication).map(([table, models]) => regressionText(table, models)),
    notesOfReplication(replication)
      .map((note) => wrapText(note, WIDTH, "  "))
      .join("\n"),
  ];
  return `${parts.join("\n\n")}\n`;
}

/** The published tables that models were repeated of, each with its models. */
export function tablesOf({ paper, models }: RepeatedPaper): [RegressionTable, readonly ReplicatedModel[]][] {
  const family = families.find(({ name }) => name === paper);
  const tables = family === undefined ? [] : regressionTables(family);
  return tables.flatMap((table) => {
    const of = models.filter((model) => model.table === table.id);
    return of.length === 0 ? [] : [[table, of]];
  });
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
