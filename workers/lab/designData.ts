import type { Table } from "../../panel/table.ts";
import { designFromCommand } from "../../study/designFrom/designFromCommandLine.ts";
import { columnsOfDesign, designFromTable } from "../../study/designFrom/designFromTable.ts";
import { fileWord } from "../../study/estimate/estimateCommand.ts";
import type { DesignAnswer, DesignRequest, ReadingOptions } from "./dataJobs.ts";
import type { ReadData } from "./dataService.ts";

/** Nodes of the random effect's quadrature, as the command has them by default. */
const QUADRATURE = 12;

/** A power study from a panel, by the code of `bandwagon study design-from`. */
export function designAnswer(
  { file, table }: ReadData,
  request: DesignRequest,
  { missing, decimal }: ReadingOptions,
): DesignAnswer {
  const asked = { ...request, quadrature: QUADRATURE };
  const names = columnsOfDesign(asked)([...table.columns.keys()]);
  const used: Table = {
    rows: table.rows,
    columns: new Map([...table.columns].filter(([name]) => names.includes(name))),
  };
  const found = designFromTable(used, asked);
  const name = `${file.name.replace(/(\.(csv|tsv|txt|parquet|gz))+$/i, "") || "data"}-design.json`;
  return {
    found,
    file: { name, type: "application/json", text: `${JSON.stringify(found.design, null, 2)}\n` },
    commands: [
      designFromCommand(file.name, {
        ...request,
        ...(missing.length > 0 && { na: missing.join(",") }),
        ...(decimal !== null && { decimal }),
        out: name,
      }),
      `bandwagon study check ${fileWord(name)}`,
      found.design.power?.effect === undefined
        ? `bandwagon study run ${fileWord(name)}`
        : `bandwagon power ${fileWord(name)} --solve firms`,
    ],
  };
}
