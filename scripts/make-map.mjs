// Writes viz/map/geometry.ts (or the file named as argument): the borders of viz/map/source projected once, so that the
// page needs no projection, and the places of the tiles from sim/geography/data.
import { readFileSync, writeFileSync } from "node:fs";
import Papa from "papaparse";

const width = 6400; // fifths of a pixel of a map 640 px wide, as wide as 16 tiles of 40 px
const height = 8400; // 21 tiles
const grid = 2; // borders stand on a grid of a fifth of a pixel

const topology = JSON.parse(readFileSync("viz/map/source/italy-provinces-103.topo.json", "utf8"));
const read = (name) =>
  Papa.parse(readFileSync(`sim/geography/data/${name}`, "utf8"), { header: true, skipEmptyLines: true }).data;
const current = read("italian-provinces.csv");
const changed = read("italian-provinces-vintages.csv");

// Arcs: from differences of quantized degrees to Mercator.
const { scale, translate } = topology.transform;
const radians = Math.PI / 180;
const mercator = ([longitude, latitude]) => [
  longitude * radians,
  -Math.log(Math.tan(Math.PI / 4 + (latitude * radians) / 2)),
];
const projected = topology.arcs.map((arc) => {
  let [x, y] = [0, 0];
  return arc.map(([dx, dy]) => {
    x += dx;
    y += dy;
    return mercator([x * scale[0] + translate[0], y * scale[1] + translate[1]]);
  });
});
const extent = (axis) => {
  const all = projected.flat().map((point) => point[axis]);
  return [Math.min(...all), Math.max(...all)];
};
const [left, right] = extent(0);
const [top, bottom] = extent(1);
const margin = 20;
const pixels = Math.min((width - 2 * margin) / (right - left), (height - 2 * margin) / (bottom - top));
const offset = [(width - (right - left) * pixels) / 2, (height - (bottom - top) * pixels) / 2];
const projectedArcs = projected.map((arc) =>
  arc.map(([x, y]) => [
    grid * Math.round((offset[0] + (x - left) * pixels) / grid),
    grid * Math.round((offset[1] + (y - top) * pixels) / grid),
  ]),
);

// Rings: lists of arcs, ~n is arc n backwards. Arcs are put in the order and direction of their first use, so that only
// the second use needs a number.
const regionOf = new Map(current.map(({ code, region }) => [code, region]));
const arcs = [];
const renumbered = new Map();
function inOrder(number) {
  const old = number < 0 ? ~number : number;
  const known = renumbered.get(old);
  if (known !== undefined) return ~known;
  arcs.push(number < 0 ? [...projectedArcs[old]].reverse() : projectedArcs[old]);
  renumbered.set(old, arcs.length - 1);
  return arcs.length - 1;
}
const provinces = topology.objects.provinces.geometries
  .map(({ id, type, arcs: polygons }) => ({ code: id, polygons: type === "Polygon" ? [polygons] : polygons }))
  .sort((one, other) => (one.code < other.code ? -1 : 1))
  .map(({ code, polygons }) => ({ code, rings: polygons.flat().map((ring) => ring.map(inOrder)) }));
const pointsOf = (ring) =>
  ring.flatMap((number) => (number < 0 ? [...arcs[~number]].reverse() : arcs[number]).slice(0, -1));
const sidesOf = arcs.map((_, number) =>
  provinces.filter(({ rings }) => rings.flat().some((each) => each === number || each === ~number)),
);
const regional = sidesOf.map(
  (sides) => sides.length === 1 || new Set(sides.map(({ code }) => regionOf.get(code))).size === 2,
);

// Where a letter stands: the centroid of the largest ring, or the middle of its widest stretch at that height.
const cross = (points) =>
  points.map(([x, y], at) => {
    const [nextX, nextY] = points[(at + 1) % points.length];
    return x * nextY - nextX * y;
  });
const areaOf = (points) => cross(points).reduce((sum, each) => sum + each, 0) / 2;
function middleOf(rings) {
  const points = rings.map(pointsOf).sort((one, other) => Math.abs(areaOf(other)) - Math.abs(areaOf(one)))[0];
  const weights = cross(points);
  const centre = [0, 1].map(
    (axis) =>
      weights.reduce(
        (sum, weight, at) => sum + weight * (points[at][axis] + points[(at + 1) % points.length][axis]),
        0,
      ) /
      (6 * areaOf(points)),
  );
  const crossings = points
    .flatMap(([x, y], at) => {
      const [nextX, nextY] = points[(at + 1) % points.length];
      return y > centre[1] === nextY > centre[1] ? [] : [x + ((centre[1] - y) / (nextY - y)) * (nextX - x)];
    })
    .sort((one, other) => one - other);
  const stretches = crossings.flatMap((x, at) => (at % 2 ? [] : [[x, crossings[at + 1]]]));
  const inside = stretches.some(([from, to]) => from < centre[0] && centre[0] < to);
  const [from, to] = stretches.sort((one, other) => other[1] - other[0] - (one[1] - one[0]))[0];
  return [inside ? centre[0] : (from + to) / 2, centre[1]].map(Math.round);
}

// Tiles: `TO1,3` is Torino in column 1, row 3.
const tilesOf = (rows) =>
  rows
    .map(([code, column, row]) => `${code}${column},${row}`)
    .sort()
    .join(" ");
const tiles103 = tilesOf(
  current
    .filter((row) => row.code === row.code_2005)
    .map((row) => [row.code, row.tile_col_2005, row.tile_row_2005]),
);
/** A later vintage has every province of 2005: only new ones and those whose tile moved are written down. */
const laterTiles = (rows) => {
  const known = new Set(tiles103.split(" "));
  return tilesOf(rows)
    .split(" ")
    .filter((tile) => !known.has(tile))
    .join(" ");
};
const changedByCode = new Map(changed.map((row) => [row.code, row]));
const tiles107 = laterTiles(current.map((row) => [row.code, row.tile_col, row.tile_row]));
const tiles110 = laterTiles([
  ...current
    .filter(({ code }) => !changedByCode.has(code))
    .map((row) => [row.code, row.tile_col, row.tile_row]),
  ...changed
    .filter((row) => row.in_110_2009_2016 === "1")
    .map((row) => [row.code, row.tile_col_110, row.tile_row_110]),
]);

const ringText = (ring) =>
  ring
    .map((number) => (number < 0 ? `${~number}` : "n"))
    .join(" ")
    .replaceAll(/ n|n (?=\d)/g, (text) => text.trim());
// Steps are written with two of 91 characters, all first ones before all second ones: that compresses to three quarters of
// the size of digits.
const character = (number) => String.fromCharCode(number < 57 ? number + 35 : number + 36); // no quote, no backslash
const middle = [width / 2, height / 2];
const steps = arcs.map((points) =>
  points.flatMap((point, at) =>
    [0, 1].map((axis) => (point[axis] - (at === 0 ? middle : points[at - 1])[axis]) / grid + 4140),
  ),
);
if (!steps.flat().every((step) => step >= 0 && step < 91 * 91))
  throw new Error("a step is longer than two characters");
const high = steps.map((arc) => arc.map((step) => character(Math.floor(step / 91))).join("")).join(" ");
const low = steps
  .flat()
  .map((step) => character(step % 91))
  .join("");

writeFileSync(
  process.argv[2] ?? "viz/map/geometry.ts",
  `// Made by scripts/make-map.mjs from source/italy-provinces-103.topo.json and sim/geography/data; do not edit.
// Made with Natural Earth (public domain). biome-ignore-all format: data.

/** Width and height of both views: tenths of a pixel of a map 640 px wide. */
export const mapSize = { width: ${width}, height: ${height} } as const;

/**
 * Borders (Mercator), each once: steps in x and y, the first from the middle of the map, in fifths of a pixel. A step is a
 * character of \`high\` and one of \`low\`, digits of base 91 from \`#\` to \`~\` without the backslash, less 4140. A space
 * in \`high\` ends a border.
 */
export const high =
  "${high}";
export const low =
  "${low}";

/**
 * Provinces of 1995–2005: code, place of a letter, and for each ring its borders: \`n\` is the next of \`high\` that no ring
 * before had, a number is that border, backwards.
 */
export const rings =
  "${provinces.map(({ code, rings }) => `${code}${[middleOf(rings).join(" "), ...rings.map(ringText)].join(",")}`).join("|")}";

/** One character a border: 1 where a region ends, at the coast too. */
export const regional =
  "${regional.map(Number).join("")}";

/** Code, column and row of the tiles of 1995–2005; of the later vintages, those that are new or elsewhere. */
export const tiles = {
  103: "${tiles103}",
  107: "${tiles107}",
  110: "${tiles110}",
} as const;
`,
);
