import type { ResolvedDesign } from "../../../../study/cells.ts";
import { withoutSharedFolder } from "../../../../study/report/groupLabels.ts";
import { type LoopPanel, type NestedLoop, nestedLoop } from "../../../../study/report/nestedLoops.ts";
import { rangeAround } from "../../../../study/report/quantiles.ts";
import { formatCell } from "../../estimandTables.ts";
import { frame } from "../axis.ts";
import type { FigureCard, ReportFigure } from "../document.ts";
import {
  columnsOf,
  countsColumn,
  inWords,
  labelsColumn,
  leftOut,
  MEASURE_NAMES,
  numbersColumn,
} from "../figureText.ts";
import { MOST_SERIES, seriesClass, seriesSample, seriesSign } from "../series.ts";
import { label, length, placeOn, svg } from "../svg.ts";
import type { FigureScale } from "./figureScale.ts";
import { groupColumns } from "./lollipopFigure.ts";

const LEFT = 58;
const RIGHT = 10;
const PANEL = 150;
const STEPS = 44;
const MOST_CARDS = 12;

/** All cells from left to right, in the order of their parameters. null where fewer than two parameters vary. */
export function nestedLoopFigure(design: ResolvedDesign, scale: FigureScale): ReportFigure | null {
  const found = scale.estimands.flatMap((each) => {
    const loop = nestedLoop(design, each);
    return loop === null || loop.panels.length === 0 ? [] : [loop];
  });
  if (found.length === 0) return null;
  const loops = found.slice(0, MOST_CARDS);
  const methods = scale.methods.slice(0, MOST_SERIES);
  const short = withoutSharedFolder(scale.methods);
  const points = loops.flatMap((loop) =>
    loop.panels.flatMap(({ measure, lines }) =>
      lines.flatMap(({ method, values }) =>
        values.flatMap((value, at) => {
          const cell = loop.cells[at] ?? 0;
          const levels = loop.parameters.map((each) => levelText(each, at) ?? "").join(", ");
          return value === null ? [] : [{ loop, measure, method, value, at, cell, levels }];
        }),
      ),
    ),
  );
  return {
    id: `nested-loop-${scale.id}`,
    title: `Nested loop: ${scale.name}`,
    sentence: `Every cell of the design from left to right, one step each, a line a method; the steps below say which value each parameter has there (Rücker & Schwarzer 2014).${leftOut(methods.length, scale.methods.length, "methods")}${leftOut(loops.length, found.length, "panels")}`,
    legend: methods.map((method, at) => [seriesSample(at), short.get(method) ?? method]),
    cardWidth: 40,
    cards: loops.map((loop) => cardOf(loop, methods)),
    table: {
      caption: "Nested loop in numbers",
      columns: columnsOf(
        ["estimand", "measure", "method", namesOfParameters(loops)],
        ["cell", "value (MCSE)"],
      ),
      rows: points.map(({ loop, measure, method, value, cell, levels }) => [
        loop.estimand,
        MEASURE_NAMES[measure],
        method,
        levels,
        String(cell),
        formatCell(value, null),
      ]),
    },
    data: [
      labelsColumn(
        "measure",
        points.map(({ measure }) => measure),
      ),
      ...groupColumns(
        design,
        points.map(({ loop, cell, method }) => ({ estimand: loop.estimand, cell, method })),
      ),
      countsColumn(
        "position",
        points.map(({ at }) => at + 1),
      ),
      numbersColumn(
        "value",
        points.map(({ value }) => value.value),
      ),
      numbersColumn(
        "mcse",
        points.map(({ value }) => value.mcse),
      ),
    ],
  };
}

function namesOfParameters(loops: readonly NestedLoop[]): string {
  return [...new Set(loops.flatMap(({ parameters }) => parameters.map(({ name }) => name)))].join(", ");
}

function levelText({ levels, ofCell }: NestedLoop["parameters"][number], at: number): string | null {
  const level = ofCell[at] ?? null;
  return level === null ? null : (levels[level] ?? null);
}

function cardOf(loop: NestedLoop, methods: readonly string[]): FigureCard {
  const width = Math.max(620, LEFT + RIGHT + 22 * loop.cells.length);
  const step = (width - LEFT - RIGHT) / loop.cells.length;
  const left = (at: number) => LEFT + at * step;
  // Its text stays readable: a narrow page scrolls it, a wide one does not blow it up.
  const style = `min-width:${width}px;max-width:${Math.round(1.25 * width)}px`;
  const drawings = loop.panels.map((panel) => {
    const description = inSentence(panel);
    return {
      label: "",
      description,
      markup: svg(width, PANEL, description, drawPanel(panel, methods, left, width), style),
    };
  });
  const steps = svg(width, STEPS * loop.parameters.length + 6, null, drawSteps(loop, left, step), style);
  return { title: loop.estimand, drawings: [...drawings, { label: "", description: null, markup: steps }] };
}

function drawPanel(
  { measure, lines }: LoopPanel,
  methods: readonly string[],
  left: (at: number) => number,
  width: number,
): string {
  const scaled = lines.map(({ method, values }) => ({
    at: methods.indexOf(method),
    values: values.map((value) => (value === null ? null : "low" in value ? 100 * value.value : value.value)),
  }));
  const cells = scaled[0]?.values.length ?? 0;
  const range = rangeAround(
    [],
    scaled.flatMap(({ values }) => values.map((value) => value ?? Number.NaN)),
  );
  if (range === null) return "";
  const y = placeOn(range, PANEL - 8, 22);
  const across = { low: 0, high: cells };
  const axes = frame(
    { range: across, place: placeOn(across, LEFT, width - RIGHT), title: "", marks: [] },
    { range, place: y, title: MEASURE_NAMES[measure] },
  );
  const known = scaled.filter(({ at }) => at >= 0);
  const paths = known.map(({ at, values }) => stepPath(`series ${seriesClass(at)}`, values, left, y));
  const signs = known.flatMap(({ at, values }) =>
    values.map((value, cell) =>
      // Side by side, where lines lie on each other.
      value === null ? "" : seriesSign(at, left(cell + (at + 1) / (methods.length + 1)), y(value)),
    ),
  );
  return axes + paths.join("") + signs.join("");
}

/** Along each cell and up or down to the next; broken where there is no value. */
function stepPath(
  kind: string,
  values: readonly (number | null)[],
  left: (at: number) => number,
  place: (value: number) => number,
): string {
  const path = values.map((value, at) => {
    if (value === null) return "";
    const y = length(place(value));
    const joined = at > 0 && values[at - 1] !== null;
    return `${joined ? `V${y}` : `M${length(left(at))} ${y}`}H${length(left(at + 1))}`;
  });
  return `<path class="${kind}" d="${path.join("")}"/>`;
}

function drawSteps({ parameters, cells }: NestedLoop, left: (at: number) => number, step: number): string {
  return parameters
    .map((parameter, row) => {
      const top = row * STEPS + 18;
      const { levels, ofCell } = parameter;
      const place = (level: number) =>
        levels.length === 1 ? top + 20 : top + 20 - (14 * level) / (levels.length - 1);
      const path = stepPath("loop", ofCell, left, place);
      // A level is named where it begins, as far as there is room.
      let free = 0;
      const names = cells.map((_, at) => {
        const level = ofCell[at] ?? null;
        const text = levelText(parameter, at) ?? "";
        if (level === null || level === ofCell[at - 1] || left(at) < free) return "";
        let until = at + 1;
        while (ofCell[until] === level) until++;
        const room = Math.floor(((until - at) * step - 4) / 6);
        if (room < Math.min(3, text.length)) return "";
        const shown = text.length <= room ? text : `${text.slice(0, Math.max(1, room - 1))}…`;
        free = left(at) + shown.length * 6 + 6;
        return label(left(at) + 4, place(level) - 3, shown, "start");
      });
      return `${label(LEFT, top - 5, parameter.name, "start")}${path}${names.join("")}`;
    })
    .join("");
}

function inSentence({ measure, lines }: LoopPanel): string {
  const found = lines.map(({ method, values }) => {
    const numbers = values.flatMap((value) =>
      value === null ? [] : ["low" in value ? 100 * value.value : value.value],
    );
    return `${method} from ${inWords(Math.min(...numbers))} to ${inWords(Math.max(...numbers))}`;
  });
  return `${MEASURE_NAMES[measure]} over the cells: ${found.join("; ")}`;
}
