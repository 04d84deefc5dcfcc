import type { CountryName } from "../../../../study/lesson/lessonWorlds.ts";
import { useLab, useWords } from "../../../state/lab.ts";
import { isRevealed } from "../Guess.tsx";
import { choose } from "../place.ts";
import { StepFrame, type StepProps } from "../StepFrame.tsx";
import { useAnswer } from "../useAnswer.ts";
import { CountryMap } from "./CountryMap.tsx";
import { impostorWords } from "./impostorWords.ts";

/** Step 5: a country of imitators beside one in which nobody imitates. */
export function Impostor(props: StepProps) {
  const lab = useLab();
  const all = useWords(impostorWords);
  const words = all.impostor;
  const { detail, seed } = lab.state.value;
  const write = (share: number | undefined) => lab.format.value.percent(share ?? Number.NaN, 0);
  const a = useAnswer({ kind: "country", country: "imitators", strength: 1, seed });
  const b = useAnswer({ kind: "country", country: "good-location", strength: 1, seed });
  const off = detail.off === "1";
  const revealed = isRevealed(detail);
  const both = a.answer !== null && b.answer !== null ? { a: a.answer, b: b.answer } : null;
  const countries: readonly (readonly [CountryName, typeof a.answer])[] = [
    ["imitators", a.answer],
    ["good-location", b.answer],
  ];
  return (
    <StepFrame
      {...props}
      words={words}
      pending={a.pending || b.pending}
      failure={a.failure ?? b.failure}
      guess={{
        kind: "choice",
        ask: words.guess,
        options: words.options,
        right: "a",
        fair: { none: words.fair },
        told:
          both === null
            ? null
            : words.told(
                write(both.a.shareWith.at(-1)),
                write(both.a.shareWithout.at(-1)),
                write(both.b.shareWith.at(-1)),
                write(both.b.shareWithout.at(-1)),
              ),
      }}
      control={
        <label class="check">
          <input
            type="checkbox"
            checked={off}
            onChange={(event) => choose(lab, "off", event.currentTarget.checked ? "1" : "0")}
          />
          <span>{words.off}</span>
        </label>
      }
    >
      <div class="cards">
        {countries.map(([name, country]) => {
          if (country === null) return null;
          const share = write((off ? country.shareWithout : country.shareWith).at(-1));
          return (
            <CountryMap
              key={name}
              title={
                off
                  ? words.mapTitleOff(all.countries[name], share)
                  : revealed
                    ? words.mapTitle(all.countries[name], share)
                    : all.countries[name]
              }
              country={country}
              shares={(off ? country.provincesWithout : country.provincesWith).at(-1) ?? []}
            />
          );
        })}
      </div>
    </StepFrame>
  );
}
