import type {
  BinaryFit,
  ModelFrameOptions,
  PanelColumns,
  TieMethod,
  TimeTransform,
} from "../../estimators/index.ts";
import type { FitThreads } from "../../estimators/parts/fitThreads.ts";
import { InvalidInput } from "../../scenarios/index.ts";
import { phrase } from "../../scenarios/phrase.ts";

/** Options that only some models have; absent where the user did not give them. */
export interface ModelOptions {
  readonly model?: BinaryFit["model"] | "cox" | "linear";
  readonly ties?: TieMethod;
  readonly quadrature?: number;
  /** Squared distance to the maximum, in standard errors, at which a search with a random effect ends; 1e-10 unless said. */
  readonly tolerance?: number;
  /** 1 unless the user says so, whatever the machine has. */
  readonly threads?: number;
  readonly information?: "observed" | "expected";
  readonly robust?: "HC0" | "HC1";
  readonly penalty?: "firth";
  /** Of the groups of `(1 | g)` in a grouped hazard. */
  readonly frailty?: "gamma" | "normal";
  /** Condition on rows at risk before a group was seen, with gamma frailty. */
  readonly beforeEntry?: string;
  /** Formula of who is selected, beside that of a duration. */
  readonly selection?: string;
  readonly dependence?: "fgm" | "gaussian";
  readonly distribution?: "weibull" | "exponential";
  readonly weights?: string;
  /** What proportional hazards are tested against. */
  readonly phTransform?: TimeTransform;
  /** True for all terms. */
  readonly effects?: string | true;
  readonly effectsKind?: "difference" | "derivative";
  readonly change?: number;
  readonly residuals?: string;
  readonly predict?: string;
  readonly baseline?: string;
  readonly at?: readonly string[];
  /** Of the limits, 0.95 unless the user says so. */
  readonly confidence: number;
}

export interface EstimateOptions extends ModelOptions {
  /** `ID,TIME` */
  readonly panel?: string;
  /** Rows of the file that exist at all. */
  readonly where?: string;
  /** Rows to fit to. */
  readonly subset?: string;
  readonly cluster?: string;
  /** Texts that mark missing cells, between commas. */
  readonly na?: string;
  /** What stands before decimals in a text file. */
  readonly decimal?: "." | ",";
  readonly format: "table" | "json" | "latex" | "html";
  readonly out?: string;
  readonly exportR?: string;
  readonly exportStata?: string;
}

/** Threads for a fit, the calling one included. */
export type ThreadsOf = (count: number) => FitThreads;

/** What of the options the frame of a formula needs. */
export function frameOptions({ panel, subset, cluster, weights }: EstimateOptions): ModelFrameOptions {
  return {
    ...(panel !== undefined && { panel: panelColumns(panel) }),
    ...(subset !== undefined && { subset }),
    ...(cluster !== undefined && { cluster }),
    ...(weights !== undefined && { weights }),
  };
}

/** A name as it is, or in backticks with backslashes before backticks, as R has it; then the rest of the list. */
const firstOfList = /^\s*(?:`((?:[^`\\]|\\.)+)`|([^,]+?))\s*(?:,(.*))?$/s;

/** Who and when, with a comma between them; a name that holds a comma stands in backticks, as in a formula. */
export function panelColumns(text: string): PanelColumns {
  const [id, afterId] = firstName(text);
  const [time, afterTime] = firstName(afterId);
  if (id !== "" && time !== "" && afterTime === "") return { id, time };
  throw new InvalidInput({
    path: `--panel ${text}`,
    found: JSON.stringify(text),
    expected: phrase`two columns: who, and when, as in --panel firm,year`,
  });
}

function firstName(text: string): readonly [name: string, rest: string] {
  const [, quoted, plain = "", rest = ""] = firstOfList.exec(text) ?? [];
  return [quoted?.replaceAll(/\\(.)/gs, "$1") ?? plain, rest];
}

/** The parts of a list between commas; commas inside parentheses or quotes belong to a part: `factor(k, levels = …)b,x`. */
export function splitList(text: string): string[] {
  const parts: string[] = [];
  let part = "";
  let depth = 0;
  let quote = "";
  for (const character of text) {
    if (quote !== "") quote = character === quote ? "" : quote;
    else if (character === '"' || character === "'") quote = character;
    else if (character === "(") depth++;
    else if (character === ")") depth--;
    if (character === "," && depth === 0 && quote === "") {
      parts.push(part.trim());
      part = "";
    } else part += character;
  }
  return [...parts, part.trim()].filter((each) => each !== "");
}
