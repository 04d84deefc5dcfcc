import { useSignal } from "@preact/signals";
import type { FirmDetails } from "../../../sim/index.ts";
import { useLab, useWords } from "../../state/lab.ts";
import { withIntervention } from "./changeSet.ts";
import { DestinationChoice } from "./DestinationChoice.tsx";
import { interventionYear } from "./interventions.ts";
import type { WatchModel } from "./model.ts";
import { provinceWords } from "./provinceWords.ts";
import { ShockSliders } from "./ShockSliders.tsx";

/** What can be done to one firm in the shown year: make it a pioneer, give it a shock, close it. */
export function FirmInterventions(props: { readonly model: WatchModel; readonly firm: FirmDetails }) {
  const { model, firm } = props;
  const lab = useLab();
  const { intervene: words } = useWords(provinceWords);
  const destination = useSignal("europe");
  const [entry, exit] = [useSignal(0), useSignal(0)];
  const run = model.run.value;
  if (run === null) return null;
  const { world } = run;
  const year = interventionYear(world.years, model.index.value);
  // The simulator names the firm by its place, counted from 1.
  const struck = { year, province: firm.province, firm: firm.place + 1 };
  const empty = entry.value === 0 && exit.value === 0;
  const shock = (effects: Readonly<Record<string, number>>) =>
    lab.update({ set: withIntervention(lab.state.value, world, "datedShocks", { ...struck, ...effects }) });
  return (
    <details class="watch-intervene">
      <summary>{words.headingFirm(String(year))}</summary>
      <div class="stack">
        <fieldset class="watch-group">
          <legend>{words.pioneerGroup}</legend>
          <DestinationChoice world={world} destination={destination} />
          <div>
            <button
              type="button"
              onClick={() =>
                lab.update({
                  set: withIntervention(lab.state.value, world, "pioneers", {
                    ...struck,
                    destination: destination.value,
                    stay: 3,
                  }),
                })
              }
            >
              {words.pioneerFirm(String(year))}
            </button>
          </div>
        </fieldset>
        <fieldset class="watch-group">
          <legend>{words.shockGroup}</legend>
          <ShockSliders entry={entry} exit={exit} entryWhy={words.entryFirmWhy} exitWhy={words.exitFirmWhy} />
          <div class="row">
            <button
              type="button"
              disabled={empty}
              onClick={() =>
                shock({
                  ...(entry.value === 0 ? {} : { entry: entry.value }),
                  ...(exit.value === 0 ? {} : { exit: exit.value }),
                })
              }
            >
              {words.shockFirm(String(year))}
            </button>
            <button type="button" onClick={() => shock({ closure: 1 })}>
              {words.closeFirm(String(year))}
            </button>
          </div>
          {empty && <p class="muted">{words.shockFirmEmpty}</p>}
        </fieldset>
      </div>
    </details>
  );
}
