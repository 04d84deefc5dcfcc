/** Names that hold every word of a search, those that begin with it first; all names for an empty one. */
export function matchingColumns(names: readonly string[], search: string): readonly string[] {
  const words = search
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  const [first] = words;
  if (first === undefined) return names;
  const found = names.filter((name) => {
    const lower = name.toLowerCase();
    return words.every((word) => lower.includes(word));
  });
  const begins = (name: string) => name.toLowerCase().startsWith(first);
  return [...found.filter(begins), ...found.filter((name) => !begins(name))];
}
