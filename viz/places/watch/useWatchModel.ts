import { useEffect, useMemo } from "preact/hooks";
import { watchWorlds } from "../../../scenarios/lab/watchWorlds.ts";
import { textOf } from "../../../scenarios/phrase.ts";
import type { Failure } from "../../../workers/outcome.ts";
import { watchClient } from "../../engine/watchClient.ts";
import { complaintOf, loadWording } from "../../i18n/wording.ts";
import { leaveOutDetails } from "../../shell/linkProblems.ts";
import { type Lab, useLab } from "../../state/lab.ts";
import { detailProblems } from "./linkDetails.ts";
import { createWatchModel, type WatchModel } from "./model.ts";
import { worldNamed } from "./request.ts";
import { watchWords } from "./words.ts";

/** The place's model for as long as the place is open. */
export function useWatchModel(): WatchModel {
  const lab = useLab();
  const model = useMemo(() => {
    const { step, detail } = lab.state.peek();
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    return createWatchModel(lab, {
      client: watchClient(),
      autoplay: !still && step === null && detail.autoplay !== "0",
      onRefused: (failure) => leaveOut(lab, failure),
    });
  }, [lab]);
  useEffect(() => () => model.dispose(), [model]);
  const world = model.run.value?.world;
  const ready = world !== undefined;
  useEffect(() => {
    if (world === undefined) return;
    const { detail, step } = lab.state.peek();
    leaveOutDetails(lab, detailProblems({ detail, step }, world));
  }, [lab, ready]);
  return model;
}

/** Says what a scenario refused, and goes on with its default. */
function leaveOut(lab: Lab, failure: Failure): void {
  const { language, set, world } = lab.state.peek();
  const { path: place, found, expected } = complaintOf(failure);
  const path = textOf(place);
  const field = path.replace(/^set\./, "");
  const parameter = field.replace(/\[.*$/, "");
  void loadWording(language).then((word) => {
    const isWorld = path === "scenario";
    const accepted = isWorld
      ? `${watchWorlds.map(({ id }) => id).join(", ")}; ${word(expected)}`
      : word(expected);
    lab.say("problem", watchWords[language].refused(isWorld ? "world" : path, word(found), accepted));
  });
  const refused = Object.keys(set).filter(
    (name) => name === parameter || parameter.startsWith(`${name}.`) || name.startsWith(`${parameter}.`),
  );
  const left = Object.entries(set).filter(([name]) => !refused.includes(name));
  if (refused.length > 0) lab.update({ set: Object.fromEntries(left) });
  else if (path === "scenario" || worldNamed(world).scenario === world) lab.update({ world: "", set: {} });
  else lab.update({ set: {} });
}
