export interface DataTableProps {
  readonly caption: string;
  readonly columns: readonly { readonly title: string; readonly numeric?: boolean }[];
  /** Cells as they are to be read; the first of a row is its heading. */
  readonly rows: readonly (readonly string[])[];
  /** Hides the caption from view where a heading above says the same. */
  readonly captionHidden?: boolean;
}

/** A table that may be wider than the page: it scrolls by itself, also by keyboard. */
export function DataTable({ caption, columns, rows, captionHidden }: DataTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by keyboard (WCAG 2.1.1)
    <section class="table-scroll" tabIndex={0} aria-label={caption}>
      <table>
        <caption class={captionHidden ? "visually-hidden" : undefined}>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ title, numeric }) => (
              <th key={title} scope="col" class={numeric ? "numeric" : undefined}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, row) => (
            <tr key={row}>
              {cells.map((cell, at) => {
                const column = columns[at];
                const kind = column?.numeric ? "numeric" : undefined;
                return at === 0 ? (
                  <th key={column?.title} scope="row" class={kind}>
                    {cell}
                  </th>
                ) : (
                  <td key={column?.title} class={kind}>
                    {cell}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
