import { useEffect, useMemo } from "preact/hooks";
import { specificationsToFit } from "../../../scenarios/lab/estimateSpecifications.ts";
import { textOf } from "../../../scenarios/phrase.ts";
import type { Failure } from "../../../workers/outcome.ts";
import { estimateClient } from "../../engine/estimateClient.ts";
import { complaintOf, loadWording } from "../../i18n/wording.ts";
import { leaveOutDetails } from "../../shell/linkProblems.ts";
import { type Lab, useLab } from "../../state/lab.ts";
import { checkDetails, oneOf } from "../../state/linkChecks.ts";
import { createEstimateModel, type EstimateModel } from "./estimateModel.ts";
import {
  chosenSpecifications,
  offeredWorlds,
  provincesOf,
  provincesOffered,
  shortName,
  yearsOf,
  yearsOffered,
} from "./request.ts";
import { estimateWords } from "./words.ts";

/** The place's model for as long as the place is open. */
export function useEstimateModel(): EstimateModel {
  const lab = useLab();
  const model = useMemo(
    () =>
      createEstimateModel(lab, {
        client: estimateClient(),
        onRefused: (failure) => leaveOut(lab, failure),
      }),
    [lab],
  );
  useEffect(() => {
    sayUnknown(lab);
    return () => model.dispose();
  }, [lab, model]);
  return model;
}

/** Says what of the link was not understood. */
function sayUnknown(lab: Lab): void {
  const state = lab.state.peek();
  const words = estimateWords[state.language];
  const { unknown } = chosenSpecifications(state);
  if (unknown.length > 0)
    lab.say(
      "problem",
      words.unknownMethods(unknown.join(", "), specificationsToFit.map(shortName).join(", ")),
    );
  for (const [name, used, offered] of [
    ["years", yearsOf(state), yearsOffered],
    ["provinces", provincesOf(state), provincesOffered],
  ] as const) {
    const found = state.detail[name];
    if (found !== undefined && found !== used)
      lab.say("problem", words.unknownDetail(`x.${name}`, found, used, offered.join(", ")));
  }
  leaveOutDetails(lab, detailProblems(state.detail));
}

/** What of a link's choices of display the place does not understand. */
export function detailProblems(detail: Readonly<Record<string, string>>) {
  return checkDetails(detail, {
    fitted: oneOf(["1"]),
    terms: oneOf(["peers", "all"]),
    published: oneOf(["1"]),
    one: oneOf(
      specificationsToFit.flatMap((name) => [name, shortName(name)]),
      specificationsToFit.map(shortName).join(", "),
    ),
  });
}

/** Says what a scenario refused, and goes on with its default. */
function leaveOut(lab: Lab, failure: Failure): void {
  const { language, set } = lab.state.peek();
  const { path, found, expected } = complaintOf(failure);
  const field = textOf(path).replace(/^set\./, "");
  void loadWording(language).then((word) => {
    const isWorld = field === "scenario";
    const accepted = isWorld ? `${offeredWorlds.join(", ")}; ${word(expected)}` : word(expected);
    lab.say(
      "problem",
      estimateWords[language].refused(isWorld ? "world" : textOf(path), word(found), accepted),
    );
  });
  const parameter = field.replace(/\[.*$/, "");
  const kept = Object.entries(set).filter(
    ([name]) => name !== parameter && !parameter.startsWith(`${name}.`) && !name.startsWith(`${parameter}.`),
  );
  if (kept.length < Object.keys(set).length) lab.update({ set: Object.fromEntries(kept) });
  else if (Object.keys(set).length > 0) lab.update({ set: {} });
  else lab.update({ world: "" });
}
