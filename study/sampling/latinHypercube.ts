/** Draws in the open interval (0, 1). */
type Uniforms = () => number;

/**
 * A Latin hypercube (McKay, Beckman & Conover 1979): each coordinate falls once into each of `points` equal parts of
 * [0, 1), in an order of its own, and anywhere within its part.
 *
 * @param streams one for each coordinate; each gives 2 · points − 1 draws.
 * @returns a list of points, each of coordinates in (0, 1).
 */
export function latinHypercube(points: number, streams: readonly Uniforms[]): number[][] {
  const coordinates = streams.map((uniform) => {
    const parts = shuffled(points, uniform);
    return parts.map((part) => (part + uniform()) / points);
  });
  return Array.from({ length: points }, (_, point) => coordinates.map((values) => values[point] ?? 0));
}

/** 0 to count − 1, every order as likely (Fisher & Yates). */
function shuffled(count: number, uniform: Uniforms): number[] {
  const order = Array.from({ length: count }, (_, at) => at);
  for (let last = count - 1; last > 0; last--) {
    const other = Math.floor(uniform() * (last + 1));
    const moved = order[last] ?? 0;
    order[last] = order[other] ?? 0;
    order[other] = moved;
  }
  return order;
}
