import type { CoxData } from "./coxData.ts";
import { createSlotGrid, slotUpTo } from "./slotGrid.ts";

/**
 * Who is at risk when, as positions instead of times. The distinct event times of a stratum are its slots, in order,
 * after one empty slot that stands for "before the first event". A row is at risk in the slots
 * `enter[row] < slot ≤ leave[row]`, and an event happens in slot `leave[row]`.
 */
export interface RiskSets {
  readonly strata: number;
  /** Stratum of each row, numbered from 0 in the order of appearance. */
  readonly stratum: Int32Array;
  /** Position of each stratum's empty slot; one more entry than strata, the last being the number of slots. */
  readonly firstSlot: Int32Array;
  readonly enter: Int32Array;
  readonly leave: Int32Array;
  /** Events in each slot. */
  readonly deaths: Int32Array;
  /** Rows at risk in each slot. */
  readonly atRisk: Int32Array;
  readonly events: number;
  /** Case weights by row; null when all are 1. */
  readonly weights: Float64Array | null;
  /** Mean case weight of each slot's events (1 in slots without), which all of them get; null when all are 1. */
  readonly eventWeight: Float64Array | null;
  /** Time of each slot; −∞ in the empty ones. */
  readonly times: Float64Array;
}

/** Sorts the event times only; rows stay in the order they came in. */
export function buildRiskSets(data: CoxData): RiskSets {
  const { start, stop, event } = data;
  const rows = stop.length;
  const { stratum, strata } = numberStrata(data);

  const eventsOf = new Int32Array(strata);
  for (let row = 0; row < rows; row++) eventsOf[stratum[row]] += event[row];
  const events = eventsOf.reduce((sum, count) => sum + count, 0);

  const { firstSlot, times } = distinctEventTimes(data, stratum, eventsOf);
  const slots = times.length;
  const enter = new Int32Array(rows);
  const leave = new Int32Array(rows);
  const deaths = new Int32Array(slots);
  const atRisk = new Int32Array(slots);
  const grid = createSlotGrid(times, firstSlot);
  for (let row = 0; row < rows; row++) {
    const last = slotUpTo(grid, stratum[row], stop[row]);
    const before = start ? slotUpTo(grid, stratum[row], start[row]) : firstSlot[stratum[row]];
    enter[row] = before;
    leave[row] = last;
    deaths[last] += event[row];
    atRisk[last]++;
    atRisk[before]--;
  }
  for (let s = 0; s < strata; s++) {
    for (let slot = firstSlot[s + 1] - 2; slot > firstSlot[s]; slot--) atRisk[slot] += atRisk[slot + 1];
    atRisk[firstSlot[s]] = 0;
  }
  const weights = data.weights ?? null;
  const eventWeight = weights && meanEventWeights(weights, event, leave, deaths);
  return { strata, stratum, firstSlot, enter, leave, deaths, atRisk, events, weights, eventWeight, times };
}

/** Share of the events that share their time with another one of their stratum; 0 without events. */
export function tiedShare(riskSets: RiskSets): number {
  let tied = 0;
  for (const count of riskSets.deaths) if (count > 1) tied += count;
  return riskSets.events === 0 ? 0 : tied / riskSets.events;
}

/** Share of those at risk whose event happens at one time, averaged over the events; 0 without events. */
export function meanShareFailing(riskSets: RiskSets): number {
  let sum = 0;
  riskSets.deaths.forEach((count, slot) => {
    if (count > 0) sum += (count * count) / riskSets.atRisk[slot];
  });
  return riskSets.events === 0 ? 0 : sum / riskSets.events;
}

function meanEventWeights(
  weights: Float64Array,
  event: Uint8Array,
  leave: Int32Array,
  deaths: Int32Array,
): Float64Array {
  const mean = new Float64Array(deaths.length);
  for (let row = 0; row < event.length; row++) {
    if (event[row] === 1) mean[leave[row]] += weights[row];
  }
  return mean.map((sum, slot) => (deaths[slot] > 0 ? sum / deaths[slot] : 1));
}

function numberStrata(data: CoxData): { stratum: Int32Array; strata: number } {
  const stratum = new Int32Array(data.stop.length);
  if (!data.strata) return { stratum, strata: 1 };
  const numbers = new Map<number, number>();
  for (let row = 0; row < stratum.length; row++) {
    let number = numbers.get(data.strata[row]);
    if (number === undefined) {
      number = numbers.size;
      numbers.set(data.strata[row], number);
    }
    stratum[row] = number;
  }
  return { stratum, strata: Math.max(numbers.size, 1) };
}

function distinctEventTimes(
  data: CoxData,
  stratum: Int32Array,
  eventsOf: Int32Array,
): { firstSlot: Int32Array; times: Float64Array } {
  const strata = eventsOf.length;
  const offset = new Int32Array(strata + 1);
  for (let s = 0; s < strata; s++) offset[s + 1] = offset[s] + eventsOf[s];
  const eventTimes = new Float64Array(offset[strata]);
  const filled = offset.slice(0, strata);
  for (let row = 0; row < stratum.length; row++) {
    if (data.event[row] === 1) eventTimes[filled[stratum[row]]++] = data.stop[row];
  }

  const firstSlot = new Int32Array(strata + 1);
  const times = new Float64Array(eventTimes.length + strata);
  let slots = 0;
  for (let s = 0; s < strata; s++) {
    const sorted = eventTimes.subarray(offset[s], offset[s + 1]).sort();
    firstSlot[s] = slots;
    times[slots++] = Number.NEGATIVE_INFINITY;
    for (const time of sorted) if (time > times[slots - 1]) times[slots++] = time;
  }
  firstSlot[strata] = slots;
  return { firstSlot, times: times.slice(0, slots) };
}
