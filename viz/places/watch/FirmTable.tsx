import type { FirmStatus, ProvinceDetails } from "../../../sim/index.ts";
import type { WorldToWatch } from "../../../workers/lab/watchJobs.ts";
import { useLab, useWords } from "../../state/lab.ts";
import { provinceWords } from "./provinceWords.ts";
import { watchWords } from "./words.ts";

export interface FirmTableProps {
  readonly details: ProvinceDetails;
  readonly world: WorldToWatch;
  readonly onMore: () => void;
}

/** The firms of a province in the shown year; each opens its history. */
export function FirmTable({ details, world, onMore }: FirmTableProps) {
  const lab = useLab();
  const words = useWords(provinceWords);
  const { destinations, industries } = useWords(watchWords);
  const format = lab.format.value;
  const { columns } = words;
  const caption = words.firms(details.name, String(details.year));
  const industryNames: Readonly<Record<string, string>> = industries;
  const where = ({ alive, destinations: found }: FirmStatus) => {
    if (!alive) return words.closed;
    const names: Readonly<Record<string, string>> = destinations;
    return found.length === 0
      ? words.home
      : found.map((each) => names[world.destinations[each] ?? ""] ?? "").join(", ");
  };
  const seen = ({ destinations: found, peers }: FirmStatus) =>
    Math.max(0, ...(found.length === 0 ? peers : found.map((each) => peers[each] ?? 0)));
  return (
    <div class="stack">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by keyboard (WCAG 2.1.1) */}
      <section class="table-scroll watch-firms" tabIndex={0} aria-label={caption}>
        <table>
          <caption>{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{columns.firm}</th>
              <th scope="col">{columns.industry}</th>
              <th scope="col">{columns.where}</th>
              <th scope="col" class="numeric">
                {columns.years}
              </th>
              <th scope="col" class="numeric">
                {columns.peers}
              </th>
              <th scope="col">{columns.without}</th>
            </tr>
          </thead>
          <tbody>
            {details.firms.map((firm) => (
              <tr key={firm.place} class={firm.flipped ? "watch-flipped" : undefined}>
                <th scope="row">
                  <button
                    type="button"
                    aria-label={words.open(format.count(firm.number))}
                    aria-pressed={lab.state.value.detail.firm === String(firm.place)}
                    onClick={() =>
                      lab.update({ detail: { ...lab.state.value.detail, firm: String(firm.place) } })
                    }
                  >
                    {format.count(firm.number)}
                  </button>
                </th>
                <td>{industryNames[firm.industry] ?? firm.industry}</td>
                <td>{where(firm.with)}</td>
                <td class="numeric">{firm.with.tenure < 0 ? "–" : format.count(firm.with.tenure + 1)}</td>
                <td class="numeric">{format.fixed(seen(firm.with), 1)}</td>
                <td>{firm.flipped ? <strong>≠ {where(firm.without)}</strong> : words.same}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {details.rest > 0 && (
        <div>
          <button type="button" onClick={onMore}>
            {words.more(format.count(details.rest))}
          </button>
        </div>
      )}
      <p class="muted">{words.firmsWhy}</p>
    </div>
  );
}
