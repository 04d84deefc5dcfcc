import { type StatisticName, statisticNames } from "../../../study/lookAlikes/plainStatistics.ts";
import type { SeenWorld } from "../../../study/lookAlikes/seenWorld.ts";
import type { Format } from "../../i18n/format.ts";
import { useLab, useWords } from "../../state/lab.ts";
import { tellApartWords } from "./words.ts";

/** A statistic as it is read: shares in per cent, multiples with a cross. */
export function writtenStatistic(
  name: StatisticName,
  value: number,
  format: Format,
  times: (number: string) => string,
): string {
  return name === "clustering" || name === "spread"
    ? times(format.fixed(value, 1))
    : format.percent(value, 1);
}

/** What anybody can count in a world, each with its meaning one click away. */
export function Statistics({ world }: { readonly world: SeenWorld }) {
  const words = useWords(tellApartWords);
  const format = useLab().format.value;
  return (
    <div class="tell-apart-statistics">
      <h3>{words.statistics}</h3>
      <p class="muted">{words.statisticsHint}</p>
      <dl>
        {statisticNames.map((name) => (
          <div key={name}>
            <dt>
              <details>
                <summary>{words.statisticNames[name]}</summary>
                <p>{words.statisticMeanings[name]}</p>
              </details>
            </dt>
            <dd>{writtenStatistic(name, world.statistics[name], format, words.times)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
