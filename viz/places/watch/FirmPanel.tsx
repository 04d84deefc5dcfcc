import type { FirmStatus } from "../../../sim/index.ts";
import { watchClient } from "../../engine/watchClient.ts";
import { useLab, useWords } from "../../state/lab.ts";
import { FirmInterventions } from "./FirmInterventions.tsx";
import type { WatchModel } from "./model.ts";
import { provinceWords } from "./provinceWords.ts";
import { useAnswer } from "./useAnswer.ts";
import { watchWords } from "./words.ts";

/** The chosen firm: its years in both worlds, and what can be done to it. */
export function FirmPanel({ model }: { readonly model: WatchModel }) {
  const lab = useLab();
  const words = useWords(provinceWords);
  const { destinations, industries } = useWords(watchWords);
  const { detail } = lab.state.value;
  const run = model.run.value;
  const place = /^\d{1,7}$/.test(detail.firm ?? "") ? Number(detail.firm) : -1;
  const key = run === null || place < 0 ? null : JSON.stringify([run.request, place]);
  const { value, failure } = useAnswer(key, (signal) =>
    watchClient().firm(run?.request ?? { scenario: "", set: {}, seed: "" }, place, signal),
  ).value;
  if (run === null) return null;
  if (failure !== null) return <p role="alert">{words.failed(failure.message)}</p>;
  if (value === null) return <p class="muted">{words.loading}</p>;
  const format = lab.format.value;
  const { firm, letters } = words;
  const { world } = run;
  const names: Readonly<Record<string, string>> = destinations;
  const industryNames: Readonly<Record<string, string>> = industries;
  const letterOf: Readonly<Record<string, string>> = letters;
  const cell = ({ alive, destinations: found }: FirmStatus) => {
    if (!alive) return "–";
    return found.length === 0 ? "·" : found.map((each) => letterOf[world.destinations[each] ?? ""]).join("");
  };
  const about = [
    firm.about(value.provinceName, industryNames[value.industry] ?? value.industry, format.count(value.size)),
    ...(value.supplier ? [firm.supplier] : []),
    ...(value.exporter ? [firm.exporter] : []),
  ];
  const flipped = new Set(value.flippedYears);
  const close = () => {
    // The button that closes goes with the firm; the focus goes back to the one that opened it.
    const opener = document.querySelector<HTMLElement>(".watch-firms [aria-pressed=true]");
    (opener ?? document.querySelector<HTMLElement>("#watch-province"))?.focus();
    const { firm: _, ...others } = lab.state.value.detail;
    lab.update({ detail: others });
  };
  return (
    <section class="stack watch-firm" aria-labelledby="watch-firm">
      <div class="dialog-head">
        <div>
          <h3 id="watch-firm">{firm.heading(format.count(value.number))}</h3>
          <p>{about.join(", ")}.</p>
        </div>
        <button type="button" onClick={close}>
          {firm.close}
        </button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by keyboard (WCAG 2.1.1) */}
      <section class="table-scroll" tabIndex={0} aria-label={firm.strip}>
        <table class="watch-strip">
          <caption>{firm.strip}</caption>
          <thead>
            <tr>
              <th scope="col">{firm.year}</th>
              {value.years.map((each) => (
                <th
                  key={each.index}
                  scope="col"
                  aria-label={String(each.year)}
                  aria-current={each.index === model.index.value ? "true" : undefined}
                >
                  {`’${String(each.year % 100).padStart(2, "0")}`}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {(["with", "without"] as const).map((side) => (
              <tr key={side}>
                <th scope="row">{firm[side]}</th>
                {value.years.map((each) => (
                  <td
                    key={each.index}
                    class={each[side].destinations.length > 0 ? "watch-abroad" : undefined}
                  >
                    {cell(each[side])}
                  </td>
                ))}
              </tr>
            ))}
            <tr>
              <th scope="row">{firm.otherwise}</th>
              {value.years.map((each) => (
                <td key={each.index}>{flipped.has(each.index) ? "≠" : ""}</td>
              ))}
            </tr>
          </tbody>
        </table>
      </section>
      <p class="muted">
        {flipped.size === 0 ? firm.never : firm.flippedYears(format.count(flipped.size))}{" "}
        {firm.key(
          world.destinations.map((name) => `${letterOf[name] ?? ""} ${names[name] ?? name}`).join(", "),
        )}
      </p>
      <FirmInterventions key={value.place} model={model} firm={value} />
    </section>
  );
}
