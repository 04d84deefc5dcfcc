import { encodeLabels } from "../../panel/encodeLabels.ts";
import type { Table } from "../../panel/table.ts";
import { tableFromColumns } from "../../panel/tableFromColumns.ts";
import type { LabFit, LabTerm } from "./labFit.ts";

/** Every estimate of every fit, one row each, for programs: with its limits, what is true, and what is printed. */
export function fitsTable(fits: readonly LabFit[]): Table {
  const rows = fits.flatMap((fit) =>
    [...fit.terms, ...fit.effects].map((term) => ({
      fit,
      term,
      printed: fit.published?.terms.find((each) => each.term === term.term) ?? null,
    })),
  );
  const labels = (name: string, text: (row: (typeof rows)[number]) => string) =>
    encodeLabels(
      name,
      rows.map((row) => text(row) || null),
    );
  const numbers = (name: string, number: (row: (typeof rows)[number]) => number | null | undefined) => ({
    name,
    values: Float64Array.from(rows, (row) => number(row) ?? Number.NaN),
  });
  const own = (key: Exclude<keyof LabTerm, "term">) => numbers(key, ({ term }) => term[key]);
  return tableFromColumns([
    labels("specification", ({ fit }) => fit.specification),
    labels("term", ({ term }) => term.term),
    own("estimate"),
    own("stdError"),
    own("statistic"),
    own("pValue"),
    own("confLow"),
    own("confHigh"),
    own("truth"),
    numbers("published", ({ printed }) => printed?.estimate),
    numbers("publishedStdError", ({ printed }) => printed?.stdError),
    labels("publishedStars", ({ printed }) => printed?.stars ?? ""),
    numbers("observations", ({ fit }) => fit.observations),
    numbers("logLikelihood", ({ fit }) => fit.logLikelihood),
  ]);
}
