import { useMemo } from "preact/hooks";
import { FigureView } from "../../figure/FigureView.tsx";
import type { Figure } from "../../figure/figure.ts";
import { useLab, useWords } from "../../state/lab.ts";
import { useTurn } from "../../ui/useTurn.ts";
import { eventsOf } from "./events.ts";
import { type FigureParts, flippedFigure, flowFigure, mixFigure, shareFigure } from "./figures.ts";
import type { WatchModel } from "./model.ts";
import { useStaggered } from "./useStaggered.ts";
import { watchWords } from "./words.ts";

/** The years as lines, areas and bars; the shown one is marked. */
export function Figures({ model }: { readonly model: WatchModel }) {
  const words = useWords(watchWords);
  const parts = useFigureParts(model);
  if (parts === null) return null;
  return (
    <section class="stack" aria-labelledby="watch-figures">
      <h2 id="watch-figures">{words.figures.heading}</h2>
      <div class="cards watch-figures">
        <div class="stack">
          <LaterFigure parts={parts} draw={shareFigure} frames={0} />
          <LaterFigure parts={parts} draw={flippedFigure} frames={1} />
        </div>
        <div class="stack">
          <LaterFigure parts={parts} draw={flowFigure} frames={2} />
          <LaterFigure parts={parts} draw={mixFigure} frames={3} />
        </div>
      </div>
    </section>
  );
}

function LaterFigure(props: {
  readonly parts: FigureParts;
  readonly draw: (parts: FigureParts) => Figure;
  readonly frames: number;
}) {
  const { parts, draw, frames } = props;
  const late = useStaggered(parts, frames);
  const figure = useMemo(() => draw(late), [draw, late]);
  return useTurn() ? <FigureView figure={figure} live={false} /> : null;
}

/** What figures are made of: the years that are there, and the shown one as the charts follow it. */
export function useFigureParts(model: WatchModel): FigureParts | null {
  const lab = useLab();
  const words = useWords(watchWords);
  const { world: name, set, language } = lab.state.value;
  const charted = model.charted.value;
  return useMemo(() => {
    if (charted === null) return null;
    const { run, count, index } = charted;
    return {
      world: run.world,
      snapshots: run.snapshots.slice(0, count),
      cursor: run.world.years[index] ?? 0,
      events: eventsOf({ world: name, set }, run.world, words),
      language,
      words,
    };
  }, [charted, name, set, language, words]);
}
