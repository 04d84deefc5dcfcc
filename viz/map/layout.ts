import { mapSize, tiles } from "./geometry.ts";
import { regionBorders, shapePlaces } from "./shapes.ts";

/** Tiles of equal size, or the true (simplified) shapes. */
export type MapView = "tiles" | "shapes";

/** One province as drawn: a closed SVG path, and where a letter stands in it. Units of `mapSize`. */
export interface MapPlace {
  readonly code: string;
  readonly path: string;
  readonly x: number;
  readonly y: number;
}

/** A map drawn: its provinces, and the borders of regions and coasts (empty for tiles). */
export interface MapLayout {
  /** The view asked for; "tiles" where the shapes of these provinces are not known. */
  readonly view: MapView;
  readonly places: readonly MapPlace[];
  readonly regionBorders: string;
}

const numbersOf = (text: string) => (text.match(/-?\d+/g) ?? []).map(Number);

/** The side of a tile, in units of `mapSize`: 16 columns. */
export const tileSide = mapSize.width / 16;
/** What a tile leaves free of its square on each side; a finger may also meet it there. */
const tileGap = 13;

/**
 * The places of a set of provinces.
 *
 * @param codes codes of the provinces of one vintage: 103 (1995–2005), 107 (2017–2025) or 110 (2009–2016), in any order.
 * @param view shapes are known for the 103 only; the other vintages come as tiles.
 * @returns the places in the order of `codes`; undefined when the codes are of no vintage that is known.
 */
export function mapLayout(codes: readonly string[], view: MapView): MapLayout | undefined {
  const vintage = ([103, 107, 110] as const).find((each) => {
    const known = tilesOf(each);
    return known.size === codes.length && codes.every((code) => known.has(code));
  });
  if (vintage === undefined) return undefined;
  const shown = vintage === 103 ? view : "tiles";
  const drawn = new Map(
    (shown === "shapes" ? shapePlaces() : tilePlaces(vintage)).map((place) => [place.code, place]),
  );
  return {
    view: shown,
    places: codes.flatMap((code) => drawn.get(code) ?? []),
    regionBorders: shown === "shapes" ? regionBorders() : "",
  };
}

/** Column and row by code. Later vintages are written as what differs from 1995–2005, whose provinces all live on. */
function tilesOf(vintage: keyof typeof tiles): ReadonlyMap<string, readonly number[]> {
  const texts = [tiles[103], ...(vintage === 103 ? [] : [tiles[vintage]])].join(" ").split(" ");
  return new Map(texts.map((tile) => [tile.slice(0, 2), numbersOf(tile)]));
}

function tilePlaces(vintage: keyof typeof tiles): MapPlace[] {
  const corner = tileSide / 8;
  const side = tileSide - 2 * corner - 2 * tileGap;
  return [...tilesOf(vintage)].map(([code, [column = 0, row = 0]]) => {
    const [x, y] = [column * tileSide + tileGap, row * tileSide + tileGap];
    const turn = (dx: number, dy: number) => `a${corner} ${corner} 0 0 1 ${dx} ${dy}`;
    return {
      code,
      path:
        `M${x + corner} ${y}h${side}${turn(corner, corner)}v${side}${turn(-corner, corner)}` +
        `h${-side}${turn(-corner, -corner)}v${-side}${turn(corner, -corner)}z`,
      x: (column + 0.5) * tileSide,
      y: (row + 0.5) * tileSide,
    };
  });
}
