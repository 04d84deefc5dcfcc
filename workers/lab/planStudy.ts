import { parseJson } from "../../scenarios/parseJson.ts";
import { type Cell, type ResolvedDesign, resolveDesign } from "../../study/cells.ts";
import { parseDesign } from "../../study/design.ts";
import { couldBeEstimand, INTERCEPT, isFactorLevel, knownEstimands } from "../../study/estimands.ts";
import { repeatDesign } from "../../study/repeat/repeatDesign.ts";
import { designText, studyName } from "../../study/repeat/studyName.ts";
import { cellLabel } from "../../study/report/groupLabels.ts";
import type { DesignSource, PlannedMethod, StudyPlan } from "./studyJobs.ts";

/**
 * More replications than this, of all cells together, are not for a browser. Their rows are held in flat columns, some 64 bytes each, so
 * that a look takes seconds (100,000 of a probit with 31 rows: 200 MB); replications.csv of them is 600 MB, made in the page's memory.
 */
export const MOST_IN_BROWSER = 100_000;

/** More cells than this are not for a page either. */
export const MOST_CELLS_IN_BROWSER = 500;

/**
 * Reads and resolves a design, with the messages of the command line.
 *
 * @throws InvalidInput with the place of the first fault.
 */
export function planStudy(source: DesignSource): StudyPlan {
  const resolved = resolveDesign(
    source.from === "world" ? repeatDesign(source.request) : parseDesign(parseJson(source.text, source.name)),
  );
  const refused = refusal(resolved);
  // What is not run here need not be carried to the page.
  const design = refused === "too-many-cells" ? { ...resolved, cells: [] } : resolved;
  return {
    name: studyName(design.design),
    design,
    text: designText(design.design),
    cells: design.cells.map((cell) => ({
      label: cellLabel(design, cell.index),
      world: cell.world,
      methods: cell.methods.map((method) => plannedMethod(cell, method)),
    })),
    refused,
  };
}

function refusal({ design, cells }: ResolvedDesign): StudyPlan["refused"] {
  if (cells.length > MOST_CELLS_IN_BROWSER) return "too-many-cells";
  return cells.length * design.replications > MOST_IN_BROWSER ? "too-large" : null;
}

function plannedMethod(cell: Cell, method: Cell["methods"][number]): PlannedMethod {
  const { estimands: asked, scenario } = cell;
  const estimands =
    asked === null
      ? knownEstimands(method).filter((name) => name !== INTERCEPT)
      : asked.filter((name) => couldBeEstimand(method, name, scenario) && !isFactorLevel(method, name));
  const { name, summary, model } = method;
  return { name, summary, model, estimands, first: firstOf(estimands) };
}

/** What this project is about comes first: the effect of a peer. */
function firstOf(estimands: readonly string[]): string {
  const prefixes = ["averagePartialEffect(msePeers", "hazardRatio(msePeers", "msePeers", "hazardRatio("];
  for (const prefix of prefixes) {
    const found = estimands.find((name) => name.startsWith(prefix));
    if (found !== undefined) return found;
  }
  return estimands[0] ?? "";
}
