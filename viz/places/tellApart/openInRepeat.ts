import { labVersion } from "../../shell/labVersion.ts";
import type { Lab } from "../../state/lab.ts";
import type { LabState } from "../../state/labState.ts";
import { writeLink } from "../../state/urlState.ts";
import { openStudies } from "../../store/indexedStudies.ts";
import { studyKey } from "../../store/studyStore.ts";
import type { StudyModel } from "./studyModel.ts";

/** Replications written at once: few enough for the page to stay quick. */
const writtenAtOnce = 5;
const worlds = 3;

/**
 * Puts the study with all that was run into the browser's store, where Repeat finds it, and goes there.
 *
 * @returns false where the browser keeps nothing, so that there is nothing to go to.
 */
export async function openInRepeat(lab: Lab, study: StudyModel, title: string): Promise<boolean> {
  const file = study.file.peek();
  if (file === null) return false;
  const key = studyKey(file.name, labVersion);
  const state: LabState = {
    ...lab.state.peek(),
    place: "repeat",
    world: "",
    set: {},
    step: null,
    detail: { study: file.name },
  };
  try {
    const store = await openStudies();
    if (!store.lasting) return false;
    const target = Math.ceil(study.asked.peek() / worlds);
    await store.put({
      key,
      title,
      text: file.text,
      link: writeLink(state),
      target,
      cells: worlds,
      version: labVersion,
      changed: Date.now(),
    });
    for (let from = 0; from < study.kept.length; from += writtenAtOnce)
      await store.append(key, study.kept.slice(from, from + writtenAtOnce));
  } catch {
    return false;
  }
  lab.update(state, "push");
  return true;
}
