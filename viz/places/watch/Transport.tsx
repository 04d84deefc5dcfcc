import { useEffect } from "preact/hooks";
import { useLab, useWords } from "../../state/lab.ts";
import { Slider } from "../../ui/Slider.tsx";
import type { WatchModel } from "./model.ts";
import { speedAt, speeds } from "./speeds.ts";
import { watchWords } from "./words.ts";

/** Play, pause, step, scrub: the years of the run. */
export function Transport({ model }: { readonly model: WatchModel }) {
  const lab = useLab();
  const words = useWords(watchWords).transport;
  const { detail } = lab.state.value;
  const years = model.run.value?.world.years ?? [];
  const { playback } = model;
  const playing = playback.playing.value;
  const index = model.index.value;
  const last = years.length - 1;
  const spaceKey = detail.space !== "0";
  useSpaceKey(spaceKey, playback.toggle);
  const speed = speedAt(detail.speed);
  const speedName = speeds[speed]?.name ?? "normal";
  return (
    <section class="watch-transport" aria-label={words.name}>
      <div class="row">
        <button
          type="button"
          class="primary watch-play"
          disabled={last < 1}
          onClick={() => playback.toggle()}
        >
          <span aria-hidden="true">{playing ? "❚❚" : "►"}</span>
          {playing ? words.pause : words.play}
        </button>
        <button type="button" disabled={index <= 0} onClick={() => model.show(0)}>
          {words.reset}
        </button>
        <button type="button" disabled={index <= 0} onClick={() => model.show(index - 1)}>
          {words.back}
        </button>
        <button type="button" disabled={index >= last} onClick={() => model.show(index + 1)}>
          {words.forward}
        </button>
        <button type="button" disabled={index >= last} onClick={() => model.show(last)}>
          {words.end}
        </button>
        <label class="check watch-space">
          <input
            type="checkbox"
            checked={spaceKey}
            onChange={({ currentTarget }) => {
              const { space: _, ...others } = detail;
              lab.update({ detail: currentTarget.checked ? others : { ...others, space: "0" } });
            }}
          />
          {words.space}
        </label>
      </div>
      <div class="watch-scrub">
        <Slider
          label={words.year}
          value={index}
          min={0}
          max={Math.max(1, last)}
          step={1}
          written={String(years[index] ?? "")}
          disabled={last < 1}
          onInput={(value) => model.show(value)}
        />
        <Slider
          label={words.speed}
          value={speed}
          min={0}
          max={speeds.length - 1}
          step={1}
          written={words.speeds[speedName]}
          onInput={(value) => {
            lab.update({ detail: { ...detail, speed: speeds[value]?.name ?? "normal" } });
          }}
        />
      </div>
    </section>
  );
}

/** Space plays and pauses where the page itself, no control, would get the key. */
function useSpaceKey(on: boolean, toggle: () => void): void {
  useEffect(() => {
    if (!on) return;
    const hear = (event: KeyboardEvent) => {
      if (event.key !== " " || event.repeat || event.ctrlKey || event.altKey || event.metaKey) return;
      const { target } = event;
      const ofPage = target === document.body || (target instanceof Element && target.matches("main"));
      if (!ofPage) return;
      event.preventDefault();
      toggle();
    };
    document.addEventListener("keydown", hear);
    return () => document.removeEventListener("keydown", hear);
  }, [on, toggle]);
}
