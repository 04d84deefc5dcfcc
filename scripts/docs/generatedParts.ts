import { calibrationSummary, calibrationTable } from "./calibrationTable.ts";
import { checkTable, mixTable, rivalTable, weightTable } from "./checkTables.ts";
import { clusterColumnTable, clusterParameterTable, clusterPresetTable } from "./clusterTables.ts";
import { columnTable } from "./columnTable.ts";
import { parameterTable, presetTable } from "./parameterTables.ts";
import { specificationTable } from "./specificationTable.ts";
import { verdictOnPlacebos, verdictOnSpecifications, verdictOverall } from "./verdictParts.ts";

/** A part of a page that is made from the code: it stands between `<!-- name:start -->` and `<!-- name:end -->`. */
export interface GeneratedPart {
  readonly page: string;
  readonly name: string;
  readonly content: () => string;
}

export const generatedParts: readonly GeneratedPart[] = [
  { page: "README.md", name: "verdict", content: verdictOnSpecifications },
  { page: "docs/identifiability.md", name: "verdict", content: verdictOnSpecifications },
  { page: "docs/identifiability.md", name: "placebos", content: verdictOnPlacebos },
  { page: "docs/identifiability.md", name: "overall", content: verdictOverall },
  { page: "docs/odd.md", name: "parameters", content: parameterTable },
  { page: "docs/odd.md", name: "presets", content: presetTable },
  { page: "docs/methods.md", name: "specifications", content: specificationTable },
  { page: "docs/panel.md", name: "columns", content: columnTable },
  { page: "docs/odd.md", name: "clusterParameters", content: clusterParameterTable },
  { page: "docs/odd.md", name: "clusterPresets", content: clusterPresetTable },
  { page: "docs/calibration.md", name: "calibrationSummary", content: calibrationSummary },
  { page: "docs/calibration.md", name: "calibrationTargets", content: calibrationTable },
  { page: "docs/gancarczyk-2017.md", name: "clusterColumns", content: clusterColumnTable },
  { page: "docs/gancarczyk-2017.md", name: "checks", content: checkTable },
  { page: "docs/gancarczyk-2017.md", name: "rivals", content: rivalTable },
  { page: "docs/gancarczyk-2017.md", name: "weights", content: weightTable },
  { page: "docs/gancarczyk-2017.md", name: "mix", content: mixTable },
];

/**
 * The page with that part made anew.
 *
 * @throws Error when the page has not exactly one pair of markers of that name.
 */
export function withPart(page: string, { name, content }: Pick<GeneratedPart, "name" | "content">): string {
  const start = `<!-- ${name}:start -->`;
  const end = `<!-- ${name}:end -->`;
  const [before, inside, ...more] = page.split(start);
  const [, after, ...rest] = (inside ?? "").split(end);
  if (before === undefined || after === undefined || more.length > 0 || rest.length > 0) {
    throw new Error(`expected one ${start} and one ${end} after it`);
  }
  return `${before}${start}\n\n${content()}\n\n${end}${after}`;
}
