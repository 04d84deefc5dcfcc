import type { RefObject } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Figure } from "./figure.ts";
import { type LateChart, lateChart } from "./lateChart.ts";
import type { FigureTheme } from "./theme.ts";

/**
 * Keeps a figure drawn on a canvas for as long as it is on the page and near to what the reader sees.
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
  const chart = useRef<LateChart | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  useEffect(() => {
    if (canvas.current === null) return;
    chart.current = lateChart(canvas.current, () => latest.current, setFailure);
    return () => {
      chart.current?.destroy();
      chart.current = null;
    };
  }, [canvas]);
  useEffect(() => chart.current?.changed(), [figure, theme]);
  return failure;
}
