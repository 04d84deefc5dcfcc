import type { Signal } from "@preact/signals";
import { useLab, useWords } from "../../state/lab.ts";
import { Slider } from "../../ui/Slider.tsx";
import { controlWords } from "./controlWords.ts";
import { provinceWords } from "./provinceWords.ts";

/** By how much starting is easier and staying harder in one year, in probit units. */
export function ShockSliders(props: {
  readonly entry: Signal<number>;
  readonly exit: Signal<number>;
  readonly entryWhy: string;
  readonly exitWhy: string;
}) {
  const { entry, exit, entryWhy, exitWhy } = props;
  const { intervene: words } = useWords(provinceWords);
  const units = useWords(controlWords);
  const format = useLab().format.value;
  return (
    <>
      {(
        [
          [words.entry, entryWhy, entry],
          [words.exit, exitWhy, exit],
        ] as const
      ).map(([label, explanation, size]) => (
        <Slider
          key={label}
          label={label}
          explain={units.explain}
          explanation={explanation}
          value={size.value}
          min={-2}
          max={2}
          step={0.1}
          written={units.probit(format.fixed(size.value, 1))}
          onInput={(value) => {
            size.value = value;
          }}
        />
      ))}
    </>
  );
}
