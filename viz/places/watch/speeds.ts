/** Named speeds, slowest first, in years a second; at the fastest every frame of the screen is a year. */
export const speeds = [
  { name: "half", yearsPerSecond: 1 },
  { name: "normal", yearsPerSecond: 2 },
  { name: "double", yearsPerSecond: 4 },
  { name: "quick", yearsPerSecond: 10 },
  { name: "max", yearsPerSecond: Number.POSITIVE_INFINITY },
] as const;

export type SpeedName = (typeof speeds)[number]["name"];

/** Place of a speed in the list; that of the normal one for any other text. */
export function speedAt(name: string | undefined): number {
  const found = speeds.findIndex((speed) => speed.name === name);
  return found < 0 ? 1 : found;
}
