import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import type { ColumnSummary } from "../../../panel/columnSummary.ts";
import type { Format } from "../../i18n/format.ts";
import { useLab, useWords } from "../../state/lab.ts";
import { DataTable } from "../../ui/DataTable.tsx";
import { matchingColumns } from "./matchingColumns.ts";
import type { DataModel } from "./model.ts";
import { type YourDataWords, yourDataWords } from "./words.ts";

/** Lines of the table of columns; the rest is searched for. */
const LISTED = 50;
const PREVIEWED = 12;
const LONGEST = 60;

/** What was read: rows, columns with their types and values, the first rows. All values are texts of the page, never markup. */
export function ReadView({ model }: { readonly model: DataModel }) {
  const words = useWords(yourDataWords);
  const { format } = useLab();
  const search = useSignal("");
  const id = useId();
  const summary = model.summary.value;
  if (summary === null) return null;
  const { name, rows, columns, bytes, preview } = summary;
  const byName = new Map(columns.map((each) => [each.name, each]));
  const found = matchingColumns([...byName.keys()], search.value);
  const count = format.value.count;
  return (
    <section class="panel stack" aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} tabIndex={-1}>
        {words.what}
      </h2>
      <p>
        <strong>{shortened(name)}</strong>
        {": "}
        {words.readSummary(count(rows), count(columns.length), size(bytes, format.value))}
      </p>
      {rows === 0 && <p class="notice problem">{words.noRows}</p>}
      <Marks model={model} />
      {columns.length > LISTED && (
        <div class="control">
          <label for={`${id}-find`}>{words.find}</label>
          <input
            id={`${id}-find`}
            type="search"
            value={search.value}
            onInput={(event) => {
              search.value = event.currentTarget.value;
            }}
          />
        </div>
      )}
      <div class="data-tall">
        <DataTable
          caption={words.columns}
          columns={[
            { title: words.columnTitles.name },
            { title: words.columnTitles.kind },
            { title: words.columnTitles.missing, numeric: true },
            { title: words.columnTitles.values },
          ]}
          rows={found.slice(0, LISTED).flatMap((each) => {
            const column = byName.get(each);
            return column === undefined ? [] : [columnRow(column, words, format.value)];
          })}
        />
      </div>
      {found.length > LISTED && (
        <small class="muted">{words.shown(count(LISTED), count(columns.length))}</small>
      )}
      {preview.length > 0 && (
        <details>
          <summary>{words.preview}</summary>
          <DataTable
            caption={words.preview}
            captionHidden
            columns={columns.slice(0, PREVIEWED).map((each) => ({
              title: shortened(each.name),
              numeric: each.kind !== "category",
            }))}
            rows={preview.map((cells) => cells.slice(0, PREVIEWED).map((cell) => shortened(cell ?? "–")))}
          />
        </details>
      )}
    </section>
  );
}

/** Cells that may be meant as missing, with a button that reads them so. */
function Marks({ model }: { readonly model: DataModel }) {
  const words = useWords(yourDataWords);
  const { format } = useLab();
  const marks = model.summary.value?.marks ?? [];
  if (marks.length === 0) return null;
  const texts = [...new Set(marks.map(({ mark }) => mark))];
  const readSo = () => {
    const before = model.missing.value.split(",").filter((mark) => mark.trim() !== "");
    model.missing.value = [...new Set([...before, ...texts])].join(",");
    void model.readAgain();
  };
  return (
    <div class="notice">
      <div>
        {words.marksLead}
        <ul>
          {marks.slice(0, 5).map(({ column, mark, cells }) => (
            <li key={`${column} ${mark}`}>
              {words.marks(format.value.count(cells), shortened(column), mark)}
            </li>
          ))}
          {marks.length > 5 && <li>…</li>}
        </ul>
        <button type="button" onClick={readSo}>
          {words.readAsMissing(texts.join(", "))}
        </button>
      </div>
    </div>
  );
}

function columnRow(column: ColumnSummary, words: YourDataWords, format: Format): string[] {
  const { name, missing } = column;
  return [shortened(name), kindText(column, words), format.count(missing), valuesText(column, words, format)];
}

/** A column of 0 alone is no outcome of 0 and 1, though it is kept as one. */
function kindText({ kind, min, max }: ColumnSummary, words: YourDataWords): string {
  return kind === "indicator" && min === max ? words.kinds.integer : words.kinds[kind];
}

function valuesText(column: ColumnSummary, words: YourDataWords, format: Format): string {
  const { labels, levels, min, max, mean, whole } = column;
  if (labels !== null) {
    const first = levels.map(shortened).join(", ");
    return words.labels(format.count(labels), labels > levels.length ? `${first}, …` : first);
  }
  if (min === null || max === null || mean === null) return "–";
  // Years and identifiers have no separators of thousands.
  const write = (value: number) => (whole ? String(value).replace("-", "−") : format.number(value, 4));
  if (min === max) return words.constant(write(min));
  return words.range(write(min), write(max), whole ? plainMean(mean, format) : format.number(mean, 4));
}

function shortened(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

/** A mean beside whole numbers: one decimal more than they have, without separators of thousands. */
function plainMean(mean: number, format: Format): string {
  const decimal = format.fixed(0.1, 1).charAt(1);
  return Math.abs(mean) < 100
    ? format.number(mean, 4)
    : mean.toFixed(1).replace(".", decimal).replace("-", "−");
}

function size(bytes: number, format: Format): string {
  return bytes < 1e6 ? `${format.number(bytes / 1e3, 3)} kB` : `${format.number(bytes / 1e6, 3)} MB`;
}
