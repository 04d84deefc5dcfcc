import type { RepeatedPaper } from "../../study/replicate/repeatedPaper.ts";
import { escapeHtml, STYLE } from "../journal/htmlTable.ts";
import { type DescriptiveGrid, descriptiveGrid } from "./descriptivesText.ts";
import { type PairedCell, type PairedRow, pairedTable, tablesOf, titleOf } from "./replicationCells.ts";
import { headOfReplication, notesOfReplication } from "./replicationNotes.ts";

/** Everything that was repeated as one HTML document that needs nothing beside itself. */
export function replicationHtml(replication: RepeatedPaper): string {
  const [title, world] = headOfReplication(replication);
  const grid = descriptiveGrid(replication);
  const paired = tablesOf(replication).map(([table, models]) => {
    const { models: names, terms, statistics } = pairedTable(models, table.decimals);
    return tableHtml(titleOf(table), [
      `<thead>
<tr><td></td>${names.map((name) => `<th scope="colgroup" colspan="2">${escapeHtml(name)}</th>`).join("")}</tr>
<tr><td></td>${names.map(() => '<th scope="col">paper</th><th scope="col">ours</th>').join("")}</tr>
</thead>`,
      ...[terms, statistics].map((rows) => `<tbody>\n${rows.map(rowHtml).join("\n")}\n</tbody>`),
    ]);
  });
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(replication.paper)}</title>
<style>
${STYLE}
caption, th[scope="row"] { white-space: normal; }
table { margin-top: 1.5rem; }
</style>
</head>
<body>
<p>${escapeHtml(title)}</p>
<p>${escapeHtml(world)}</p>
${[...(grid === null ? [] : [descriptivesHtml(grid)]), ...paired].join("\n")}
<div class="notes">
${notesOfReplication(replication)
  .map((note) => `<p>${escapeHtml(note)}</p>`)
  .join("\n")}
</div>
</body>
</html>
`;
}

function tableHtml(caption: string, parts: readonly string[]): string {
  return `<div class="scroll" role="region" aria-label="${escapeHtml(caption)}" tabindex="0">
<table>
<caption>${escapeHtml(caption)}</caption>
${parts.join("\n")}
</table>
</div>`;
}

function rowHtml({ label, cells }: PairedRow): string {
  const below = cells.some(({ error }) => error !== "");
  const heading = `<th scope="row"${below ? ' rowspan="2"' : ""}>${escapeHtml(label)}</th>`;
  const row = `<tr>${heading}${cells.map((cell) => `<td>${cellHtml(cell)}</td>`).join("")}</tr>`;
  if (!below) return row;
  return `${row}\n<tr class="error">${cells.map(({ error }) => `<td>${escapeHtml(error)}</td>`).join("")}</tr>`;
}

function cellHtml({ estimate, stars, mark }: PairedCell): string {
  return `${escapeHtml(estimate)}${stars === "" ? "" : `<sup>${stars}</sup>`}${mark}`;
}

function descriptivesHtml({ title, columns, rows }: DescriptiveGrid): string {
  const cells = (texts: readonly string[]) => texts.map((text) => `<td>${escapeHtml(text)}</td>`).join("");
  const lines = rows.map(({ label, mark, theirs, ours }) => {
    const last =
      typeof ours === "string" ? `<td colspan="${columns.length}">${escapeHtml(ours)}</td>` : cells(ours);
    return `<tr><th scope="row" rowspan="2">${escapeHtml(label)}${mark}</th><td>paper</td>${cells(theirs)}</tr>
<tr><td>ours</td>${last}</tr>`;
  });
  const head = `<thead><tr><td></td><td></td>${columns.map((column) => `<th scope="col">${escapeHtml(column)}</th>`).join("")}</tr></thead>`;
  return tableHtml(title, [head, `<tbody>\n${lines.join("\n")}\n</tbody>`]);
}
