import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { timeSeries } from "../../../charts/timeSeries.ts";
import { FigureView } from "../../../figure/FigureView.tsx";
import { useLab, useWords } from "../../../state/lab.ts";
import { Slider } from "../../../ui/Slider.tsx";
import { isRevealed } from "../Guess.tsx";
import { choose, chosenNumber } from "../place.ts";
import { StepFrame, type StepProps } from "../StepFrame.tsx";
import { useAnswer } from "../useAnswer.ts";
import { CountryMap } from "./CountryMap.tsx";
import { countryWords } from "./countryWords.ts";

/** The year at which the map waits for a guess. */
const waitingYear = 1992;
const millisecondsPerYear = 350;

/** Step 3: the country plays by itself. */
export function Automatic(props: StepProps) {
  const lab = useLab();
  const words = useWords(countryWords).automatic;
  const { detail, seed, language } = lab.state.value;
  const format = lab.format.value;
  const { answer: country, ...state } = useAnswer({
    kind: "country",
    country: "imitators",
    strength: 1,
    seed,
  });
  const first = country?.years[0] ?? waitingYear;
  const last = country?.years.at(-1) ?? waitingYear;
  const year = Math.round(
    chosenNumber(detail, "year", {
      min: first,
      max: last,
      otherwise: isRevealed(detail) ? last : waitingYear,
    }),
  );
  const playing = useSignal(false);
  const running = playing.value && year < last;
  useEffect(() => {
    if (!running) return;
    const timer = setTimeout(() => choose(lab, "year", String(year + 1)), millisecondsPerYear);
    return () => clearTimeout(timer);
  }, [running, year, lab]);
  const at = country?.years.indexOf(year) ?? -1;
  const play = () => {
    if (running) {
      playing.value = false;
      return;
    }
    if (year >= last) choose(lab, "year", String(first));
    playing.value = true;
  };
  return (
    <StepFrame
      {...props}
      {...state}
      words={words}
      guess={{
        kind: "choice",
        ask: words.guess,
        options: words.options,
        right: "large",
        told:
          country === null
            ? null
            : words.told(format.percent(country.shareOfLarge, 0), format.percent(country.shareOfSmall, 0)),
      }}
      control={
        <>
          <button type="button" class="primary" onClick={play}>
            {running ? words.pause : words.play}
          </button>
          <Slider
            label={words.year}
            value={year}
            min={first}
            max={last}
            step={1}
            written={String(year)}
            onInput={(value) => {
              playing.value = false;
              choose(lab, "year", String(value));
            }}
          />
        </>
      }
    >
      {country !== null && at >= 0 && (
        <>
          <CountryMap
            title={words.mapTitle(String(year))}
            country={country}
            shares={country.provincesWith[at] ?? []}
            playing={running}
          />
          <FigureView
            headingLevel={2}
            live={!running}
            figure={stillAxis(
              country.shareWith,
              timeSeries(
                { id: "learn-country", title: words.figure, language },
                {
                  years: country.years,
                  quantity: words.series,
                  format: "percent",
                  cursor: year,
                  series: [
                    {
                      name: words.series,
                      values: country.shareWith.map((share, index) => (index <= at ? share : Number.NaN)),
                    },
                  ],
                },
              ),
            )}
          />
        </>
      )}
    </StepFrame>
  );
}

/** The axis up to the next 5 % above all years: it stands still while the country plays. */
function stillAxis(shares: readonly number[], figure: ReturnType<typeof timeSeries>): typeof figure {
  const most = shares.reduce((highest, share) => Math.max(highest, share), 0);
  return { ...figure, y: { ...figure.y, min: 0, max: Math.ceil(most * 20) / 20 } };
}
