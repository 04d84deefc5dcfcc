import type { WatchSnapshot, WorldYear } from "../../../sim/index.ts";
import type { WorldToWatch } from "../../../workers/lab/watchJobs.ts";
import type { Format } from "../../i18n/format.ts";
import type { Translation } from "../../i18n/words.ts";
import type { watchWords } from "./words.ts";

export type WatchWords = Translation<(typeof watchWords)["en"]>;

/**
 * The year in one sentence.
 *
 * @param ahead the same year of a newer run, of which only the world with imitation is there: then nothing is said of the other.
 */
export function headline(
  { year, ...snapshot }: WatchSnapshot,
  { sameWorlds }: Pick<WorldToWatch, "sameWorlds">,
  words: WatchWords,
  format: Format,
  ahead: WorldYear | null = null,
): string {
  const { abroad, alive } = (ahead ?? snapshot.with).total;
  const values = {
    year: String(year),
    abroad: format.count(abroad),
    firms: format.count(alive),
    share: format.percent(alive === 0 ? 0 : abroad / alive),
  };
  if (ahead !== null) return words.headlineAhead(values);
  if (sameWorlds) return words.headlineSame(values);
  return words.headline({
    ...values,
    without: format.count(snapshot.without.total.abroad),
    flipped: format.count(snapshot.difference.total.flipped),
  });
}

/**
 * The longest that the sentences of a year become in a country of tens of thousands of firms. The page keeps room for them, so that nothing below
 * moves when the first year comes or a number grows.
 *
 * @param same whether the world has no imitation.
 */
export function headlineRoom(
  same: boolean,
  words: WatchWords,
): { readonly year: string; readonly flips: string } {
  // As wide in every language; written by the format it would cost the first paint the milliseconds that a format takes to make.
  const count = "88,888";
  const values = { year: "8888", abroad: count, firms: count, share: "88.8%" };
  return {
    year: same ? words.headlineSame(values) : words.headline({ ...values, without: count, flipped: count }),
    flips: words.flips("8888", count, count, count, count),
  };
}
