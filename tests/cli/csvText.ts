/** Columns of numbers or texts as a CSV file. */
export function csvText(
  columns: Readonly<Record<string, readonly (number | string)[]>>,
  delimiter = ",",
): string {
  const names = Object.keys(columns);
  const rows = Math.max(...Object.values(columns).map(({ length }) => length));
  const lines = [names.join(delimiter)];
  for (let row = 0; row < rows; row++) lines.push(names.map((name) => columns[name]?.[row]).join(delimiter));
  return `${lines.join("\n")}\n`;
}
