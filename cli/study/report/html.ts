import type {
  Drawing,
  FigureCard,
  ReportBlock,
  ReportDocument,
  ReportFigure,
  ReportSection,
  ReportTable,
} from "./document.ts";
import { REPORT_STYLE } from "./style.ts";
import { textMarkup } from "./svg.ts";

/**
 * The report as one HTML document that needs nothing beside itself and runs no script.
 *
 * @param dataPath of a figure's file of data, from the document's folder.
 */
export function htmlReport(
  { title, lead, sections }: ReportDocument,
  dataPath: (figure: ReportFigure) => string,
): string {
  const contents = sections.map(({ id, title }) => `<li><a href="#${id}">${textMarkup(title)}</a></li>`);
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${textMarkup(title)}</title>
<style>
${REPORT_STYLE}
</style>
</head>
<body>
<a class="skip" href="#${sections[0]?.id ?? ""}">Skip to the report</a>
<header>
<p class="lead">${textMarkup(lead)}</p>
<h1>${textMarkup(title)}</h1>
</header>
<nav aria-label="Contents">
<ul>
${contents.join("\n")}
</ul>
</nav>
<main>
${sections.map((section) => sectionHtml(section, dataPath)).join("\n")}
</main>
</body>
</html>
`;
}

function sectionHtml(
  { id, title, blocks }: ReportSection,
  dataPath: (figure: ReportFigure) => string,
): string {
  return `<section aria-labelledby="${id}">
<h2 id="${id}">${textMarkup(title)}</h2>
${blocks.map((block) => blockHtml(block, dataPath)).join("\n")}
</section>`;
}

function blockHtml(block: ReportBlock, dataPath: (figure: ReportFigure) => string): string {
  switch (block.kind) {
    case "paragraph":
      return `<p>${textMarkup(block.text)}</p>`;
    case "list":
      return `<ul>\n${block.items.map((item) => `<li>${textMarkup(item)}</li>`).join("\n")}\n</ul>`;
    case "terms": {
      const items = block.items.map(
        ([term, text]) => `<dt>${textMarkup(term)}</dt><dd>${textMarkup(text)}</dd>`,
      );
      return `<dl>\n${items.join("\n")}\n</dl>`;
    }
    case "code": {
      const title = textMarkup(block.title);
      const lines = block.text.split("\n").map(textMarkup).join("\n");
      return `<details><summary>${title}</summary>\n<pre tabindex="0" role="group" aria-label="${title}">${lines}</pre></details>`;
    }
    case "table":
      return tableHtml(block.table);
    case "figure":
      return figureHtml(block.figure, dataPath(block.figure));
  }
}

function tableHtml({ caption, columns, rows }: ReportTable): string {
  const kind = (at: number) => (columns[at]?.align === "right" ? ' class="number"' : "");
  const head = columns
    .map(({ title }, at) => `<th scope="col"${kind(at)}>${textMarkup(title)}</th>`)
    .join("");
  const body = rows.map((row) => {
    const cells = row.map((text, at) =>
      at === 0
        ? `<th scope="row">${cellHtml(text)}</th>`
        : columns[at]?.isCode
          ? `<td><code>${textMarkup(text)}</code></td>`
          : `<td${kind(at)}>${cellHtml(text)}</td>`,
    );
    return `<tr>${cells.join("")}</tr>`;
  });
  return `<div class="scroll" role="group" aria-label="${textMarkup(caption)}" tabindex="0">
<table>
<caption>${textMarkup(caption)}</caption>
<thead><tr>${head}</tr></thead>
<tbody>
${body.join("\n")}
</tbody>
</table>
</div>`;
}

/** The Monte Carlo error below its number. */
function cellHtml(text: string): string {
  const [first = "", ...more] = text.split("\n");
  return breakable(first) + more.map((each) => `<br><span class="error">${textMarkup(each)}</span>`).join("");
}

function figureHtml(figure: ReportFigure, path: string): string {
  const { id, title, sentence, legend, cards, cardWidth, table } = figure;
  const signs = legend.map(([sign, meaning]) => `<li>${sign}${textMarkup(meaning)}</li>`);
  return `<figure aria-labelledby="figure-${id}">
<figcaption>
<h3 id="figure-${id}">${textMarkup(title)}</h3>
<p>${textMarkup(sentence)}</p>
</figcaption>
<ul class="legend">${signs.join("")}</ul>
<div class="cards${figure.stacked ? " stacked" : ""}" style="--card: ${cardWidth}rem">
${cards.map((card) => cardHtml(card, cardWidth)).join("\n")}
</div>
<details><summary>The numbers of “${textMarkup(title)}” as a table</summary>
${tableHtml({ ...table, caption: `${table.caption}: ${title}` })}
</details>
<p class="data"><a href="${textMarkup(encodeURI(path))}" download>Data of “${textMarkup(title)}” (CSV)</a></p>
</figure>`;
}

/** Cards wider than this scroll where the page is narrow. */
const WIDE = 30;

function cardHtml({ title, drawings }: FigureCard, width: number): string {
  const wide = width > WIDE;
  const scroll = wide ? ` tabindex="0" role="group" aria-label="${textMarkup(title)}"` : "";
  return `<div class="card${wide ? " wide" : ""}"><h4>${breakable(title)}</h4><div class="drawings"${scroll}>${drawings.map(drawingHtml).join("")}</div></div>`;
}

/** Names may go on in the next line where a word of theirs begins, and not between a parameter and its value. */
function breakable(name: string): string {
  return textMarkup(name)
    .replace(/(?<=[a-z])(?=[A-Z])|(?<=\w)(?=\()/g, "<wbr>")
    .replaceAll(" = ", "&nbsp;=&nbsp;");
}

function drawingHtml({ label, markup }: Drawing): string {
  return (label === "" ? "" : `<p class="drawing">${breakable(label)}</p>`) + markup;
}
