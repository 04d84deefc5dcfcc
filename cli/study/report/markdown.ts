import { visibleText } from "../../visibleText.ts";
import type { ReportBlock, ReportDocument, ReportTable } from "./document.ts";

/** The report as Markdown with tables (GitHub's); without figures. */
export function markdownReport({ title, lead, sections }: ReportDocument): string {
  const parts = [`# ${escapeMarkdown(title)}`, escapeMarkdown(lead)];
  for (const { title, blocks } of sections) {
    parts.push(`## ${escapeMarkdown(title)}`, ...blocks.map(blockMarkdown).filter((text) => text !== ""));
  }
  return `${parts.join("\n\n")}\n`;
}

function blockMarkdown(block: ReportBlock): string {
  switch (block.kind) {
    case "paragraph":
      return escapeMarkdown(block.text);
    case "list":
      return block.items.map((item) => `- ${escapeMarkdown(item)}`).join("\n");
    case "terms":
      return block.items
        .map(([term, text]) => `- **${escapeMarkdown(term)}**: ${escapeMarkdown(text)}`)
        .join("\n");
    case "code": {
      const longest = (block.text.match(/`+/g) ?? []).reduce((most, { length }) => Math.max(most, length), 2);
      const fence = "`".repeat(longest + 1);
      return `${escapeMarkdown(block.title)}:\n\n${fence}json\n${visibleText(block.text)}\n${fence}`;
    }
    case "table":
      return tableMarkdown(block.table);
    case "figure":
      return "";
  }
}

function tableMarkdown({ caption, columns, rows }: ReportTable): string {
  const line = (cells: readonly string[]) => `| ${cells.map(escapeMarkdown).join(" | ")} |`;
  return [
    `**${escapeMarkdown(caption)}**`,
    "",
    line(columns.map(({ title }) => title)),
    `| ${columns.map(({ align }) => (align === "right" ? "---:" : "---")).join(" | ")} |`,
    ...rows.map(line),
  ].join("\n");
}

/** Text in which nothing is markup, in one line. */
export function escapeMarkdown(text: string): string {
  return visibleText(text)
    .replaceAll("\n", " ")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replace(/[\\`*_[\]|#~$]/g, "\\$&");
}
