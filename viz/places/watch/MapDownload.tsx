import { useMemo } from "preact/hooks";
import { download, textBlob } from "../../figure/download.ts";
import { mapSvg } from "../../map/mapSvg.ts";
import { mapWordsEn, mapWordsIt } from "../../map/words.ts";
import { useLab, useWords } from "../../state/lab.ts";
import { interventionsOf } from "./changeSet.ts";
import { exportWords } from "./exportWords.ts";
import { differenceScale, marksOf, shareDifferences, shareScale, sharesAbroad } from "./mapValues.ts";
import type { WatchModel } from "./model.ts";
import { pageTheme } from "./pageTheme.ts";
import { watchWords } from "./words.ts";

/** The three maps of the shown year as files. */
export function MapDownload({ model, name }: { readonly model: WatchModel; readonly name: string }) {
  const lab = useLab();
  const words = useWords(watchWords).maps;
  const { maps } = useWords(exportWords);
  const theme = useMemo(() => pageTheme(lab), [lab]);
  const save = () => {
    const world = model.run.peek()?.world;
    const snapshot = model.shown.peek();
    const state = lab.state.peek();
    const format = lab.format.peek();
    if (world === undefined || snapshot === null) return;
    for (const pane of ["with", "without", "difference"] as const) {
      const difference = pane === "difference";
      const svg = mapSvg({
        provinces: world.provinces,
        values: difference ? shareDifferences(world, snapshot) : sharesAbroad(world, snapshot[pane]),
        scale: difference ? differenceScale : shareScale,
        view: state.detail.view === "shapes" ? "shapes" : "tiles",
        theme: theme.peek(),
        marks: marksOf(interventionsOf(state, "pioneers"), interventionsOf(state, "datedShocks")),
        title: `${words[pane]}, ${snapshot.year}`,
        description: words[`${pane}Text`],
        format: (value) => (difference ? words.points(format.number(value * 100)) : format.percent(value, 0)),
        words: state.language === "it" ? mapWordsIt : mapWordsEn,
      });
      if (svg !== undefined) download(`${name}-${snapshot.year}-${pane}.svg`, textBlob(svg, "image/svg+xml"));
    }
  };
  return (
    <button type="button" onClick={save}>
      {maps}
    </button>
  );
}
