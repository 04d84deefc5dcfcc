/** Count, mean and central sums of some values: all that the performance measures need to know of them. */
export interface Moments {
  readonly count: number;
  /** NaN where there are none. */
  readonly mean: number;
  /** Σ(x − mean)². */
  readonly second: number;
  /** Σ(x − mean)⁴. */
  readonly fourth: number;
}

type Values = ArrayLike<number>;

/** Σx / n in the order given. */
export function mean(values: Values): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] as number;
  return sum / values.length;
}

/** Two passes, as the variance of numbers far from zero needs. */
export function momentsOf(values: Values): Moments {
  const centre = mean(values);
  let second = 0;
  let fourth = 0;
  for (let i = 0; i < values.length; i++) {
    const square = ((values[i] as number) - centre) ** 2;
    second += square;
    fourth += square * square;
  }
  return { count: values.length, mean: centre, second, fourth };
}

/** Sample variance, divisor n − 1; NaN below two values. */
export function varianceOf({ count, second }: Moments): number {
  return count < 2 ? Number.NaN : second / (count - 1);
}

/** m₄ / m₂², central moments of divisor n (3 for a normal, 1 at least); NaN where all values are equal. */
export function kurtosisOf({ count, second, fourth }: Moments): number {
  return (count * fourth) / (second * second);
}
