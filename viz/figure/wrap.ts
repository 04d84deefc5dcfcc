/** Most characters in a line of a row's name, on a wide figure and on one narrower than 480 pixels. */
export const wideLabel = 26;
export const narrowLabel = 15;

/** Breaks a text into lines of at most `most` characters where it has spaces; a longer word stays whole. */
export function wrapWords(text: string, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= most)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
