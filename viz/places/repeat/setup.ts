import { watchWorlds } from "../../../scenarios/lab/watchWorlds.ts";
import type { RepeatRequest } from "../../../study/repeat/repeatDesign.ts";
import type { LabState } from "../../state/labState.ts";
import { firms, firstMethod, firstWorld, methodsFor, type OfferedMethod } from "./offered.ts";

/** What of a link this place goes by. */
export interface Setup {
  /** The name of the world as links have it. */
  readonly world: string;
  readonly method: OfferedMethod;
  readonly firms: number;
  /** The name of a study file that was opened; "" where the study is that of the world above. */
  readonly study: string;
}

export function setupOf({ world, detail }: Pick<LabState, "world" | "detail">): Setup {
  const asked = Number(detail.firms);
  const named = world === "" ? firstWorld : world;
  const whole = Number.isInteger(asked) && asked >= firms.least && asked <= firms.most;
  return {
    world: named,
    method: methodsFor(named).find((each) => each === detail.method) ?? firstMethod,
    firms: whole ? asked : firms.first,
    study: detail.study ?? "",
  };
}

/** What of the link is not taken over, with what would be. */
export function setupProblems({ world, detail }: Pick<LabState, "world" | "detail">): readonly {
  readonly name: string;
  readonly found: string;
  readonly expected: string;
}[] {
  const { world: named, method, firms: asked, study } = setupOf({ world, detail });
  if (study !== "") return [];
  const problems = [];
  if (detail.method !== undefined && detail.method !== method)
    problems.push({ name: "method", found: detail.method, expected: methodsFor(named).join(", ") });
  if (detail.firms !== undefined && Number(detail.firms) !== asked)
    problems.push({ name: "firms", found: detail.firms, expected: `${firms.least}–${firms.most}` });
  return problems;
}

/** The study of a link that names no file: the watched world with fewer firms, and one specification. */
export function requestOf(state: Pick<LabState, "world" | "set" | "seed" | "detail">): RepeatRequest {
  const { world, method, firms: count } = setupOf(state);
  const ready = watchWorlds.find(({ id }) => id === world) ?? { scenario: world, set: {} };
  return {
    scenario: ready.scenario,
    set: { ...ready.set, ...state.set, firms: count },
    seed: state.seed,
    method,
    replications: 1,
  };
}
