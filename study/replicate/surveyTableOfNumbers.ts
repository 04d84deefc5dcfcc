import { encodeLabels } from "../../panel/encodeLabels.ts";
import type { Table } from "../../panel/table.ts";
import { tableFromColumns } from "../../panel/tableFromColumns.ts";
import { SURVEY_GROUPS } from "../survey/surveyAnswers.ts";
import type { RepeatedSurvey } from "./repeatedSurvey.ts";

/**
 * Every cell of a repeated survey, one row each, for programs; shares are percentages. What is not there is a missing cell;
 * `differs` and `outside` are 1 or 0, and missing where it cannot be told.
 */
export function surveyTableOfNumbers({ tables }: RepeatedSurvey): Table {
  const rows = tables.flatMap(({ table, rows }) =>
    rows.flatMap((row) =>
      SURVEY_GROUPS.flatMap((group) => {
        const cell = row.cells[group];
        return cell === null ? [] : [{ table, row, group, cell }];
      }),
    ),
  );
  type Row = (typeof rows)[number];
  const labels = (name: string, text: (row: Row) => string | null) =>
    encodeLabels(
      name,
      rows.map((row) => text(row) || null),
    );
  const numbers = (name: string, number: (row: Row) => number | boolean | null | undefined) => ({
    name,
    values: Float64Array.from(rows, (row) => Number(number(row) ?? Number.NaN)),
  });
  return tableFromColumns([
    labels("table", ({ table }) => table),
    labels("variable", ({ row }) => row.name),
    labels("category", ({ row }) => row.category),
    labels("group", ({ group }) => group),
    labels("origin", ({ row }) => row.origin),
    numbers("published", ({ cell }) => cell.published?.value),
    numbers("publishedCount", ({ cell }) => cell.published?.count),
    numbers("publishedBase", ({ cell }) => cell.published?.base),
    numbers("intervalLow", ({ cell }) => cell.interval?.low),
    numbers("intervalHigh", ({ cell }) => cell.interval?.high),
    numbers("mean", ({ cell }) => cell.ours.mean),
    numbers("sd", ({ cell }) => cell.ours.sd),
    numbers("surveys", ({ cell }) => cell.ours.histories),
    numbers("observations", ({ cell }) => cell.observations),
    numbers("differs", ({ cell }) => cell.differs),
    numbers("outside", ({ cell }) => cell.outside),
    labels("test", ({ row }) => row.test?.kind ?? null),
    labels("publishedStars", ({ row }) => row.test?.stars ?? null),
    numbers("publishedPValue", ({ row }) => row.test?.published?.pValue),
    numbers("significant", ({ row }) => row.test?.shown.significant),
    numbers("tests", ({ row }) => row.test?.shown.surveys),
    numbers("medianPValue", ({ row }) => row.test?.shown.medianPValue),
    numbers("otherSignificant", ({ row }) => row.test?.other?.significant),
    numbers("otherMedianPValue", ({ row }) => row.test?.other?.medianPValue),
    labels("oddities", ({ row }) => row.oddities.map(({ note }) => note).join(" ")),
  ]);
}
