import { EXIT } from "../failure.ts";
import { textTable, wrapText } from "../textTable.ts";
import { visibleText } from "../visibleText.ts";
import { listedStudies } from "./namedStudies.ts";

const WIDTH = 110;

/** `bandwagon study list`. Returns the exit code. */
export function listStudies({ format }: { readonly format: "table" | "json" }): number {
  const studies = listedStudies();
  if (format === "json") {
    process.stdout.write(`${JSON.stringify(studies, null, 2)}\n`);
    return EXIT.done;
  }
  const widest = Math.max(...studies.map(({ name }) => name.length));
  const table = textTable(
    [
      { title: "study", align: "left" },
      { title: "question", align: "left" },
    ],
    studies.map(({ name, aim }) => [name, wrapText(aim, WIDTH - widest - 2)]),
  );
  process.stdout.write(`${visibleText(table)}\n`);
  return EXIT.done;
}
