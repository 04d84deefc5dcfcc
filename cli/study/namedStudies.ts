import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { InvalidInput, nearestName } from "../../scenarios/index.ts";

/** A study that ships, by its name: that of its file, which no other has. */
export interface NamedStudy {
  readonly name: string;
  readonly path: string;
}

/** Beside the built program, or where the sources have them. */
function folders(): string[] {
  const built = fileURLToPath(new URL("studies", import.meta.url));
  if (existsSync(built)) return [built];
  const scenarios = fileURLToPath(new URL("../../scenarios", import.meta.url));
  if (!existsSync(scenarios)) return [];
  return readdirSync(scenarios)
    .map((family) => join(scenarios, family, "studies"))
    .filter((folder) => existsSync(folder));
}

/** Every study that ships, by name. */
export function namedStudies(): NamedStudy[] {
  return folders()
    .flatMap((folder) =>
      readdirSync(folder)
        .filter((file) => file.endsWith(".json"))
        .map((file) => ({ name: basename(file, ".json"), path: join(folder, file) })),
    )
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Of a list of studies: a line of its aim and its size. */
export interface ListedStudy extends NamedStudy {
  readonly aim: string;
}

export function listedStudies(): ListedStudy[] {
  return namedStudies().map((study) => {
    const { aim }: { aim?: unknown } = JSON.parse(readFileSync(study.path, "utf8"));
    return { ...study, aim: typeof aim === "string" ? aim : "" };
  });
}

/**
 * The file of a design: what was given where there is such a file, else the study that ships under this name.
 *
 * @throws InvalidInput for a bare name that is neither, with the names there are.
 */
export function designFile(given: string): string {
  if (isFile(given) || /[/\\]|\.json$/i.test(given)) return given;
  const studies = namedStudies();
  const found = studies.find(({ name }) => name === given);
  if (found !== undefined) return found.path;
  // A folder, say: whoever reads it tells what is wrong with it.
  if (existsSync(given)) return given;
  const names = studies.map(({ name }) => name);
  throw new InvalidInput({
    path: "DESIGN",
    found: `${JSON.stringify(given)}, which is neither a file nor a study that ships`,
    expected: `a design file (JSON), or one of ${names.join(", ")}`,
    suggestion: nearestName(given, names),
  });
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
