import type { RefObject } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { FigureChart } from "../charts/chartjs.ts";
import type { Figure } from "./figure.ts";
import type { FigureTheme } from "./theme.ts";

/**
 * Keeps a figure drawn on a canvas for as long as it is on the page. Chart.js comes with the first figure.
 *
 * @returns why it could not be drawn, or null.
 */
export function useFigureChart(
  canvas: RefObject<HTMLCanvasElement | null>,
  figure: Figure,
  theme: FigureTheme,
  onPick: ((row: number) => void) | undefined,
): string | null {
  const latest = useRef({ figure, theme, onPick });
  latest.current = { figure, theme, onPick };
  const chart = useRef<FigureChart | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  useEffect(() => {
    let gone = false;
    import("../charts/chartjs.ts")
      .then(({ drawFigure }) => {
        if (gone || canvas.current === null) return;
        const now = latest.current;
        chart.current = drawFigure(canvas.current, now.figure, now.theme, (row) =>
          latest.current.onPick?.(row),
        );
      })
      .catch((error: unknown) => {
        if (!gone) setFailure(error instanceof Error ? error.message : String(error));
      });
    return () => {
      gone = true;
      chart.current?.destroy();
      chart.current = null;
    };
  }, [canvas]);
  useEffect(() => chart.current?.update(figure, theme), [figure, theme]);
  return failure;
}
