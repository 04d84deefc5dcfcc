import { useSignal } from "@preact/signals";
import { useLab, useWords } from "../../state/lab.ts";
import { Slider } from "../../ui/Slider.tsx";
import { withIntervention } from "./changeSet.ts";
import { controlWords } from "./controlWords.ts";
import { DestinationChoice } from "./DestinationChoice.tsx";
import { interventionYear } from "./interventions.ts";
import type { WatchModel } from "./model.ts";
import { provinceWords } from "./provinceWords.ts";
import { ShockSliders } from "./ShockSliders.tsx";

/** Pioneers and shocks for one province in the shown year. */
export function ProvinceInterventions(props: {
  readonly model: WatchModel;
  readonly code: string;
  readonly name: string;
}) {
  const { model, code, name } = props;
  const lab = useLab();
  const { intervene: words } = useWords(provinceWords);
  const units = useWords(controlWords);
  const format = lab.format.value;
  const [destination, firms, stay] = [useSignal("europe"), useSignal(20), useSignal(3)];
  const [entry, exit, closure] = [useSignal(0), useSignal(0), useSignal(0)];
  const run = model.run.value;
  if (run === null) return null;
  const { world } = run;
  const at = world.provinces.findIndex((each) => each.code === code);
  const most = Math.max(1, Math.min(200, model.shown.value?.with.alive[at] ?? 1));
  const sent = Math.min(firms.value, most);
  const year = interventionYear(world.years, model.index.value);
  const empty = entry.value === 0 && exit.value === 0 && closure.value === 0;
  const years = (count: number) => (count === 1 ? units.oneYear : units.years(format.count(count)));
  return (
    <details class="watch-intervene">
      <summary>{words.heading(String(year))}</summary>
      <div class="stack">
        <p class="muted">{words.why}</p>
        <fieldset class="watch-group">
          <legend>{words.pioneersGroup}</legend>
          <DestinationChoice world={world} destination={destination} />
          <Slider
            label={words.firms}
            explain={units.explain}
            explanation={words.pioneersWhy}
            value={sent}
            min={1}
            max={most}
            step={1}
            written={units.firms(format.count(sent))}
            onInput={(value) => {
              firms.value = value;
            }}
          />
          <Slider
            label={words.stay}
            explain={units.explain}
            explanation={words.stayWhy}
            value={stay.value}
            min={1}
            max={10}
            step={1}
            written={years(stay.value)}
            onInput={(value) => {
              stay.value = value;
            }}
          />
          <div>
            <button
              type="button"
              onClick={() =>
                lab.update({
                  set: withIntervention(lab.state.value, world, "pioneers", {
                    year,
                    province: code,
                    destination: destination.value,
                    firms: sent,
                    stay: stay.value,
                  }),
                })
              }
            >
              {words.pioneer(units.firms(format.count(sent)), name, String(year))}
            </button>
          </div>
        </fieldset>
        <fieldset class="watch-group">
          <legend>{words.shockGroup}</legend>
          <ShockSliders entry={entry} exit={exit} entryWhy={words.entryWhy} exitWhy={words.exitWhy} />
          <Slider
            label={words.closure}
            explain={units.explain}
            explanation={words.closureWhy}
            value={closure.value}
            min={0}
            max={0.5}
            step={0.05}
            written={format.percent(closure.value, 0)}
            onInput={(value) => {
              closure.value = value;
            }}
          />
          <div>
            <button
              type="button"
              disabled={empty}
              onClick={() =>
                lab.update({
                  set: withIntervention(lab.state.value, world, "datedShocks", {
                    year,
                    province: code,
                    ...(entry.value === 0 ? {} : { entry: entry.value }),
                    ...(exit.value === 0 ? {} : { exit: exit.value }),
                    ...(closure.value === 0 ? {} : { closure: closure.value }),
                  }),
                })
              }
            >
              {words.shock(name, String(year))}
            </button>
            {empty && <p class="muted">{words.shockEmpty}</p>}
          </div>
        </fieldset>
      </div>
    </details>
  );
}
