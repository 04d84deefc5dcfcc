import { createDataModel, type DataModel } from "./model.ts";

let kept: DataModel | null = null;

/** The place's one model: whoever looks at another place meanwhile finds the file and the fit again. */
export function dataModel(): DataModel {
  kept ??= createDataModel();
  return kept;
}
