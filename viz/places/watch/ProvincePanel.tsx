import { useSignal } from "@preact/signals";
import { useMemo } from "preact/hooks";
import { watchClient } from "../../engine/watchClient.ts";
import { FigureView } from "../../figure/FigureView.tsx";
import { useLab, useWords } from "../../state/lab.ts";
import { useFigureParts } from "./Figures.tsx";
import { FirmPanel } from "./FirmPanel.tsx";
import { FirmTable } from "./FirmTable.tsx";
import { shareFigure } from "./figures.ts";
import type { WatchModel } from "./model.ts";
import { ProvinceInterventions } from "./ProvinceInterventions.tsx";
import { provinceWords } from "./provinceWords.ts";
import { useAnswer } from "./useAnswer.ts";
import { useStaggered } from "./useStaggered.ts";

const firmsAtOnce = 12;

/** The chosen province: its firms in the shown year, its years, and what can be done to it. */
export function ProvincePanel({ model }: { readonly model: WatchModel }) {
  const lab = useLab();
  const { detail } = lab.state.value;
  const world = model.run.value?.world;
  const at = world?.provinces.findIndex(({ code }) => code === detail.province) ?? -1;
  const province = world?.provinces[at];
  if (world === undefined || province === undefined) return null;
  return <OpenProvince key={province.code} model={model} code={province.code} at={at} />;
}

function OpenProvince({
  model,
  code,
  at,
}: {
  readonly model: WatchModel;
  readonly code: string;
  readonly at: number;
}) {
  const lab = useLab();
  const words = useWords(provinceWords);
  const limit = useSignal(firmsAtOnce);
  const parts = useStaggered(useFigureParts(model), 4);
  const figure = useMemo(() => (parts === null ? null : shareFigure(parts, at)), [parts, at]);
  const run = model.run.value;
  const playing = model.playback.playing.value;
  const index = model.index.value;
  const there = index < model.arrived.value;
  const key =
    run === null || playing || !there ? null : JSON.stringify([run.request, code, index, limit.value]);
  const { value, failure } = useAnswer(key, (signal) =>
    watchClient().province(run?.request ?? nothing, code, index, { limit: limit.value, signal }),
  ).value;
  const province = run?.world.provinces[at];
  if (run === null || province === undefined) return null;
  const close = () => {
    const { province: _province, firm: _firm, ...others } = lab.state.value.detail;
    lab.update({ detail: others });
    document.querySelector<SVGElement>(`.watch-maps [data-code="${code}"]`)?.focus();
  };
  return (
    <section class="panel stack watch-province" aria-labelledby="watch-province">
      <div class="dialog-head">
        <h2 id="watch-province" tabIndex={-1}>
          {province.name}, {province.region}
        </h2>
        <button type="button" onClick={close}>
          {words.close}
        </button>
      </div>
      <div class="watch-province-body">
        <div class="stack">
          {figure !== null && <FigureView figure={figure} live={false} />}
          <ProvinceInterventions model={model} code={code} name={province.name} />
        </div>
        <div class="stack">
          {playing && <p class="muted">{words.paused}</p>}
          {failure !== null && <p role="alert">{words.failed(failure.message)}</p>}
          {value === null && !playing && failure === null && <p class="muted">{words.loading}</p>}
          {value !== null && (
            <FirmTable
              details={value}
              world={run.world}
              onMore={() => {
                limit.value = limit.value + 100;
              }}
            />
          )}
        </div>
      </div>
      {lab.state.value.detail.firm !== undefined && <FirmPanel model={model} />}
    </section>
  );
}

/** Never sent: nothing is asked before there is a run. */
const nothing = { scenario: "", set: {}, seed: "" };
