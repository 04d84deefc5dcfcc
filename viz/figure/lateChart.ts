import type { drawFigure, FigureChart } from "../charts/chartjs.ts";
import { inTurn } from "../ui/inTurn.ts";
import type { Figure } from "./figure.ts";
import { type FigureTheme, lightTheme } from "./theme.ts";

/** What a canvas should show. */
export interface ChartSubject {
  readonly figure: Figure;
  readonly theme: FigureTheme;
  readonly onPick: ((row: number) => void) | undefined;
}

/** A chart that is drawn where somebody can see it. */
export interface LateChart {
  /** The subject is another one. */
  changed(): void;
  destroy(): void;
}

/** How far beyond the screen charts are kept drawn: a screen above and below, so that one who scrolls finds them ready. */
const margin = "100% 0px";

/** White, as a computed style writes it. */
const paper = "rgb(255, 255, 255)";

/**
 * Draws a canvas when it comes near to what the reader sees, one a frame, and keeps it drawn while it is near. What is far away is neither
 * drawn nor changed, except for paper: printed pages are whole. Chart.js comes with the first figure.
 *
 * @param subject what the canvas should show now.
 * @param onFailure told why it could not be drawn.
 */
export function lateChart(
  canvas: HTMLCanvasElement,
  subject: () => ChartSubject,
  onFailure: (message: string) => void,
): LateChart {
  let draw: typeof drawFigure | null = null;
  let chart: FigureChart | null = null;
  let near = false;
  let stale = true;
  let takeBack: (() => void) | null = null;
  let gone = false;

  function fail(error: unknown): void {
    if (!gone) onFailure(error instanceof Error ? error.message : String(error));
  }
  function make(theme: FigureTheme): void {
    if (draw === null) return;
    stale = false;
    chart = draw(canvas, subject().figure, theme, (row) => subject().onPick?.(row));
  }
  function refresh(): void {
    if (!near || !stale || draw === null) return;
    if (chart !== null) {
      stale = false;
      chart.update(subject().figure, subject().theme);
      return;
    }
    takeBack ??= inTurn(() => {
      takeBack = null;
      if (chart !== null) return;
      try {
        make(subject().theme);
      } catch (error) {
        fail(error);
      }
    });
  }
  let onPaper = false;
  const forPaper = () => {
    const { theme } = subject();
    onPaper = theme.ground !== paper;
    if (!stale && !onPaper) {
      chart?.drawNow();
      return;
    }
    chart?.destroy();
    const { ink, ground, grid } = lightTheme;
    // No frame comes before the page is printed: what moves would be printed on its way.
    make({ ...theme, ...(onPaper ? { ink, ground, grid } : {}), animated: false });
    chart?.drawNow();
  };
  const afterPaper = () => {
    if (!onPaper) return;
    onPaper = false;
    stale = true;
    refresh();
  };
  const observer = new IntersectionObserver(
    (entries) => {
      near = entries.at(-1)?.isIntersecting === true;
      refresh();
    },
    { rootMargin: margin },
  );
  observer.observe(canvas);
  addEventListener("beforeprint", forPaper);
  addEventListener("afterprint", afterPaper);
  import("../charts/chartjs.ts").then((charts) => {
    if (gone) return;
    draw = charts.drawFigure;
    refresh();
  }, fail);
  return {
    changed() {
      stale = true;
      refresh();
    },
    destroy() {
      gone = true;
      observer.disconnect();
      removeEventListener("beforeprint", forPaper);
      removeEventListener("afterprint", afterPaper);
      takeBack?.();
      chart?.destroy();
    },
  };
}
