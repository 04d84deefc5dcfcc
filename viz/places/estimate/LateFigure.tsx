import { useEffect, useState } from "preact/hooks";
import { FigureView } from "../../figure/FigureView.tsx";
import type { Figure } from "../../figure/figure.ts";

/** A figure that is drawn some frames later than it is there: several at once would hold the page up. */
export function LateFigure({ figure, frames }: { readonly figure: Figure; readonly frames: number }) {
  const [drawn, setDrawn] = useState<Figure | null>(null);
  useEffect(() => {
    let left = frames;
    let frame = 0;
    const wait = () => {
      left -= 1;
      if (left < 0) setDrawn(figure);
      else frame = requestAnimationFrame(wait);
    };
    wait();
    return () => cancelAnimationFrame(frame);
  }, [figure, frames]);
  return drawn === null ? null : <FigureView figure={drawn} live={false} />;
}
