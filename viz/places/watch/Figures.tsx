import { useMemo } from "preact/hooks";
import { FigureView } from "../../figure/FigureView.tsx";
import { useLab, useWords } from "../../state/lab.ts";
import { eventsOf } from "./events.ts";
import { type FigureParts, flippedFigure, flowFigure, mixFigure, shareFigure } from "./figures.ts";
import type { WatchModel } from "./model.ts";
import { watchWords } from "./words.ts";

/** The years as lines, areas and bars; the shown one is marked. */
export function Figures({ model }: { readonly model: WatchModel }) {
  const words = useWords(watchWords);
  const parts = useFigureParts(model);
  if (parts === null) return null;
  return (
    <section class="stack" aria-labelledby="watch-figures">
      <h2 id="watch-figures">{words.figures.heading}</h2>
      <div class="cards">
        <div class="stack">
          <FigureView figure={shareFigure(parts)} live={false} />
          <FigureView figure={flippedFigure(parts)} live={false} />
        </div>
        <div class="stack">
          <FigureView figure={flowFigure(parts)} live={false} />
          <FigureView figure={mixFigure(parts)} live={false} />
        </div>
      </div>
    </section>
  );
}

/** What figures are made of: the years that are there, and the shown one as the charts follow it. */
export function useFigureParts(model: WatchModel): FigureParts | null {
  const lab = useLab();
  const words = useWords(watchWords);
  const { world: name, set, language } = lab.state.value;
  const run = model.run.value;
  const count = model.arrived.value;
  const cursor = run?.world.years[model.chartIndex.value];
  return useMemo(() => {
    if (run === null || count === 0) return null;
    return {
      world: run.world,
      snapshots: run.snapshots.slice(0, count),
      cursor: cursor ?? 0,
      events: eventsOf({ world: name, set }, run.world, words),
      language,
      words,
    };
  }, [run, count, cursor, name, set, language, words]);
}
