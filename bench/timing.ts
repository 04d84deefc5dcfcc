/** Milliseconds. `cpu` adds up all threads of the process, the engine's own included. */
export interface Duration {
  readonly wall: number;
  readonly cpu: number;
}

/** Started when called; the function it returns says what has passed since. */
export function stopwatch(): () => Duration {
  const wall = performance.now();
  const cpu = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(cpu);
    return { wall: performance.now() - wall, cpu: (user + system) / 1000 };
  };
}

/** Runs `work` and says how long it took. */
export function time<Value>(work: () => Value): { value: Value; duration: Duration } {
  const read = stopwatch();
  const value = work();
  return { value, duration: read() };
}

export function add(one: Duration, other: Duration): Duration {
  return { wall: one.wall + other.wall, cpu: one.cpu + other.cpu };
}

export const noTime: Duration = { wall: 0, cpu: 0 };

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Median over the rounds of value / reference, each from the same round. */
export function medianRatio(values: readonly number[], references: readonly number[]): number {
  return median(values.map((value, round) => value / references[round]));
}
