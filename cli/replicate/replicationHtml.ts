import { escapeHtml, STYLE } from "../../study/journal/htmlOfJournal.ts";
import type { DescriptiveGrid } from "./descriptivesText.ts";
import type { PairedCell, PairedRow } from "./replicationCells.ts";
import type { ReplicationDocument } from "./replicationDocument.ts";

/** Everything that was repeated as one HTML document that needs nothing beside itself. */
export function replicationHtml({ paper, head, grid, tables, notes }: ReplicationDocument): string {
  const [title, world] = head;
  const paragraph = (text: string) => `<p>${escapeHtml(text)}</p>`;
  const paired = tables.map(({ title: caption, parts, lines }) => {
    const own = parts(Number.MAX_SAFE_INTEGER).map(({ models, terms, statistics }) =>
      tableHtml(caption, [
        `<thead>
<tr><td></td>${models.map(({ name, sides }) => `<th scope="colgroup" colspan="${sides.length}">${escapeHtml(name)}</th>`).join("")}</tr>
<tr><td></td>${models.flatMap(({ sides }) => sides.map((side) => `<th scope="col">${escapeHtml(side)}</th>`)).join("")}</tr>
</thead>`,
        ...[terms, statistics].map((rows) => `<tbody>\n${rows.map(rowHtml).join("\n")}\n</tbody>`),
      ]),
    );
    const below =
      lines.length === 0 ? [] : [`<div class="notes">\n${lines.map(paragraph).join("\n")}\n</div>`];
    return [...own, ...below].join("\n");
  });
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(paper)}</title>
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
${notes.map(paragraph).join("\n")}
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
  const lines = rows.map(({ label, mark, theirs, ours, spread }) => {
    const last =
      typeof ours === "string" ? `<td colspan="${columns.length}">${escapeHtml(ours)}</td>` : cells(ours);
    const below = spread === undefined ? "" : `\n<tr><td>sd</td>${cells(spread)}</tr>`;
    return `<tr><th scope="row" rowspan="${spread === undefined ? 2 : 3}">${escapeHtml(label)}${mark}</th><td>paper</td>${cells(theirs)}</tr>
<tr><td>ours</td>${last}</tr>${below}`;
  });
  const head = `<thead><tr><td></td><td></td>${columns.map((column) => `<th scope="col">${escapeHtml(column)}</th>`).join("")}</tr></thead>`;
  return tableHtml(title, [head, `<tbody>\n${lines.join("\n")}\n</tbody>`]);
}
