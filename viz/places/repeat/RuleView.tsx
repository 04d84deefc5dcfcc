import type { PerformanceName } from "../../../study/performanceNames.ts";
import { useLab, useWords } from "../../state/lab.ts";
import { DataTable } from "../../ui/DataTable.tsx";
import type { OpenStudy } from "./repeatModel.ts";
import { ruleWords } from "./ruleWords.ts";

type Until = NonNullable<OpenStudy["plan"]["design"]["design"]["until"]>;

/** The rule by which a design stops, and what its last look at each cell saw. */
export function RuleView({ study, until }: { readonly study: OpenStudy; readonly until: Until }) {
  const words = useWords(ruleWords);
  const { count, number } = useLab().format.value;
  const { design, cells } = study.plan;
  const rule = study.run.look.value?.rule ?? null;
  // The schema knows no other names.
  const asked = Object.entries(until.mcse ?? {}) as [PerformanceName, number][];
  const targets = asked.map(([name, target]) => `${words.measures[name]} ${number(target)}`);
  const labelOf = (key: string) => cells[design.cells.findIndex((cell) => cell.key === key)]?.label || key;
  return (
    <>
      <p>
        {words.rule(count(until.minimum), count(until.every), count(design.design.replications))}{" "}
        {targets.length > 0 && words.targets(targets.join(", "))}{" "}
        {until.hours !== undefined && words.hours(number(until.hours))}
      </p>
      {rule !== null && rule.looks.length > 0 && (
        <DataTable
          caption={words.looks}
          columns={[
            { title: words.cell },
            { title: words.replications, numeric: true },
            { title: words.errors },
            { title: words.state },
          ]}
          rows={rule.looks.map(({ cell, replications, errors, stop }) => [
            labelOf(cell),
            count(replications),
            errors
              .map(({ measure: name, mcse, target }) =>
                words.error(words.measures[name], number(mcse, 2), number(target, 2)),
              )
              .join("; "),
            stop === null ? words.goesOn : words.stops[stop],
          ])}
        />
      )}
    </>
  );
}
