import { high, low, mapSize, regional, rings } from "./geometry.ts";
import type { MapPlace } from "./layout.ts";

/** A border: where it starts, and its steps, x and y in turn. */
interface Border {
  readonly x: number;
  readonly y: number;
  readonly steps: readonly number[];
}

/** `geometry.ts` says how the borders are written. */
function borders(): Border[] {
  const digit = (text: string, at: number) => {
    const code = text.charCodeAt(at);
    return code < 92 ? code - 35 : code - 36;
  };
  let read = 0;
  return high.split(" ").map((text) => {
    const [x = 0, y = 0, ...steps] = Array.from(
      text,
      (_, at) => 2 * (91 * digit(text, at) + digit(low, read++) - 4140),
    );
    return { x: x + mapSize.width / 2, y: y + mapSize.height / 2, steps };
  });
}

function backwards({ x, y, steps }: Border): Border {
  const last = steps.length - 2;
  const total = (axis: number) => steps.reduce((sum, each, at) => (at % 2 === axis ? sum + each : sum), 0);
  return {
    x: x + total(0),
    y: y + total(1),
    steps: steps.map((_, at) => -(steps[last - at + 2 * (at % 2)] ?? 0)),
  };
}

/** The provinces with the numbers of their borders, ring by ring; ~n is border n backwards. */
function provinceRings() {
  let next = 0;
  return rings.split("|").map((province) => {
    const [place = "", ...texts] = province.slice(2).split(",");
    const [x = 0, y = 0] = place.split(" ").map(Number);
    const numbers = texts.map((text) =>
      (text.match(/n|\d+/g) ?? []).map((token) => (token === "n" ? next++ : ~Number(token))),
    );
    return { code: province.slice(0, 2), x, y, rings: numbers };
  });
}

const stepsText = (steps: readonly number[]) => steps.join(" ").replaceAll(" -", "-");
const startText = (border: Border | undefined) => `M${border?.x} ${border?.y}l`;

/** The shapes of the 103 provinces of 1995–2005, in alphabetical order of their codes. */
export function shapePlaces(): MapPlace[] {
  const drawn = borders();
  const turned = drawn.map(backwards);
  return provinceRings().map(({ code, x, y, rings: numbers }) => {
    const path = numbers
      .map((ring) => ring.flatMap((number) => (number < 0 ? turned[~number] : drawn[number]) ?? []))
      .map((ring) => `${startText(ring[0])}${stepsText(ring.flatMap(({ steps }) => steps))}z`)
      .join("");
    return { code, path, x, y };
  });
}

/** The borders of the regions and the coasts, as one path. */
export function regionBorders(): string {
  return borders()
    .filter((_, at) => regional[at] === "1")
    .map((border) => startText(border) + stepsText(border.steps))
    .join("");
}

/** Pairs of provinces (of 1995–2005) that share a border, each once, the codes in alphabetical order. */
export function contiguousPairs(): readonly (readonly [string, string])[] {
  const sides: string[] = [];
  const pairs = new Map<string, readonly [string, string]>();
  for (const { code, rings: numbers } of provinceRings()) {
    for (const number of numbers.flat()) {
      const other = sides[~number];
      if (other === undefined) sides[number] = code;
      else pairs.set(other + code, [other, code]);
    }
  }
  return [...pairs.values()];
}
