import { textAlone } from "../../scenarios/phrase.ts";

/** A result as `bandwagon estimate --format json` prints it. JSON leaves DEL and the control characters above it as they are, but a terminal obeys them. */
export function resultJson(document: unknown): string {
  return JSON.stringify(document, textAlone, 2).replace(
    /[\x7F-\x9F]/g,
    (control) => `\\u${control.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
