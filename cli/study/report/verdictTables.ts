import type { ResolvedDesign } from "../../../study/cells.ts";
import { cellLabel } from "../../../study/report/groupLabels.ts";
import type { Label, PlaceboLabel, ShareWithLimits } from "../../../study/verdict/judge.ts";
import type { EffectVerdict, Verdict } from "../../../study/verdict/verdict.ts";
import { decimalsFor, formatMeasure, formatNumber } from "../../formatMeasure.ts";
import type { ReportTable } from "./document.ts";
import { columnsOf } from "./figureText.ts";

const LABELS: Readonly<Record<Label | PlaceboLabel, string>> = {
  identified: "identified",
  sizeDistorted: "size-distorted",
  powerless: "powerless",
  wrongSign: "wrong sign",
  undecided: "undecided",
  noEstimate: "no estimate",
  warns: "warns",
  silent: "silent",
};

/** What each method may be trusted with in each cell, and the worst of it over all cells. */
export function verdictTables(design: ResolvedDesign, verdict: Verdict): ReportTable[] {
  const { effect, worlds, specifications, tests, placebos, overall } = verdict;
  const truths = new Map(worlds.map(({ cell, truth }) => [cell, truth]));
  const judged = (caption: string, rows: readonly EffectVerdict[]): ReportTable[] =>
    rows.length === 0
      ? []
      : [
          {
            caption,
            columns: columnsOf(
              ["cell", "method", "verdict"],
              ["truth", "valid", "reject %", "miss the truth %", "bias"],
            ),
            rows: rows.map(({ cell, method, label, valid, replications, rejection, misses, bias }) => [
              cellLabel(design, cell),
              method,
              LABELS[label],
              truthText(truths.get(cell) ?? Number.NaN, bias?.mcse ?? Number.NaN),
              `${valid} of ${replications}`,
              withLimits(rejection),
              withLimits(misses),
              bias === null ? "–" : formatMeasure(bias, decimalsFor(bias.mcse)),
            ]),
          },
        ];
  return [
    {
      caption: `Over all cells, the worst verdict on the effect of ${effect}`,
      columns: columnsOf(["method", "verdict", "cells"], []),
      rows: overall.map(({ method, label, cells }) => [
        method,
        LABELS[label],
        Object.entries(cells)
          .map(([name, of]) => `${LABELS[name as Label]}: ${of.length}`)
          .join(", "),
      ]),
    },
    ...judged(`Verdict on the effect of ${effect}, by cell and method`, specifications),
    ...judged("Tests that estimate no effect", tests),
    ...(placebos.length === 0
      ? []
      : [
          {
            caption: "Placebos: what should be 0",
            columns: columnsOf(["cell", "method", "term", "says"], ["valid", "reject %"]),
            rows: placebos.map(({ cell, method, term, label, valid, replications, rejection }) => [
              cellLabel(design, cell),
              method,
              term,
              LABELS[label],
              `${valid} of ${replications}`,
              withLimits(rejection),
            ]),
          },
        ]),
  ];
}

function truthText(truth: number, mcse: number): string {
  return truth === 0 ? "0" : formatNumber(truth, decimalsFor(mcse));
}

function withLimits(share: ShareWithLimits | null): string {
  if (share === null || Number.isNaN(share.value)) return "–";
  const percent = (value: number) => formatNumber(100 * value, 1);
  return `${percent(share.value)}\n(${percent(share.low)} to ${percent(share.high)})`;
}
