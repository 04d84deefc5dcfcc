import type { ResolvedDesign } from "../cells.ts";
import type { EstimandSummary } from "../summary.ts";

/** Names a cell: its world where there are several or nothing varies, and its varied values, e.g. `firms = 300`. */
export function cellLabel({ cells }: ResolvedDesign, index: number): string {
  const cell = cells[index];
  if (cell === undefined) return "";
  const values = Object.entries(cell.values).map(([name, value]) => `${name} = ${JSON.stringify(value)}`);
  const worlds = cells.some(({ world }) => world !== cell.world);
  return [...(worlds || values.length === 0 ? [cell.world] : []), ...values].join(" · ");
}

type Group = Pick<EstimandSummary, "cell" | "method" | "estimand">;

/**
 * Names groups that stand side by side by what tells them apart: estimand, cell and method, each only where it differs.
 * A folder that all methods share (`canello-2022/`) is left out.
 *
 * @param named what the reader knows already: nothing, or the estimand.
 */
export function groupLabels(
  design: ResolvedDesign,
  groups: readonly Group[],
  named: "nothing" | "estimand" = "nothing",
): string[] {
  const differ = (of: (group: Group) => unknown) => new Set(groups.map(of)).size > 1;
  const estimands = named === "nothing" && differ(({ estimand }) => estimand);
  const cells = differ(({ cell }) => cell);
  const methods = differ(({ method }) => method);
  const short = withoutSharedFolder(groups.map(({ method }) => method));
  return groups.map(({ cell, method, estimand }) => {
    const parts = [
      ...(estimands ? [estimand] : []),
      ...(cells ? [cellLabel(design, cell)] : []),
      ...(methods || (!estimands && !cells) ? [short.get(method) ?? method] : []),
    ];
    return parts.join(" · ");
  });
}

/** By the whole name. */
export function withoutSharedFolder(methods: readonly string[]): ReadonlyMap<string, string> {
  const folder = (name: string) => name.slice(0, name.indexOf("/") + 1);
  const shared = new Set(methods.map(folder)).size === 1 ? folder(methods[0] ?? "").length : 0;
  return new Map(methods.map((name) => [name, name.slice(shared)]));
}
