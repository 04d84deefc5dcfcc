import { useMemo } from "preact/hooks";
import type { Country } from "../../../../study/lesson/country.ts";
import { ProvinceMap } from "../../../map/ProvinceMap.tsx";
import { mapWordsEn, mapWordsIt } from "../../../map/words.ts";
import { useLab, useWords } from "../../../state/lab.ts";
import { shareScale } from "../../watch/mapValues.ts";
import { pageTheme } from "../../watch/pageTheme.ts";
import { choose } from "../place.ts";
import { countryWords } from "./countryWords.ts";

/** The provinces of a country in one year. */
export function CountryMap(props: {
  readonly title: string;
  readonly country: Country;
  /** By province, in the country's order. */
  readonly shares: readonly (number | null)[];
  readonly playing?: boolean;
}) {
  const { title, country, shares, playing = false } = props;
  const lab = useLab();
  const words = useWords(countryWords).map;
  const theme = useMemo(() => pageTheme(lab), [lab]).value;
  const { language, detail } = lab.state.value;
  const format = lab.format.value;
  const { provinces } = country;
  const values = useMemo(
    () => new Map(provinces.map(({ code }, at) => [code, shares[at] ?? null])),
    [provinces, shares],
  );
  return (
    <section class="learn-map" aria-label={title}>
      <h2>{title}</h2>
      <ProvinceMap
        provinces={provinces}
        values={values}
        scale={shareScale}
        view="tiles"
        theme={theme}
        selected={values.has(detail.province ?? "") ? (detail.province ?? null) : null}
        onSelect={(code) => choose(lab, "province", code)}
        label={(code) => {
          const province = provinces.find((each) => each.code === code);
          const share = values.get(code);
          return words.label(
            province?.name ?? code,
            province?.region ?? "",
            typeof share === "number" ? format.percent(share, 0) : "–",
            format.count(province?.firms ?? 0),
          );
        }}
        playing={playing}
        name={title}
        description={words.description}
        format={(value) => format.percent(value, 0)}
        words={language === "it" ? mapWordsIt : mapWordsEn}
      />
    </section>
  );
}
