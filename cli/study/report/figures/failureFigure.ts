import type { ResolvedDesign } from "../../../../study/cells.ts";
import { cellLabel } from "../../../../study/report/groupLabels.ts";
import type { MethodSummary, StudySummary } from "../../../../study/summary.ts";
import { formatShare } from "../../../formatMeasure.ts";
import type { Drawing, ReportFigure } from "../document.ts";
import { columnsOf, countsColumn, labelsColumn, leftOut } from "../figureText.ts";
import { sample, seriesClass } from "../series.ts";
import { label, length, placeOn, svg } from "../svg.ts";

const WIDTH = 360;
const HEIGHT = 22;
const BARS_A_CARD = 16;
const MOST_BARS = 96;
const LETTERS = "abcdefghijklmnopqrstuvwxyz";

/** Which share of the replications gave no estimate, and why. null where every one did. */
export function failureFigure(design: ResolvedDesign, { methods }: StudySummary): ReportFigure | null {
  const failing = methods.filter(({ failed }) => failed > 0);
  if (failing.length === 0) return null;
  const causes = [...new Set(failing.flatMap((each) => each.causes.map(({ status }) => status)))];
  const drawn = failing.slice(0, MOST_BARS);
  const cards = [];
  for (let from = 0; from < drawn.length; from += BARS_A_CARD) {
    const drawings = drawn.slice(from, from + BARS_A_CARD).map((each) => barOf(design, each, causes));
    cards.push({ title: from === 0 ? "without an estimate" : "continued", drawings });
  }
  const rows = failing.flatMap((method) => method.causes.map((cause) => ({ method, cause })));
  return {
    id: "failures",
    title: "Failures",
    sentence: `Share of the replications that gave no estimate, by cause, for each cell and method with any; a full bar is all of its replications. They were not drawn again.${leftOut(drawn.length, failing.length, "bars")}`,
    legend: causes.map((cause, at) => [
      sample(`<path class="bar ${seriesClass(at)}" d="M4 0h26v12h-26z"/>${label(17, 10, letterOf(at))}`),
      cause,
    ]),
    cardWidth: 20,
    cards,
    table: {
      caption: "Failures in numbers, by cell, method and cause",
      columns: columnsOf(["cell", "method", "cause"], ["count", "of", "failed %"]),
      rows: rows.map(({ method, cause }) => [
        cellLabel(design, method.cell),
        method.method,
        cause.status,
        String(cause.count),
        String(method.replications),
        formatShare(method.failure),
      ]),
    },
    data: [
      countsColumn(
        "cell",
        rows.map(({ method }) => method.cell),
      ),
      labelsColumn(
        "cellLabel",
        rows.map(({ method }) => cellLabel(design, method.cell)),
      ),
      labelsColumn(
        "method",
        rows.map(({ method }) => method.method),
      ),
      labelsColumn(
        "cause",
        rows.map(({ cause }) => cause.status),
      ),
      countsColumn(
        "count",
        rows.map(({ cause }) => cause.count),
      ),
      countsColumn(
        "replications",
        rows.map(({ method }) => method.replications),
      ),
      countsColumn(
        "firstReplication",
        rows.map(({ cause }) => cause.firstReplication),
      ),
    ],
  };
}

function barOf(design: ResolvedDesign, each: MethodSummary, causes: readonly string[]): Drawing {
  const place = placeOn({ low: 0, high: each.replications }, 1, WIDTH - 1);
  let from = 0;
  const pieces = each.causes.map(({ status, count }) => {
    const [left, right] = [place(from), place(from + count)];
    from += count;
    const at = causes.indexOf(status);
    const piece = `<path class="bar ${seriesClass(at)}" d="M${length(left)} 2H${length(right)}V20H${length(left)}z"/>`;
    return right - left < 12 ? piece : piece + label((left + right) / 2, 15, letterOf(at));
  });
  const said = each.causes.map(({ status, count }) => `${count} ${status}`).join(", ");
  const description = `${each.failed} of ${each.replications} failed: ${said}`;
  const ground = `<path class="ground" d="M1 2H${WIDTH - 1}V20H1z"/>`;
  return {
    label: `${cellLabel(design, each.cell)} · ${each.method}: ${each.failed} of ${each.replications}`,
    description,
    markup: svg(WIDTH, HEIGHT, description, ground + pieces.join("")),
  };
}

function letterOf(at: number): string {
  return LETTERS[at % LETTERS.length] ?? "";
}
