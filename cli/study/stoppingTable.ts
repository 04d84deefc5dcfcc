import type { StoppedCell } from "../../study/summary.ts";
import { textTable } from "../textTable.ts";

/** Why each cell of a study with a rule has the replications it has. */
export function stoppingTable(stopping: readonly StoppedCell[]): string {
  const rows = stopping.map(({ cell, look, replications, errors, stop }) => [
    cell,
    String(replications),
    String(look),
    stop === null ? "–" : REASONS[stop],
    errors.map(({ measure, mcse, target }) => `${measure} ${errorOf(mcse)} of ${target}`).join("\n") || "–",
  ]);
  return `Stopped by the rule of the design:\n${textTable(
    [
      { title: "cell", align: "left" },
      { title: "replications", align: "right" },
      { title: "look", align: "right" },
      { title: "because", align: "left" },
      { title: "largest error and its target", align: "left" },
    ],
    rows,
  )}`;
}

const REASONS = {
  mcse: "errors at their targets",
  replications: "the most allowed",
  hours: "time was up",
} as const;

function errorOf(mcse: number): string {
  return Number.isNaN(mcse) ? "–" : String(Number(mcse.toPrecision(2)));
}
