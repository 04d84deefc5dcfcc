import { encodeLabels } from "./encodeLabels.ts";
import type { ColumnKind, Table, VariableNote } from "./table.ts";
import { tableFromColumns } from "./tableFromColumns.ts";

/** What a reader must know of one column: its kind, its labels in order (empty unless a category) and its note. */
export interface CodebookEntry {
  readonly name: string;
  readonly kind: ColumnKind;
  readonly levels: readonly string[];
  readonly note: VariableNote | null;
}

/** One entry a column, in the table's order. */
export function codebookOf(table: Table): CodebookEntry[] {
  return [...table.columns].map(([name, column]) => ({
    name,
    kind: column.kind,
    levels: column.kind === "category" ? column.levels : [],
    note: column.note ?? null,
  }));
}

/**
 * The codebook as a table of its own (name, kind, meaning, unit, source, lag, levels), to be written as CSV beside
 * the panel. The cell `levels` is a JSON array, since a label may hold any character.
 */
export function codebookTable(codebook: readonly CodebookEntry[]): Table {
  const labels = (name: string, label: (entry: CodebookEntry) => string | null) =>
    encodeLabels(name, codebook.map(label));
  return tableFromColumns([
    labels("name", (entry) => entry.name),
    labels("kind", (entry) => entry.kind),
    labels("meaning", (entry) => entry.note?.meaning ?? null),
    labels("unit", (entry) => entry.note?.unit ?? null),
    labels("source", (entry) => entry.note?.source ?? null),
    { name: "lag", values: Float64Array.from(codebook, (entry) => entry.note?.lag ?? Number.NaN) },
    labels("levels", (entry) => (entry.kind === "category" ? JSON.stringify(entry.levels) : null)),
  ]);
}

/** How many labels of a category the Markdown codebook lists before it only counts. */
const LABELS_SHOWN = 12;

/** The codebook as a Markdown table; long lists of labels are cut and counted. */
export function codebookMarkdown(codebook: readonly CodebookEntry[]): string {
  const lines = [
    "| variable | kind | meaning | unit | lag | source |",
    "| --- | --- | --- | --- | --- | --- |",
    ...codebook.map(({ name, kind, levels, note }) => {
      const labels = kind === "category" ? `${kind}: ${listed(levels)}` : kind;
      const cells = [`\`${name}\``, labels, note?.meaning, note?.unit, note?.lag, note?.source];
      return `| ${cells.map((cell) => markdownCell(String(cell ?? ""))).join(" | ")} |`;
    }),
  ];
  return `${lines.join("\n")}\n`;
}

function listed(levels: readonly string[]): string {
  const shown = levels.slice(0, LABELS_SHOWN).join(", ");
  return levels.length > LABELS_SHOWN ? `${shown} … (${levels.length} labels)` : shown;
}

function markdownCell(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll(/\r?\n|\r/g, " ");
}
