import { stat } from "node:fs/promises";
import { InvalidInput } from "../../scenarios/index.ts";
import { type ResolvedDesign, resolveDesign } from "../../study/cells.ts";
import { parseDesign } from "../../study/design.ts";
import { type DesignChange, designChanges } from "../../study/log/designChange.ts";
import { isSystemError } from "../failure.ts";
import { readJson } from "../readJson.ts";
import { DESIGN_FILE, designPath, logFolder } from "./studyPaths.ts";

/**
 * A folder is free, or holds this study.
 *
 * @throws InvalidInput where it holds another, with what differs.
 */
export async function refuseOtherDesign(folder: string, design: ResolvedDesign): Promise<void> {
  const path = designPath(folder);
  if (!(await exists(path))) {
    if (!(await exists(logFolder(folder)))) return;
    throw new InvalidInput({
      path: `--out ${folder}`,
      found: `replications without the design they belong to (${DESIGN_FILE})`,
      expected: "a folder that is new, or that this study was begun in",
    });
  }
  const changes = designChanges(await begunDesign(path), design);
  if (changes.length === 0) return;
  throw new InvalidInput({
    path: `--out ${folder}`,
    found: `the folder of a study with another design:${changes.slice(0, 10).map(changeLine).join("")}${changes.length > 10 ? `\n            and ${changes.length - 10} more` : ""}`,
    expected: "the same design, with more replications or more cells if you like; or a new folder",
  });
}

function changeLine({ path, begun, now }: DesignChange): string {
  return `\n            ${path}: ${shortened(begun)} there, ${shortened(now)} now`;
}

function shortened(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 57)}…`;
}

/**
 * The design that stands in a folder of results.
 *
 * @throws InvalidInput where there is none.
 */
export async function storedDesign(folder: string): Promise<ResolvedDesign> {
  const path = designPath(folder);
  if (await exists(path)) return begunDesign(path);
  throw new InvalidInput({
    path: folder,
    found: (await exists(folder)) ? `a folder without ${DESIGN_FILE}` : "no such folder",
    expected: "the folder of a study: what stood after --out when it was run or submitted",
  });
}

async function begunDesign(path: string): Promise<ResolvedDesign> {
  try {
    return resolveDesign(parseDesign(await readJson(path)));
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    throw new InvalidInput({
      path,
      found: `a design that this version cannot read (${error.path === "" ? "" : `${error.path}: `}${error.found})`,
      expected: "a folder that is new, or that this study was begun in",
    });
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (error) {
    if (isSystemError(error) && error.code === "ENOENT") return false;
    throw error;
  }
}
