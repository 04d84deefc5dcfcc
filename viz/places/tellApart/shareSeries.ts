import type { Cause } from "../../../scenarios/lab/lookAlikes.ts";
import type { SeenWorld } from "../../../study/lookAlikes/seenWorld.ts";
import type { TrueWorld } from "../../../workers/lab/tellApartJobs.ts";
import { timeSeries } from "../../charts/timeSeries.ts";
import type { Figure } from "../../figure/figure.ts";
import type { Language, Translation } from "../../i18n/words.ts";
import type { Letter } from "./order.ts";
import type { tellApartWords } from "./words.ts";

/**
 * The share abroad by year; once it is known what the world is, also with imitation and with its own cause off.
 *
 * @param most end of the axis, the same for all worlds.
 */
export function shareSeries(
  letter: Letter,
  world: SeenWorld,
  truth: TrueWorld | null,
  cause: Cause,
  most: number,
  language: Language,
  words: Translation<(typeof tellApartWords)["en"]>,
): Figure {
  const name = truth === null ? words.worldOf(letter) : words.asItIs;
  const series = [{ name, values: world.shares }];
  if (truth !== null) series.push({ name: words.noImitation, values: truth.noImitation.shares });
  // Where firms imitate the two are one.
  if (truth !== null && cause !== "imitation")
    series.push({ name: words.noCause, values: truth.noCause.shares });
  const figure = timeSeries(
    { id: `tell-apart-${letter}`, title: words.seriesTitle(words.worldOf(letter)), language },
    { series, years: world.years, quantity: words.seriesAxis, format: "percent" },
  );
  return { ...figure, y: { ...figure.y, max: most } };
}

/** The end of the axis of every world of a round, so that equal heights are equal shares: the next per cent above all. */
export function highestShare(worlds: readonly SeenWorld[]): number {
  const most = worlds.reduce((largest, { shares }) => Math.max(largest, ...shares), 0);
  return Math.ceil(100 * most) / 100;
}
