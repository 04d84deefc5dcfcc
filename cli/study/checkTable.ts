import type { ExpectedError } from "../../study/designCheck/expectedErrors.ts";
import { gigabytes } from "../panelMemory.ts";
import { duration } from "../progressDisplay.ts";
import { type TextColumn, textTable, wrapText } from "../textTable.ts";
import { visibleText } from "../visibleText.ts";
import type { StudyCheck } from "./checkStudy.ts";

const WIDTH = 110;
const left = (title: string): TextColumn => ({ title, align: "left" });
const right = (title: string): TextColumn => ({ title, align: "right" });

/** What `study check` found, as a person reads it. */
export function checkTable(check: StudyCheck): string {
  const { cells, replications, total, streams } = check;
  const parts = [
    [
      wrapText(check.aim, WIDTH),
      `design ${check.design}`,
      `${cells} cells × ${replications} replications = ${total.toLocaleString("en")} histories${streams === "common" ? " · random numbers shared by all cells" : ""}`,
    ].join("\n"),
    textTable(
      [left("world"), right("cells"), left("methods"), left("estimands")],
      check.worlds.map(({ world, cells, methods, estimands }, at) => {
        const [here, there] = [methods.join("\n"), estimands?.join("\n") ?? "all coefficients"];
        const before = check.worlds[at - 1];
        const sameMethods = before?.methods.join("\n") === here;
        const sameEstimands =
          before !== undefined && (before.estimands?.join("\n") ?? "all coefficients") === there;
        return [world, String(cells), sameMethods ? "as above" : here, sameEstimands ? "as above" : there];
      }),
    ),
    costText(check),
    sharesText(check),
    ...(check.errors === null ? [] : [errorsText(check.errors)]),
    ...check.cautions.map((caution) => wrapText(`caution: ${caution}`, WIDTH, "  ")),
  ];
  return visibleText(parts.filter((part) => part !== "").join("\n\n"));
}

function costText({ pilot, memory, workers, cells, stopsByRule }: StudyCheck): string {
  const threads = `${workers} ${workers === 1 ? "thread" : "threads"}`;
  const held = `memory about ${gigabytes(memory)} for the panels of ${threads}, their fits and the index of the results`;
  if (pilot === null) return wrapText(`${held}. Without a pilot nothing is known of the time.`, WIDTH);
  const { seconds, secondsOfStudy, secondsOfStudyByClock } = pilot;
  const slowest = seconds.reduce((most, each) => Math.max(most, each), 0);
  return wrapText(
    `Time ${stopsByRule ? "at most about" : "about"} ${duration(secondsOfStudy)} on ${threads}, by a pilot of ${pilot.ran} replications in ${pilot.cells.length} ${pilot.cells.length === 1 ? "cell" : "cells"} (${secondsText(slowest)} of processor time a replication in the slowest${pilot.cells.length < cells ? "; the other cells by their firms and years" : ""}). That is with a core for each thread as far as there are cores; by the clock of the pilot, with all that the machine did beside it, ${duration(secondsOfStudyByClock)}. ${sentence(held)} (the pilot took ${gigabytes(pilot.memory)} in all); the rows about ${gigabytes(pilot.logBytes)} on disk.`,
    WIDTH,
  );
}

function sentence(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

function secondsText(seconds: number): string {
  return seconds < 10 ? `${Number(seconds.toPrecision(2))} s` : duration(seconds);
}

function sharesText({ shares, replications }: StudyCheck): string {
  if (shares.length === 0) return "";
  const points = (value: number) => (Number.isNaN(value) ? "–" : `${(100 * value).toPrecision(2)}`);
  const count = (value: number) => (Number.isNaN(value) ? "–" : value.toLocaleString("en"));
  const table = textTable(
    [
      left("share"),
      right("at nominal"),
      right("at most"),
      right("target"),
      right("needs at nominal"),
      right("at most"),
    ],
    shares.map(({ measure, nominal, worst, target, neededNominal, neededWorst }) => [
      measure,
      points(nominal),
      points(worst),
      points(target),
      count(neededNominal),
      count(neededWorst),
    ]),
  );
  return `Expected Monte Carlo standard errors with ${replications} replications, percentage points:\n${table}`;
}

function errorsText(errors: readonly ExpectedError[]): string {
  const figure = (value: number) => (Number.isNaN(value) ? "–" : String(Number(value.toPrecision(2))));
  const needed = errors.some((each) => each.needed !== 0);
  const table = textTable(
    [
      left("estimand"),
      left("measure"),
      right("expected error"),
      ...(needed ? [right("needs")] : []),
      left("by method (worst)"),
    ],
    errors.map(({ estimand, measure, mcse, needed: count, method }) => [
      estimand.replace(/(?<=\w)\(/, "\n (").replace(", ", ",\n  "),
      measure,
      figure(mcse),
      ...(needed ? [count === 0 ? "" : Number.isNaN(count) ? "–" : count.toLocaleString("en")] : []),
      method,
    ]),
  );
  return `The same of the other measures, by the spread in the pilot:\n${table}`;
}
