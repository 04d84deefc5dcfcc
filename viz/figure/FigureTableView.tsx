import type { Cell, Figure, TableColumn } from "./figure.ts";
import { cellText, numberWriter } from "./numbers.ts";
import { figureWords } from "./words.ts";

/** More rows than this make a page slow; the CSV file has them all. */
const mostRows = 1000;

interface FigureTableViewProps {
  readonly figure: Figure;
  readonly id: string;
  readonly onPick: ((row: number) => void) | undefined;
}

/** The numbers of a figure as a table, each row with a button where it can be opened. */
export function FigureTableView({ figure, id, onPick }: FigureTableViewProps) {
  const { columns, rows } = figure.table;
  const words = figureWords(figure.language);
  const count = numberWriter(figure.language, "count");
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section id={id} class="figure-table" aria-label={words.showTable(figure.title)} tabIndex={0}>
      <table>
        <caption>{figure.title}</caption>
        <thead>
          <tr>
            {columns.map(({ key, label }) => (
              <th key={key} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, mostRows).map((row, at) => (
            <tr key={at}>
              {row.map((cell, column) => (
                <TableCell
                  key={columns[column]?.key ?? column}
                  first={column === 0}
                  text={textOf(figure, columns[column], cell)}
                  number={columns[column]?.format !== "text"}
                  open={column === 0 && onPick ? () => onPick(at) : undefined}
                  openLabel={words.open}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > mostRows ? <p>{words.moreRows(count(mostRows), count(rows.length))}</p> : null}
    </section>
  );
}

function textOf({ language }: Figure, column: TableColumn | undefined, cell: Cell): string {
  return column ? cellText(language, column, cell) : String(cell);
}

interface TableCellProps {
  readonly first: boolean;
  readonly text: string;
  readonly number: boolean;
  readonly open: (() => void) | undefined;
  readonly openLabel: (row: string) => string;
}

function TableCell({ first, text, number, open, openLabel }: TableCellProps) {
  if (!first) return <td class={number ? "figure-number" : undefined}>{text}</td>;
  return (
    <th scope="row">
      {open ? (
        <button type="button" onClick={open}>
          {openLabel(text)}
        </button>
      ) : (
        text
      )}
    </th>
  );
}
