import { useMemo, useRef } from "preact/hooks";
import { ProvinceMap } from "../../map/ProvinceMap.tsx";
import { mapWordsEn, mapWordsIt } from "../../map/words.ts";
import { useLab, useWords } from "../../state/lab.ts";
import { Choice } from "../../ui/Choice.tsx";
import { useTurn } from "../../ui/useTurn.ts";
import { interventionsOf } from "./changeSet.ts";
import { differenceScale, marksOf, shareDifferences, shareScale, sharesAbroad } from "./mapValues.ts";
import type { ShownRun, WatchModel } from "./model.ts";
import { pageTheme } from "./pageTheme.ts";
import { provinceWords } from "./provinceWords.ts";
import { useAtLeast } from "./useWidth.ts";
import { watchWords } from "./words.ts";

export type Pane = "with" | "without" | "difference";

/** Width in CSS pixels from which two maps stand side by side, each with tiles a finger can meet. */
const roomForTwo = 790;

/** The world, and beside it the same world without imitation, or what differs. */
export function Maps({ model }: { readonly model: WatchModel }) {
  const lab = useLab();
  const words = useWords(watchWords).maps;
  const frame = useRef<HTMLElement>(null);
  const two = useAtLeast(frame, roomForTwo).value;
  const { detail } = lab.state.value;
  const view = detail.view === "shapes" ? "shapes" : "tiles";
  const asked: Pane = detail.pane === "without" || detail.pane === "difference" ? detail.pane : "with";
  const panes: readonly Pane[] = two ? ["with", asked === "with" ? "without" : asked] : [asked];
  const choices = (two ? ["without", "difference"] : ["with", "without", "difference"]) as Pane[];
  const run = model.run.value;
  return (
    <section ref={frame} class="watch-maps" aria-label={words.group}>
      <div class="row watch-map-choices">
        <Choice
          label={two ? words.second : words.pane}
          value={two && asked === "with" ? "without" : asked}
          options={choices.map((value) => ({ value, text: words[value] }))}
          onChange={(pane) => lab.update({ detail: { ...detail, pane } })}
        />
        <Choice
          label={words.view}
          value={view}
          options={[
            { value: "tiles", text: words.tiles },
            { value: "shapes", text: words.shapes },
          ]}
          onChange={(value) => lab.update({ detail: { ...detail, view: value } })}
        />
      </div>
      <div class="watch-panes">
        {panes.map((pane) => (
          <Pane key={pane} pane={pane} model={model} run={run} view={view} />
        ))}
      </div>
      <OpenedProvince run={run} />
    </section>
  );
}

/** Says that a province was opened below, and leads there. */
function OpenedProvince({ run }: { readonly run: ShownRun | null }) {
  const words = useWords(provinceWords);
  const { province } = useLab().state.value.detail;
  const name = run?.world.provinces.find(({ code }) => code === province)?.name;
  return (
    <p role="status" class="watch-opened">
      {name === undefined ? words.hint : <a href="#watch-province">{words.opened(name)}</a>}
    </p>
  );
}

interface PaneProps<Run> {
  readonly pane: Pane;
  readonly model: WatchModel;
  readonly run: Run;
  readonly view: "tiles" | "shapes";
}

/** A map under its name; it comes in a frame of its own. */
function Pane({ run, ...props }: PaneProps<ShownRun | null>) {
  const { pane } = props;
  const words = useWords(watchWords).maps;
  const come = useTurn(run !== null);
  return (
    <section class="watch-pane">
      <h2>{words[pane]}</h2>
      <p class="muted watch-pane-text" aria-hidden="true">
        {words[`${pane}Text`]}
      </p>
      {come && run !== null ? <PaneMap {...props} run={run} /> : <div class="watch-map-room" />}
    </section>
  );
}

function PaneMap(props: PaneProps<ShownRun>) {
  const { pane, model, run, view } = props;
  const lab = useLab();
  const words = useWords(watchWords).maps;
  const theme = useMemo(() => pageTheme(lab), [lab]).value;
  const { state, format } = lab;
  const { language, detail } = state.value;
  const snapshot = model.shown.value;
  const { world } = run;
  const ahead = model.ahead.value;
  const values = useMemo(() => {
    if (pane === "with" && ahead !== null) return sharesAbroad(world, ahead);
    if (snapshot === null) return new Map<string, number | null>();
    return pane === "difference" ? shareDifferences(world, snapshot) : sharesAbroad(world, snapshot[pane]);
  }, [snapshot, ahead, pane, world]);
  const positions = useMemo(
    () => new Map(world.provinces.map(({ code }, at) => [code, at])),
    [world.provinces],
  );
  const marks = marksOf(
    interventionsOf(state.value, "pioneers"),
    interventionsOf(state.value, "datedShocks"),
  );
  const label = (code: string) => {
    const at = positions.get(code) ?? -1;
    const province = world.provinces[at];
    const write = format.value.count;
    return words.label(
      province?.name ?? code,
      province?.region ?? "",
      write((ahead ?? snapshot?.with)?.abroad[at] ?? 0),
      write((ahead ?? snapshot?.with)?.alive[at] ?? 0),
      write(snapshot?.without.abroad[at] ?? 0),
    );
  };
  const selected = detail.province ?? null;
  return (
    <ProvinceMap
      provinces={world.provinces}
      values={values}
      scale={pane === "difference" ? differenceScale : shareScale}
      view={view}
      theme={theme}
      selected={selected !== null && positions.has(selected) ? selected : null}
      onSelect={(province) => {
        const { firm: _, ...others } = lab.state.value.detail;
        lab.update({ detail: { ...others, province } });
      }}
      marks={marks}
      label={label}
      playing={model.playback.playing.value}
      name={words[pane]}
      description={words[`${pane}Text`]}
      format={(value) =>
        pane === "difference"
          ? words.points(format.value.number(value * 100))
          : format.value.percent(value, 0)
      }
      words={language === "it" ? mapWordsIt : mapWordsEn}
    />
  );
}
