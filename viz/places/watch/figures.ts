import type { WatchSnapshot } from "../../../sim/index.ts";
import type { WorldToWatch } from "../../../workers/lab/watchJobs.ts";
import { destinationMix } from "../../charts/destinationMix.ts";
import { differenceStrip } from "../../charts/differenceStrip.ts";
import { timeSeries } from "../../charts/timeSeries.ts";
import type { Figure } from "../../figure/figure.ts";
import type { Language } from "../../i18n/words.ts";
import type { WatchWords } from "./headline.ts";

export interface FigureParts {
  readonly world: WorldToWatch;
  readonly snapshots: readonly WatchSnapshot[];
  /** Calendar year that is shown. */
  readonly cursor: number;
  readonly events: readonly { readonly year: number; readonly name: string }[];
  readonly language: Language;
  readonly words: WatchWords;
}

/** Share of firms abroad, with imitation and without; of one province, by its index, or of the country. */
export function shareFigure(
  { world, snapshots, cursor, events, language, words }: FigureParts,
  at?: number,
): Figure {
  const place = at === undefined ? undefined : world.provinces[at]?.name;
  const share = (of: "with" | "without") =>
    snapshots.map(({ [of]: { alive, abroad, total } }) => {
      const firms = at === undefined ? total.alive : (alive[at] ?? 0);
      return firms === 0 ? Number.NaN : (at === undefined ? total.abroad : (abroad[at] ?? 0)) / firms;
    });
  const { figures } = words;
  return timeSeries(
    {
      id: place === undefined ? "watch-share" : "watch-share-province",
      title: place === undefined ? figures.share : figures.shareOf(place),
      language,
    },
    {
      series: [
        { name: figures.with, values: share("with") },
        { name: figures.without, values: share("without") },
      ],
      years: world.years,
      quantity: figures.shareAxis,
      format: "percent",
      cursor,
      events,
    },
  );
}

/** Firms that started and that returned in each year. */
export function flowFigure({ world, snapshots, cursor, events, language, words }: FigureParts): Figure {
  const { figures } = words;
  return timeSeries(
    { id: "watch-flow", title: figures.flow, language },
    {
      series: [
        { name: figures.started, values: snapshots.map((each) => each.with.total.started) },
        { name: figures.returned, values: snapshots.map((each) => each.with.total.returned) },
      ],
      years: world.years,
      quantity: figures.flowAxis,
      format: "count",
      cursor,
      events,
    },
  );
}

/** Firms active in each destination. */
export function mixFigure({ world, snapshots, cursor, language, words }: FigureParts): Figure {
  const { figures, destinations } = words;
  const names: Readonly<Record<string, string>> = destinations;
  return destinationMix(
    { id: "watch-mix", title: figures.mix, language },
    {
      destinations: world.destinations.map((name, at) => ({
        name: names[name] ?? name,
        values: snapshots.map((each) => each.with.destinations[at] ?? Number.NaN),
      })),
      years: world.years,
      quantity: figures.mixAxis,
      format: "count",
      cursor,
    },
  );
}

/** Firms that are somewhere they would not be without imitation, or the reverse, by year. */
export function flippedFigure({ world, snapshots, cursor, language, words }: FigureParts): Figure {
  return differenceStrip(
    { id: "watch-flipped", title: words.figures.flipped, language },
    {
      years: world.years,
      values: snapshots.map((each) => each.difference.total.flipped),
      quantity: words.figures.flipped,
      format: "count",
      cursor,
    },
  );
}
