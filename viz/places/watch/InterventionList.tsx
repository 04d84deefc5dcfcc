import { useLab, useWords } from "../../state/lab.ts";
import type { Intervention } from "../../state/labState.ts";
import { type InterventionKind, interventionsOf, withoutIntervention } from "./changeSet.ts";
import { controlWords } from "./controlWords.ts";
import type { WatchModel } from "./model.ts";
import { provinceWords } from "./provinceWords.ts";
import { watchWords } from "./words.ts";

/** Pioneers and shocks of the history, each with a button that takes it back. */
export function InterventionList({ model }: { readonly model: WatchModel }) {
  const lab = useLab();
  const words = useWords(provinceWords).intervene;
  const { destinations, italy } = useWords(watchWords);
  const units = useWords(controlWords);
  const format = lab.format.value;
  const state = lab.state.value;
  const world = model.run.value?.world;
  if (world === undefined) return null;
  const names: Readonly<Record<string, string>> = destinations;
  const place = ({ province }: Intervention) =>
    province === undefined
      ? italy
      : (world.provinces.find(({ code }) => code === province)?.name ?? String(province));
  const text = (kind: InterventionKind, each: Intervention): string => {
    const year = String(each.year);
    if (kind === "pioneers") {
      const stay = Number(each.stay ?? 1);
      const years = stay === 1 ? units.oneYear : units.years(format.count(stay));
      const destination = names[String(each.destination)] ?? String(each.destination);
      return each.firm === undefined
        ? words.pioneers(
            year,
            units.firms(format.count(Number(each.firms ?? 1))),
            place(each),
            destination,
            years,
          )
        : words.onePioneer(year, format.count(Number(each.firm)), place(each), destination, years);
    }
    const signed = (value: number) => `${value > 0 ? "+" : ""}${format.fixed(value, 2)}`;
    const effects = [
      ...(typeof each.entry === "number" ? [words.effectEntry(signed(each.entry))] : []),
      ...(typeof each.exit === "number" ? [words.effectExit(signed(-each.exit))] : []),
      ...(typeof each.closure === "number"
        ? [
            each.firm !== undefined && each.closure === 1
              ? words.firmCloses
              : words.effectClosure(format.percent(each.closure, 0)),
          ]
        : []),
    ];
    return each.firm === undefined
      ? words.shocks(year, place(each), effects.join(", "))
      : words.firmShock(year, format.count(Number(each.firm)), place(each), effects.join(", "));
  };
  const all = (["pioneers", "datedShocks"] as const).flatMap((kind) =>
    interventionsOf(state, kind).map((each, at) => ({ kind, at, text: text(kind, each) })),
  );
  if (all.length === 0) return null;
  return (
    <section aria-labelledby="watch-done" class="watch-done">
      <h2 id="watch-done" tabIndex={-1}>
        {words.list}
      </h2>
      <ul>
        {all.map(({ kind, at, text: written }) => (
          <li key={`${kind}${at}`}>
            <span>{written}</span>
            <button
              type="button"
              onClick={() => {
                // The button goes; what stays is the list, or with the last of it the page.
                document.querySelector<HTMLElement>(all.length > 1 ? "#watch-done" : "main")?.focus();
                lab.update({ set: withoutIntervention(lab.state.value, world, kind, at) });
              }}
            >
              {words.remove}
              <span class="visually-hidden">: {written}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
