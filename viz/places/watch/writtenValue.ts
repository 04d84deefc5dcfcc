import type { Format } from "../../i18n/format.ts";
import type { ControlWords } from "./Controls.tsx";
import type { SliderName } from "./controls.ts";

/** A control's value with its unit. */
export function writtenValue(name: SliderName, value: number, words: ControlWords, format: Format): string {
  switch (name) {
    case "peerYears":
    case "years":
      return value === 1 ? words.oneYear : words.years(format.count(value));
    case "firms":
      return words.firms(format.count(value));
    case "popularity":
      return words.times(format.fixed(value, 2));
    case "qualitySpread":
    case "optimism":
      return words.saving(format.fixed(value, 2));
    default:
      return words.probit(format.fixed(value, value !== 0 && Math.abs(value) < 0.1 ? 3 : 2));
  }
}
