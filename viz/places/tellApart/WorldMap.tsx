import { useSignal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import type { SeenWorld } from "../../../study/lookAlikes/seenWorld.ts";
import { ProvinceMap } from "../../map/ProvinceMap.tsx";
import type { MapScale } from "../../map/scale.ts";
import { mapWordsEn, mapWordsIt } from "../../map/words.ts";
import { useLab, useWords } from "../../state/lab.ts";
import { mediaSignal } from "../../state/preferences.ts";
import { tellApartWords } from "./words.ts";

/** One scale for all worlds and rounds. */
const scale: MapScale = { kind: "share", limits: [0.02, 0.05, 0.1, 0.2] };

/** The provinces of a world by their share abroad in the last year. */
export function WorldMap(props: {
  readonly world: SeenWorld;
  readonly name: string;
  readonly heading: string | null;
}) {
  const { world, name, heading } = props;
  const lab = useLab();
  const words = useWords(tellApartWords);
  const dark = useMemo(() => mediaSignal("(prefers-color-scheme: dark)"), []).value;
  const selected = useSignal<string | null>(null);
  const { language, theme } = lab.state.value;
  const { count, percent } = lab.format.value;
  const positions = useMemo(() => new Map(world.provinces.map(({ code }, at) => [code, at])), [world]);
  const values = useMemo(
    () =>
      new Map(
        world.provinces.map(({ code }, at) => {
          const firms = world.alive[at] ?? 0;
          return [code, firms === 0 ? null : (world.abroad[at] ?? 0) / firms] as const;
        }),
      ),
    [world],
  );
  const label = (code: string) => {
    const at = positions.get(code) ?? -1;
    const { name: province = code, region = "" } = world.provinces[at] ?? {};
    const firms = world.alive[at] ?? 0;
    return firms === 0
      ? words.noFirms(province, region)
      : words.mapLabel(province, region, count(world.abroad[at] ?? 0), count(firms));
  };
  return (
    <div class="tell-apart-map">
      {heading !== null && <h3>{heading}</h3>}
      <ProvinceMap
        provinces={world.provinces}
        values={values}
        scale={scale}
        view="tiles"
        theme={theme === "dark" || (theme === "system" && dark) ? "dark" : "light"}
        selected={selected.value}
        onSelect={(code) => {
          selected.value = code;
        }}
        label={label}
        name={words.mapName(name)}
        description={words.mapText(String(world.years.at(-1) ?? ""))}
        format={(value) => percent(value, 0)}
        words={language === "it" ? mapWordsIt : mapWordsEn}
      />
    </div>
  );
}
