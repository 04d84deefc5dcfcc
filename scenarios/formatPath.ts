/** `["vary", "firms", 1]` → `vary.firms[1]`. A name too long for a line is cut. */
export function formatPath(path: readonly PropertyKey[]): string {
  let text = "";
  for (const step of path) {
    if (typeof step === "number") text += `[${step}]`;
    else text += text === "" ? cutText(String(step)) : `.${cutText(String(step))}`;
  }
  return text;
}

/** At most 60 characters. */
export function cutText(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
