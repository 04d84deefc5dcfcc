import type { TableWords } from "../../../study/lab/regressionTable.ts";
import type { Translation } from "../../i18n/words.ts";
import type { LabState } from "../../state/labState.ts";
import { shortName, worldOf } from "./request.ts";
import { labelOf } from "./terms.ts";
import type { termWords } from "./termWords.ts";
import type { estimateWords } from "./words.ts";

/** The reader's words for the regression table; its numbers are those of files unless they are given. */
export function tableWords(
  state: LabState,
  words: Translation<(typeof estimateWords)["en"]>,
  terms: Translation<(typeof termWords)["en"]>,
  published: boolean,
): TableWords {
  const name = worldOf(state);
  const world = Object.hasOwn(words.worlds, name) ? words.worlds[name as keyof typeof words.worlds] : name;
  const setName = (column: string) =>
    Object.hasOwn(words.sets, column) ? words.sets[column as keyof typeof words.sets] : column;
  return {
    caption: words.tableCaption(world, state.seed),
    labelOf: (term) => labelOf(term, terms),
    ours: shortName,
    theirs: (specification) => words.publishedName(shortName(specification)),
    models: words.models,
    notConverged: words.notConverged,
    dummies: (set) => words.dummies(set.split(" × ").map(setName).join(" × ")),
    yes: words.yes,
    no: words.no,
    observations: words.observations,
    events: words.events,
    groups: words.groups,
    logLikelihood: words.logLikelihood,
    notes: [...words.notes, ...(published ? [words.publishedNote] : [])],
  };
}
