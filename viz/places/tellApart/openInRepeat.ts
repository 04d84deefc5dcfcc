import { labVersion } from "../../shell/labVersion.ts";
import type { Lab } from "../../state/lab.ts";
import type { LabState } from "../../state/labState.ts";
import { writeLink } from "../../state/urlState.ts";
import { openStudies } from "../../store/indexedStudies.ts";
import { studyKey } from "../../store/studyStore.ts";
import type { StudyModel } from "./studyModel.ts";

/**
 * Goes to Repeat with the study, which this browser keeps with all that was run.
 *
 * @returns false where the browser keeps nothing, so that there is nothing to go to.
 */
export async function openInRepeat(lab: Lab, study: StudyModel): Promise<boolean> {
  const file = study.file.peek();
  if (file === null) return false;
  await study.idle();
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
    const found = await store.get(studyKey(file.name, labVersion));
    if (found === undefined || !study.lasting.peek()) return false;
    const { kept: _, ...record } = found;
    await store.put({ ...record, link: writeLink(state) });
  } catch {
    return false;
  }
  lab.update(state, "push");
  return true;
}
