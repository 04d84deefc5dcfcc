/** One column of a table of text. */
export interface TextColumn {
  readonly title: string;
  /** Numbers stand right. */
  readonly align: "left" | "right";
}

/**
 * Rows of text in aligned columns, two spaces between them, under their titles and a rule. A cell of several lines
 * takes as many lines of the table.
 */
export function textTable(columns: readonly TextColumn[], rows: readonly (readonly string[])[]): string {
  const cells = rows.map((row) => row.map((cell) => cell.split("\n")));
  const widths = columns.map(({ title }, index) =>
    Math.max(title.length, ...cells.flatMap((row) => (row[index] ?? []).map((line) => line.length))),
  );
  const line = (texts: readonly string[]) =>
    columns
      .map(({ align }, index) => {
        const text = texts[index] ?? "";
        const width = widths[index] ?? 0;
        return align === "left" ? text.padEnd(width) : text.padStart(width);
      })
      .join("  ")
      .trimEnd();
  const body = cells.flatMap((row) =>
    Array.from({ length: Math.max(...row.map((cell) => cell.length)) }, (_, index) =>
      line(row.map((cell) => cell[index] ?? "")),
    ),
  );
  const rule = "─".repeat(widths.reduce((sum, width) => sum + width + 2, -2));
  return [line(columns.map(({ title }) => title)), rule, ...body].join("\n");
}

/** Words in lines of at most `width` characters, each after the first indented. */
export function wrapText(text: string, width: number, indent = ""): string {
  const lines: string[] = [];
  let current = "";
  for (const word of text.split(/\s+/)) {
    if (current !== "" && current.length + 1 + word.length > width) {
      lines.push(current);
      current = indent + word;
    } else {
      current = current === "" ? word : `${current} ${word}`;
    }
  }
  return [...lines, current].join("\n");
}
