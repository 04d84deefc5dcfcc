import type { Family, RegressionTable } from "../../scenarios/index.ts";
import { regressionTables } from "../../study/replicate/plannedModels.ts";
import type { RepeatedPaper } from "../../study/replicate/repeatedPaper.ts";
import type { SpreadOverSeeds } from "../../study/replicate/spreadOverSeeds.ts";
import { type DescriptiveGrid, descriptiveGrid } from "./descriptivesText.ts";
import { blocksOf, type PairedTable, pairedTable } from "./replicationCells.ts";
import { headOfReplication, notesOfReplication } from "./replicationNotes.ts";
import { selectionLines, selectionTable, selectionTitle } from "./selectionCells.ts";
import { spreadGrid, spreadSelectionLines, spreadSelectionTable, spreadTable } from "./spreadCells.ts";
import { headOfSpread, notesOfSpread } from "./spreadNotes.ts";

/** What is printed, whatever the format: one history or several. */
export interface ReplicationDocument {
  readonly paper: string;
  readonly head: readonly [paper: string, world: string];
  readonly grid: DescriptiveGrid | null;
  /** In the paper's order. */
  readonly tables: readonly DocumentTable[];
  readonly notes: readonly string[];
}

export interface DocumentTable {
  readonly title: string;
  /** In as few parts as have at most so many columns each. */
  readonly parts: (columns: number) => readonly PairedTable[];
  /** Sentences right below the table. */
  readonly lines: readonly string[];
}

export function replicationDocument(
  of: RepeatedPaper | SpreadOverSeeds,
  family: Family,
): ReplicationDocument {
  return of.kind === "regressions" ? ofOneHistory(of, family) : ofSeveral(of, family);
}

function ofOneHistory(of: RepeatedPaper, family: Family): ReplicationDocument {
  const { paper, descriptives, models, selection } = of;
  return {
    paper,
    head: headOfReplication(of),
    grid:
      descriptives === null ? null : descriptiveGrid(titleOfTable(family, descriptives.table), descriptives),
    tables: inOrder(
      family,
      (table) => {
        const own = models.filter((model) => model.table === table.id);
        return own.length === 0
          ? null
          : tableOf(table, own, 2, (block) => pairedTable(block, table.decimals));
      },
      selection === null
        ? null
        : {
            after: selection.of.table,
            table: (decimals) => ({
              title: selectionTitle(selection),
              parts: () => [selectionTable(selection, models, decimals)],
              lines: selectionLines(selection),
            }),
          },
    ),
    notes: notesOfReplication(of, family),
  };
}

function ofSeveral(of: SpreadOverSeeds, family: Family): ReplicationDocument {
  const { paper, descriptives, models, selection } = of;
  return {
    paper,
    head: headOfSpread(of),
    grid: descriptives === null ? null : spreadGrid(titleOfTable(family, descriptives.table), descriptives),
    tables: inOrder(
      family,
      (table) => {
        const own = models.filter((model) => model.table === table.id);
        return own.length === 0
          ? null
          : tableOf(table, own, 3, (block) => spreadTable(block, table.decimals));
      },
      selection === null
        ? null
        : {
            after: selection.of.table,
            table: (decimals) => ({
              title: selectionTitle(selection),
              parts: () => [spreadSelectionTable(selection, decimals)],
              lines: spreadSelectionLines(selection),
            }),
          },
    ),
    notes: notesOfSpread(of, family),
  };
}

interface CheckTable {
  /** Id of the table that it stands behind. */
  readonly after: string;
  readonly table: (decimals: number) => DocumentTable;
}

function inOrder(
  family: Family,
  tableFor: (table: RegressionTable) => DocumentTable | null,
  check: CheckTable | null,
): DocumentTable[] {
  return regressionTables(family).flatMap((table) => {
    const own = tableFor(table);
    return [
      ...(own === null ? [] : [own]),
      ...(check?.after === table.id ? [check.table(table.decimals)] : []),
    ];
  });
}

function tableOf<Model>(
  { source, about }: RegressionTable,
  models: readonly Model[],
  columnsEach: number,
  table: (block: readonly Model[]) => PairedTable,
): DocumentTable {
  return {
    title: `${source.table}. ${about}`,
    parts: (columns) => blocksOf(models, Math.max(1, Math.floor(columns / columnsEach))).map(table),
    lines: [],
  };
}

function titleOfTable(family: Family, id: string): string {
  const table = family.published().find((each) => each.id === id);
  return `${table?.source.table}. ${table?.about}`;
}
