import type { JournalCell, JournalRow, JournalTable } from "./journalTable.ts";

/** Also of documents with other tables. */
export const STYLE = `:root { color-scheme: light dark; --text: #1a1a1a; --soft: #555; --rule: #333; --ground: #fff; }
@media (prefers-color-scheme: dark) { :root { --text: #eee; --soft: #aaa; --rule: #bbb; --ground: #181818; } }
body { margin: 2rem auto; padding: 0 1rem; max-width: max-content; color: var(--text); background: var(--ground);
  font: 1rem/1.4 Georgia, "Times New Roman", serif; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; border-block: 2px solid var(--rule); font-variant-numeric: tabular-nums lining-nums; }
caption { padding-bottom: 0.6rem; font-weight: bold; text-align: left; }
th, td { padding: 0.1rem 0.9rem; text-align: center; font-weight: normal; white-space: nowrap; }
th[scope="row"] { padding-left: 0.2rem; text-align: left; vertical-align: top; }
tbody { border-top: 1px solid var(--rule); }
tbody tr:first-child > *, thead tr:first-child > * { padding-top: 0.4rem; }
tbody tr:last-child > *, thead tr:last-child > * { padding-bottom: 0.4rem; }
.error td { padding-bottom: 0.35rem; color: var(--soft); }
sup { line-height: 0; }
.notes { max-width: 46rem; font-size: 0.85rem; color: var(--soft); }
.notes p { margin: 0.3rem 0; }
@media print { body { margin: 0; color: #000; background: #fff; } .scroll { overflow: visible; } tr { break-inside: avoid; }
  .error td, .notes { color: #000; } }`;

/** The document of a table that is made already. */
export function htmlOfJournal(
  { caption, outcomes, models, terms, statistics, notes }: JournalTable,
  language = "en",
): string {
  const head = (cells: readonly string[]) =>
    `<tr><td></td>${cells.map((text) => `<th scope="col">${escapeHtml(text)}</th>`).join("")}</tr>`;
  const body = (rows: readonly JournalRow[]) => `<tbody>\n${rows.map(rowHtml).join("\n")}\n</tbody>`;
  return `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(caption)}</title>
<style>
${STYLE}
</style>
</head>
<body>
<div class="scroll" role="region" aria-label="${escapeHtml(caption)}" tabindex="0">
<table>
<caption>${escapeHtml(caption)}</caption>
<thead>
${head(outcomes.map((_, at) => `(${at + 1})`))}
${head(outcomes)}
${head(models)}
</thead>
${body(terms)}
${body(statistics)}
</table>
</div>
<div class="notes">
${notes.map((note) => `<p>${escapeHtml(note)}</p>`).join("\n")}
</div>
</body>
</html>
`;
}

function rowHtml({ label, cells, errors }: JournalRow): string {
  const below = errors?.some((error) => error !== "") ?? false;
  // One heading for the estimates and the errors below them.
  const heading = `<th scope="row"${below ? ' rowspan="2"' : ""}>${escapeHtml(label)}</th>`;
  const row = `<tr>${heading}${cells.map((cell) => `<td>${cellHtml(cell)}</td>`).join("")}</tr>`;
  if (!below || errors === null) return row;
  return `${row}\n<tr class="error">${errors.map((error) => `<td>${escapeHtml(error)}</td>`).join("")}</tr>`;
}

function cellHtml({ text, stars }: JournalCell): string {
  return escapeHtml(text) + (stars === 0 ? "" : `<sup>${"*".repeat(stars)}</sup>`);
}

/** Text in which nothing is markup; a hyphen before a digit or infinity is a minus sign. */
export function escapeHtml(text: string): string {
  return text
    .replace(/(^|[\s(])-(?=[\d∞])/g, "$1−")
    .replace(/\p{Cc}/gu, " ")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
