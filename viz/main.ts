import { Chart, Legend, LinearScale, LineElement, PointElement, ScatterController, Tooltip } from "chart.js";
import recovery from "../scenarios/canello-2022/studies/recovery.json";
import { resolveDesign } from "../study/cells.ts";
import { parseDesign } from "../study/design.ts";
import { rowsOfOutcome } from "../study/failureRows.ts";
import type { EstimateRow } from "../study/rows.ts";
import { summarise } from "../study/summary.ts";
import { availableCores, spawnBrowserWorker } from "../workers/browserEndpoint.ts";
import { createReplicationPool, runReplications } from "../workers/runReplications.ts";
import { element } from "./element.ts";
import { estimateChart } from "./estimateChart.ts";
import { summarySentence } from "./summarySentence.ts";

Chart.register(ScatterController, PointElement, LineElement, LinearScale, Legend, Tooltip);

const design = resolveDesign(parseDesign(recovery));
const pool = createReplicationPool({
  spawn: () => spawnBrowserWorker(new URL("./browserWorker.js", import.meta.url)),
  size: availableCores(),
  design,
});

const worldChoice = element("world", HTMLSelectElement);
const estimandChoice = element("estimand", HTMLSelectElement);
const summaryLine = element("summary", HTMLElement);
const buttons = [...document.querySelectorAll<HTMLButtonElement>("button[data-histories]")];

/** Every row so far, by cell of the design. */
const rowsOfCell = design.cells.map((): EstimateRow[] => []);
let chart: Chart<"scatter"> | null = null;

for (const [cell, { world }] of design.cells.entries()) worldChoice.add(new Option(world, String(cell)));
worldChoice.addEventListener("change", () => {
  estimandChoice.replaceChildren();
  draw();
});
estimandChoice.addEventListener("change", draw);
for (const button of buttons) {
  button.addEventListener("click", () => void runMore(Number(button.dataset.histories)));
}

/** Runs further histories of the chosen world, numbered on from those there are. */
async function runMore(histories: number): Promise<void> {
  const cell = Number(worldChoice.value);
  const rows = rowsOfCell[cell] ?? [];
  const done = rows.reduce((most, { replication }) => Math.max(most, replication), 0);
  const keys = Array.from({ length: histories }, (_, at) => ({ cell, replication: done + at + 1 }));
  setBusy(true);
  const failure = await runReplications(pool, keys, {
    onDone(replication) {
      rows.push(...rowsOfOutcome(design, replication, replication.outcome));
      requestAnimationFrame(draw);
    },
  });
  setBusy(false);
  if (failure !== null) summaryLine.textContent = failure.message;
}

function setBusy(busy: boolean): void {
  for (const button of buttons) button.disabled = busy;
  worldChoice.disabled = busy;
}

function draw(): void {
  const rows = rowsOfCell[Number(worldChoice.value)] ?? [];
  offerEstimands(rows);
  const shown = rows.filter(({ method, estimand }) => `${method} ${estimand}` === estimandChoice.value);
  const ink = getComputedStyle(document.body).color;
  const animated = !matchMedia("(prefers-reduced-motion: reduce)").matches;
  chart?.destroy();
  chart = new Chart(
    element("chart", HTMLCanvasElement),
    estimateChart(shown, { ink: hexColour(ink), animated }),
  );
  const summary = summarise(design, rows).estimands.find(
    ({ method, estimand }) => `${method} ${estimand}` === estimandChoice.value,
  );
  summaryLine.textContent = summarySentence(summary);
}

/** The estimands that have appeared, the effect of a peer first. */
function offerEstimands(rows: readonly EstimateRow[]): void {
  if (estimandChoice.options.length > 0) return;
  const names = new Set(
    rows.filter(({ status }) => status === "ok").map((row) => `${row.method} ${row.estimand}`),
  );
  for (const name of names) estimandChoice.add(new Option(name, name));
  const peers = [...names].find((name) => name.includes("averagePartialEffect")) ?? [...names][0];
  if (peers !== undefined) estimandChoice.value = peers;
}

/** `rgb(1, 2, 3)`, as browsers report colours, in the form to which a chart can add transparency. */
function hexColour(rgb: string): string {
  const channels = rgb.match(/\d+/g)?.slice(0, 3) ?? ["0", "0", "0"];
  return `#${channels.map((channel) => Number(channel).toString(16).padStart(2, "0")).join("")}`;
}

draw();
