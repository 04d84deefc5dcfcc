import { type Cause, causes } from "../../../scenarios/lab/lookAlikes.ts";
import { statisticNames } from "../../../study/lookAlikes/plainStatistics.ts";
import type { SeenWorld } from "../../../study/lookAlikes/seenWorld.ts";
import type { TrueWorld } from "../../../workers/lab/tellApartJobs.ts";
import { useLab, useWords } from "../../state/lab.ts";
import { DataTable } from "../../ui/DataTable.tsx";
import { letters, type Order } from "./order.ts";
import { writtenStatistic } from "./Statistics.tsx";
import { tellApartWords } from "./words.ts";

/** The round's worlds beside other histories of each cause: what counting could have told. */
export function ReferenceTable(props: {
  readonly order: Order;
  readonly worlds: Readonly<Record<Cause, SeenWorld>>;
  readonly truths: Readonly<Record<Cause, TrueWorld>>;
}) {
  const { order, worlds, truths } = props;
  const words = useWords(tellApartWords);
  const format = useLab().format.value;
  return (
    <section class="panel">
      <h2>{words.referenceTitle}</h2>
      <p>{words.referenceText}</p>
      <DataTable
        caption={words.referenceTitle}
        captionHidden
        columns={[
          { title: words.statistic },
          ...order.map((cause, at) => ({
            title: words.worldIs(letters[at as 0 | 1 | 2], words.causes[cause]),
            numeric: true,
          })),
          ...causes.map((cause) => ({ title: words.otherHistories(words.causes[cause]), numeric: true })),
        ]}
        rows={statisticNames.map((name) => {
          const write = (value: number) => writtenStatistic(name, value, format, words.times);
          return [
            words.statisticNames[name],
            ...order.map((cause) => write(worlds[cause].statistics[name])),
            ...causes.map((cause) => {
              const { mean, sd } = truths[cause].reference[name];
              return `${write(mean)} (${write(sd)})`;
            }),
          ];
        })}
      />
    </section>
  );
}
