import type { ResolvedDesign } from "../../../study/cells.ts";
import type { RowSource } from "../../../study/rowSource.ts";
import type { StudySummary } from "../../../study/summary.ts";
import { designSection } from "./designSection.ts";
import type { ReportBlock, ReportDocument, ReportFigure, ReportSection, ReportTable } from "./document.ts";
import { figureScales } from "./figureScales.ts";
import { dotFigure } from "./figures/dotFigure.ts";
import { lollipopFigure } from "./figures/lollipopFigure.ts";
import { nestedLoopFigure } from "./figures/nestedLoopFigure.ts";
import { powerFigure } from "./figures/powerFigure.ts";
import { scatterFigure } from "./figures/scatterFigure.ts";
import { zipFigure } from "./figures/zipFigure.ts";
import { boundsTable, noListWise, pairsTable, performanceTables } from "./performanceTables.ts";
import { runSection } from "./runSection.ts";
import { verdictTables } from "./verdictTables.ts";

/** A study as it is reported, of what its rows say so far. */
export interface ReportedStudy {
  readonly design: ResolvedDesign;
  readonly source: RowSource;
  readonly summary: StudySummary;
  /** Replications that are there, by cell. */
  readonly done: readonly number[];
}

/**
 * The report of a study: design, what was run and what failed, the estimates, and only then tables and measures. The
 * same rows give the same report.
 *
 * @param options.figures whether figures are drawn: the rows are then read once more.
 * @param options.measuresATable performance measures side by side.
 */
export function studyDocument(
  { design, source, summary, done }: ReportedStudy,
  options: { readonly figures: boolean; readonly measuresATable: number },
): ReportDocument {
  const scales = options.figures ? figureScales(design, source, summary) : [];
  const drawn = (draw: (scale: (typeof scales)[number]) => ReportFigure | null) =>
    scales.flatMap((scale) => {
      const found = draw(scale);
      return found === null ? [] : [figureBlock(found)];
    });
  const bounds = boundsTable(design, summary);
  const pairs = pairsTable(design, summary);
  const unlisted = noListWise(design, summary);
  const sections: ReportSection[] = [
    designSection(design),
    runSection(design, summary, done),
    {
      id: "estimates",
      title: "Estimates",
      blocks: drawn((scale) => dotFigure(design, scale)),
    },
    {
      id: "verdict",
      title: "Verdict",
      blocks: summary.verdict === undefined ? [] : verdictTables(design, summary.verdict).map(tableBlock),
    },
    {
      id: "tables",
      title: "Performance in tables",
      blocks: [
        { kind: "paragraph", text: HOW_TO_READ },
        ...performanceTables(design, summary, options.measuresATable).map(tableBlock),
        ...(unlisted === null ? [] : [{ kind: "paragraph" as const, text: unlisted }]),
        ...(pairs === null ? [] : [tableBlock(pairs)]),
        ...(bounds === null ? [] : [tableBlock(bounds)]),
      ],
    },
    {
      id: "performance",
      title: "Performance in figures",
      blocks: [
        ...drawn((scale) => lollipopFigure(design, scale)),
        ...drawn((scale) => powerFigure(design, scale)),
        ...drawn((scale) => nestedLoopFigure(design, scale)),
      ],
    },
    {
      id: "intervals",
      title: "Intervals and standard errors",
      blocks: [
        ...drawn((scale) => zipFigure(design, scale)),
        ...drawn((scale) => scatterFigure(design, scale)),
      ],
    },
    repeatSection(options.figures),
  ];
  return {
    title: design.design.aim,
    lead: "Report of a Monte Carlo study",
    sections: sections.filter(({ blocks }) => blocks.length > 0),
  };
}

const HOW_TO_READ =
  "In parentheses: Monte Carlo standard errors, how far a number may be off because the replications are finite; for shares of 0 or 100 % the 95 % Wilson limit. Truth and estimate are means over the valid replications. –: not defined.";

function repeatSection(figures: boolean): ReportSection {
  return {
    id: "repeat",
    title: "To repeat it",
    blocks: [
      {
        kind: "list",
        items: [
          "design.json, in the folder of the study, is the whole study: bandwagon study run design.json --out NEW gives the same numbers on any machine, with any number of workers.",
          "replications.csv and replications.parquet, there, hold one row a replication and estimand; summary.json holds every measure to the last digit.",
          ...(figures ? ["Each figure stands on a file of data beside this report, linked below it."] : []),
          "bandwagon study replay . --cell C --replication R runs one replication again.",
        ],
      },
    ],
  };
}

function figureBlock(figure: ReportFigure): ReportBlock {
  return { kind: "figure", figure };
}

function tableBlock(table: ReportTable): ReportBlock {
  return { kind: "table", table };
}

/** Every figure, in the order of the report. */
export function figuresOf({ sections }: ReportDocument): ReportFigure[] {
  return sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === "figure" ? [block.figure] : [])),
  );
}
