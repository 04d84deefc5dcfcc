import { InvalidInput, shocksWithoutEffect } from "../../scenarios/index.ts";
import { type ResolvedDesign, resolveDesign } from "../../study/cells.ts";
import { parseDesign } from "../../study/design.ts";
import { memoryLimit, refuseTooLarge } from "../panelMemory.ts";
import { readJson } from "../readJson.ts";
import { wrapText } from "../textTable.ts";
import { visibleText } from "../visibleText.ts";
import { designFile } from "./namedStudies.ts";

/** What the command line may say in place of the file. */
export interface GivenInstead {
  readonly replications?: number;
  readonly seed?: string;
}

/**
 * @param given a file, or the name of a study that ships.
 * @throws InvalidInput with the path in the file of the first fault.
 */
export async function readDesign(
  given: string,
  { replications, seed }: GivenInstead = {},
): Promise<ResolvedDesign> {
  const path = designFile(given);
  const json = await readJson(path);
  try {
    return resolveDesign({
      ...parseDesign(json),
      ...(replications === undefined ? {} : { replications }),
      ...(seed === undefined ? {} : { seed }),
    });
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    const { found, expected, suggestion } = error;
    throw new InvalidInput({ path: `${path}: ${error.path || "the document"}`, found, expected, suggestion });
  }
}

/**
 * Each thread holds a panel at a time.
 *
 * @throws InvalidInput where the panels of a world would not fit into memory.
 */
export function refuseLargeCells({ cells, design }: ResolvedDesign, workers: number, path: string): void {
  const threads = Math.min(workers, cells.length * design.replications);
  const limit = memoryLimit();
  for (const { world, scenario } of cells) {
    refuseTooLarge(scenario, `${path}: world "${world}"`, threads, limit);
  }
}

/** What should make a reader pause before the work begins; once a world, however many cells it has. */
export function designWarnings({ cells }: ResolvedDesign): string[] {
  const sentences = cells.flatMap(({ world, scenario }) =>
    shocksWithoutEffect(scenario).map((sentence) => `warning: world "${world}": ${sentence}`),
  );
  return [...new Set(sentences)].map((sentence) => visibleText(wrapText(sentence, 110, "  ")));
}
