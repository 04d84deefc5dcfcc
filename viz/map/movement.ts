import type { MapPlace } from "./layout.ts";

export type Direction = "left" | "right" | "up" | "down";

/** Arrow keys, by the name the browser gives them. */
export const directionOf: Readonly<Record<string, Direction>> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
};

/**
 * The province an arrow key leads to: the nearest in the quarter of the map that lies in that direction, what is off the
 * straight line counting double, so that on tiles the next of the row comes before the next of the diagonal.
 *
 * @returns its code; the code one is at when nothing lies that way.
 */
export function placeTowards(places: readonly MapPlace[], code: string, direction: Direction): string {
  const from = places.find((place) => place.code === code);
  if (from === undefined) return code;
  const across = direction === "left" || direction === "right";
  const sign = direction === "right" || direction === "down" ? 1 : -1;
  let [nearest, least] = [code, Number.POSITIVE_INFINITY];
  for (const place of places) {
    const [dx, dy] = [place.x - from.x, place.y - from.y];
    const ahead = sign * (across ? dx : dy);
    const aside = Math.abs(across ? dy : dx);
    if (ahead <= 0 || aside > ahead) continue;
    const distance = ahead * ahead + 4 * aside * aside;
    if (distance < least) [nearest, least] = [place.code, distance];
  }
  return nearest;
}

/**
 * The next province, after the one at `code` and around the end, whose name or code begins with what was typed; accents
 * and capitals do not count. While a word is being typed (two letters or more) the one at `code` may stay.
 */
export function placeNamed(
  provinces: readonly { readonly code: string; readonly name: string }[],
  code: string,
  typed: string,
): string | undefined {
  const plain = (text: string) => text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
  const start = provinces.findIndex((province) => province.code === code) + (typed.length > 1 ? 0 : 1);
  const turned = [...provinces.slice(Math.max(start, 0)), ...provinces.slice(0, Math.max(start, 0))];
  const begins = (text: string) => plain(text).startsWith(plain(typed));
  return turned.find(({ name, code: own }) => begins(name) || (typed.length > 1 && begins(own)))?.code;
}

/**
 * The province a key leads to from the one at `code`: an arrow, Home, End, or (when `letter`) what was typed of a name.
 *
 * @returns undefined when the key is not for the map.
 */
export function keyTarget(
  places: readonly MapPlace[],
  provinces: readonly { readonly code: string; readonly name: string }[],
  code: string,
  key: string,
  letter: boolean,
): string | undefined {
  if (letter) return placeNamed(provinces, code, key);
  if (key === "Home") return places[0]?.code;
  if (key === "End") return places.at(-1)?.code;
  const direction = directionOf[key];
  return direction && placeTowards(places, code, direction);
}
