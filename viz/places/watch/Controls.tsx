import { useMemo } from "preact/hooks";
import type { Scenario } from "../../../scenarios/index.ts";
import type { WorldToWatch } from "../../../workers/lab/watchJobs.ts";
import type { Translation } from "../../i18n/words.ts";
import { useLab, useWords } from "../../state/lab.ts";
import { mediaSignal } from "../../state/preferences.ts";
import { Choice } from "../../ui/Choice.tsx";
import { Later } from "../../ui/Later.tsx";
import { Slider } from "../../ui/Slider.tsx";
import { useTurn } from "../../ui/useTurn.ts";
import { withParameter } from "./changeSet.ts";
import { firmStops, type PeerMeasure, peerMeasures, slidersOf, type WatchSlider } from "./controls.ts";
import { controlWords } from "./controlWords.ts";
import type { WatchModel } from "./model.ts";
import { SeedControl } from "./SeedControl.tsx";
import { writtenValue } from "./writtenValue.ts";

export type ControlWords = Translation<(typeof controlWords)["en"]>;

/** Where the controls stand beside the maps (as in watch.css); elsewhere they stand above, and all but the first two are folded. */
const roomBeside = "(min-width: 60rem)";

/** What of the world can be moved. Every change is a new run with the same draws. */
export function Controls({ model }: { readonly model: WatchModel }) {
  const lab = useLab();
  const words = useWords(controlWords);
  const beside = useMemo(() => mediaSignal(roomBeside), []).value;
  const world = model.run.value?.world;
  const { set } = lab.state.value;
  const come = useTurn(world !== undefined);
  if (world === undefined || !come) return null;
  const scenario = settled(world, set);
  const groups = slidersOf(scenario);
  const one = (slider: WatchSlider) => (
    <ParameterSlider key={slider.name} slider={slider} world={world} scenario={scenario} />
  );
  const others = (
    <>
      <fieldset class="watch-group">
        <legend>{words.groups.causes}</legend>
        {groups.causes.map(one)}
      </fieldset>
      <fieldset class="watch-group">
        <legend>{words.groups.size}</legend>
        {groups.size.map(one)}
        <SeedControl />
      </fieldset>
      <button type="button" disabled={Object.keys(set).length === 0} onClick={() => lab.update({ set: {} })}>
        {words.reset}
      </button>
    </>
  );
  const [strength, ...details] = groups.imitation;
  return (
    <div class="stack">
      <fieldset class="watch-group">
        <legend>{words.groups.imitation}</legend>
        {strength !== undefined && one(strength)}
        <MeasureChoice world={world} scenario={scenario} />
        {beside && details.map(one)}
      </fieldset>
      {beside ? (
        <Later>{others}</Later>
      ) : (
        <details class="watch-more">
          <summary>{words.more}</summary>
          <div class="stack">
            <Later>
              <fieldset class="watch-group">
                <legend>{words.groups.details}</legend>
                {details.map(one)}
              </fieldset>
            </Later>
            <Later>{others}</Later>
          </div>
        </details>
      )}
    </div>
  );
}

/** The world with what has been moved since it was run, so that a thumb is where the finger is. */
function settled({ scenario }: WorldToWatch, set: Readonly<Record<string, unknown>>): Scenario {
  const moved = Object.entries(set).filter(
    ([path, value]) => path in scenario && typeof value === typeof Reflect.get(scenario, path),
  );
  return { ...scenario, ...Object.fromEntries(moved) };
}

interface ParameterProps {
  readonly world: WorldToWatch;
  readonly scenario: Scenario;
}

function ParameterSlider({ slider, world, scenario }: ParameterProps & { readonly slider: WatchSlider }) {
  const lab = useLab();
  const words = useWords(controlWords);
  const { label, why } = words.controls[slider.name];
  const idle = slider.idle(scenario);
  const value = slider.read(world, scenario);
  const stops = slider.name === "firms" ? firmStops(value) : null;
  const set = (next: number) =>
    lab.update({
      set: withParameter(lab.state.value, world, slider.path, slider.write(world, next)),
    });
  return (
    <div>
      <Slider
        label={label}
        value={stops === null ? value : stops.indexOf(value)}
        min={stops === null ? Math.min(slider.min, value) : 0}
        max={stops === null ? Math.max(slider.max, value) : stops.length - 1}
        step={stops === null ? slider.step : 1}
        written={writtenValue(slider.name, value, words, lab.format.value)}
        explain={words.explain}
        explanation={why}
        disabled={idle !== null}
        onInput={(next) => set(stops === null ? next : (stops[next] ?? value))}
      />
      {idle !== null && <p class="muted watch-idle">{words.idle[idle]}</p>}
    </div>
  );
}

function MeasureChoice({ world, scenario }: ParameterProps) {
  const lab = useLab();
  const words = useWords(controlWords);
  const measures = Object.keys(peerMeasures) as PeerMeasure[];
  const idle = scenario.imitationSame === 0 && scenario.imitationStay === 0;
  const change = (measure: PeerMeasure) => {
    const { usual } = peerMeasures[measure];
    const settings = {
      peerMeasure: measure,
      imitationSame: usual,
      imitationStay: scenario.imitationStay === 0 ? 0 : usual,
    };
    let set = lab.state.value.set;
    for (const [path, value] of Object.entries(settings))
      set = withParameter({ world: lab.state.value.world, set }, world, path, value);
    lab.update({ set });
  };
  return (
    <div>
      <Choice
        label={words.measure}
        value={scenario.peerMeasure}
        options={measures.map((value) => ({ value, text: words.measures[value] }))}
        explain={words.explain}
        explanation={words.measureWhy}
        disabled={idle}
        onChange={change}
      />
      {idle && <p class="muted watch-idle">{words.idle.noPeers}</p>}
    </div>
  );
}
