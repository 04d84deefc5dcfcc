import axe from "axe-core";
import type { Page } from "playwright-core";

const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What axe-core finds wrong on the page by WCAG 2.2 AA and its own best practices: "rule: element", empty where nothing is. */
export async function axeViolations(page: Page): Promise<readonly string[]> {
  // Evaluated in the page, not added as a script: the page's policy allows no inline scripts.
  await page.evaluate(axe.source);
  return page.evaluate(async (wanted) => {
    // axe-core puts itself on the global scope of the page it is evaluated in.
    const { axe: runner } = globalThis as unknown as { readonly axe: typeof axe };
    const { violations } = await runner.run(document, { runOnly: { type: "tag", values: wanted } });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")}: ${failureSummary ?? ""}`),
    );
  }, tags);
}
