import type { EffectVerdict, PlaceboVerdict, Verdict } from "./verdict.ts";

const header = [
  "world",
  "trueEffect",
  "method",
  "kind",
  "label",
  "valid",
  "replications",
  "rejection",
  "rejectionLow",
  "rejectionHigh",
  "misses",
  "missesLow",
  "missesHigh",
  "bias",
  "biasMcse",
];

/** The verdict as a table, a row a world and method. Shares are of one; effects are probabilities; what is not known is empty. */
export function verdictCsv({ worlds, specifications, tests, placebos }: Verdict): string {
  const lines = (kind: string, all: readonly (EffectVerdict | PlaceboVerdict)[]) =>
    all.map((found) => {
      const world = worlds.find(({ cell }) => cell === found.cell);
      const { rejection } = found;
      const misses = "misses" in found ? found.misses : null;
      const bias = "bias" in found ? found.bias : null;
      return [
        world?.world ?? "",
        world?.truth,
        found.method,
        kind,
        found.label,
        found.valid,
        found.replications,
        ...[rejection?.value, rejection?.low, rejection?.high],
        ...[misses?.value, misses?.low, misses?.high],
        ...[bias?.value, bias?.mcse],
      ];
    });
  const rows = [
    header,
    ...lines("specification", specifications),
    ...lines("test", tests),
    ...lines("placebo", placebos),
  ];
  return rows.map((row) => `${row.map(field).join(",")}\n`).join("");
}

function field(value: string | number | undefined): string {
  if (value === undefined) return "";
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : "";
  return /[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
