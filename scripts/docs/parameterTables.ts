import { describeParameters, type ParameterRow } from "../../scenarios/describe.ts";
import { checked, describeScenario, families, scenarioSchema } from "../../scenarios/index.ts";
import { markdownTable } from "./markdownTable.ts";

/** Every parameter of the schema at its default, in the order of the schema. */
export function parameterTable(): string {
  const defaults = checked(scenarioSchema, {});
  return markdownTable(
    ["parameter", "default", "absent at", "accepted", "unit", "meaning", "mechanism", "source"],
    describeParameters(defaults).map((row) => [
      code(row.path),
      value(row.default),
      row.neutral === undefined ? "" : value(row.neutral),
      row.range,
      row.unit,
      row.meaning,
      row.mechanism,
      row.source,
    ]),
  );
}

/** Every ready world with the parameters it sets, i.e. those that differ from the schema's defaults. */
export function presetTable(): string {
  const presets = families.flatMap((family) => family.presets);
  return markdownTable(
    ["scenario", "summary", "differs from the defaults in"],
    presets.map(({ name, summary }) => [
      code(name),
      summary,
      describeScenario(name).filter(isChanged).map(assignment).join(", "),
    ]),
  );
}

function isChanged(row: ParameterRow): boolean {
  return JSON.stringify(row.value) !== JSON.stringify(row.default);
}

function assignment(row: ParameterRow): string {
  return code(`${row.path} = ${text(row.value)}`);
}

function value(of: unknown): string {
  return code(text(of));
}

function text(of: unknown): string {
  return typeof of === "string" ? of : JSON.stringify(of).replaceAll(",", ", ");
}

function code(words: string): string {
  return `\`${words}\``;
}
