import { count } from "../../study/journal/journalNumbers.ts";
import type { RepeatedSurvey } from "../../study/replicate/repeatedSurvey.ts";
import { SURVEY_GROUPS } from "../../study/survey/surveyAnswers.ts";
import { verdictOnClaims } from "./claimsTable.ts";
import { DIFFERS, ODD } from "./replicationCells.ts";

/** What was repeated, and on which world. */
export function headOfSurvey(of: RepeatedSurvey): [paper: string, world: string] {
  const { paper, reference, scenario, scale, firms, respondents, seed, surveys } = of;
  return [
    `${paper}: ${reference}`,
    `world ${scenario}, ${count(firms)} firms (scale ${scale}), ${count(Math.round(respondents))} of them asked, ${surveys} ${surveys === 1 ? "history" : "histories"}, seed ${seed}`,
  ];
}

/** What a reader of the tables must know, one paragraph each. */
export function notesOfSurvey({
  tables,
  claims,
  notSimulated,
  notes,
  scale,
  surveys,
}: RepeatedSurvey): string[] {
  const cells = tables.flatMap(({ rows }) =>
    rows.flatMap((row) =>
      SURVEY_GROUPS.flatMap((group) => (row.cells[group] === null ? [] : [{ row, cell: row.cells[group] }])),
    ),
  );
  const judged = cells.filter(({ cell }) => cell?.differs !== null);
  const emerging = judged.filter(({ row }) => row.origin === "emerges");
  const differing = (of: typeof judged) => of.filter(({ cell }) => cell?.differs === true).length;
  const outside = cells.filter(({ cell }) => cell?.outside === true).length;
  const told = cells.filter(({ cell }) => cell !== null && cell.outside !== null).length;
  return [
    surveys === 1
      ? `Shares in percent, and means. One survey of one history. Where its error is as large as theirs, chance alone marks (${DIFFERS}) one cell in 180.`
      : `Shares in percent, and means: over ${surveys} surveys, one a history; their standard deviation, of sampling and of histories together, in square brackets.`,
    "ours is: emerges, from what the firms did; placed, a trait given to firms at the start or when they first went abroad, or an answer computed from one, so that only its link with offshoring emerges; drawn, noise around the print that says nothing.",
    `${DIFFERS} ours differs from theirs by more than sampling error: ours ± 2 standard errors (exact limits where nobody or everybody says so) lies outside the exact binomial 95 % limits of the printed count, or of a mean outside print ± t s/√n, with s and n of our answers as none are printed. ${differing(judged)} of ${judged.length} cells do; ${differing(emerging)} of the ${emerging.length} that emerge.`,
    ...(told === 0
      ? []
      : [
          `Theirs can hardly be one more survey of this world (Student's t against the surveys, 5 %; chance alone: at most one in twenty) in ${outside} of ${told} cells.`,
        ]),
    "p: Welch's t of means, Pearson's χ² of all the categories of a question together; paper: from the printed counts, after its stars; ours: the median over surveys and in how many of them p ≤ 0.05. JSON has Student's t and Yates's correction as well; docs/bettiol-2017.md says what the stars can tell.",
    "Who brought everything home is in the domestic group, in the paper as here: the share that came back is one of firms that still are abroad, not a rate.",
    verdictOnClaims(claims, "targets and propositions"),
    ...notSimulated.map(({ of, what }) => `${of}, not simulated: ${what}`),
    ...tables.flatMap(({ rows }) =>
      rows.flatMap(({ name, notSimulated: reason }) => (reason === null ? [] : [`${name}: ${reason}`])),
    ),
    ...(scale < 1 ? [`At scale ${scale} fewer firms are asked: shares and means have larger errors.`] : []),
    ...(notes.length === 0
      ? []
      : [`${ODD} odd in print; marked, and not compared where the number is a misprint:`]),
    ...notes.map(({ table, id, text }) => `${ODD} ${table} ${id}: ${text}`),
  ];
}
