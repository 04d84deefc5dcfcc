import { Layout } from "./layout";

/** exp and log of `numerics/elementary.ts`, operation for operation. */

const PER_LN2: f64 = 92.33248261893672;
const STEP_HIGH: f64 = 0.010830424609594047;
const STEP_LOW: f64 = 8.66550983900947e-11;
const ROUND_TO_WHOLE: f64 = 6755399441055744.0;

@inline
function powerOfTwo(power: i64): f64 {
  return reinterpret<f64>((power + 1023) << 52);
}

export function exp(layout: Layout, x: f64): f64 {
  if (!(x > -745.2)) return x < 0 ? 0 : NaN;
  if (x > 709.782712893384) return Infinity;
  const n = x * PER_LN2 + ROUND_TO_WHOLE - ROUND_TO_WHOLE;
  const r = x - n * STEP_HIGH - n * STEP_LOW;
  const rest =
    r + r * r * (0.5 + r * (0.16666666666666666 + r * (0.041666666666666664 + r * 0.008333333333333333)));
  const whole = i64(n);
  const scaled = load<f64>(layout.expTable + (i32(whole & 63) << 3));
  const power = whole >> 6;
  const mantissa = scaled + scaled * rest;
  if (power > 1023) return mantissa * 2 * powerOfTwo(power - 1);
  if (power < -1022) return mantissa * powerOfTwo(power + 54) * powerOfTwo(-54);
  return mantissa * powerOfTwo(power);
}

function expOneByOne(layout: Layout, x: v128): v128 {
  const first = exp(layout, f64x2.extract_lane(x, 0));
  return f64x2.replace_lane(f64x2.splat(first), 1, exp(layout, f64x2.extract_lane(x, 1)));
}

/** exp of both lanes. */
@inline
export function expPair(layout: Layout, x: v128): v128 {
  const fits = v128.and(f64x2.gt(x, f64x2.splat(-700)), f64x2.lt(x, f64x2.splat(700)));
  if (!i64x2.all_true(fits)) return expOneByOne(layout, x);
  // The whole number stands in the last bits of the sum.
  const sum = f64x2.add(f64x2.mul(x, f64x2.splat(PER_LN2)), f64x2.splat(ROUND_TO_WHOLE));
  const n = f64x2.sub(sum, f64x2.splat(ROUND_TO_WHOLE));
  const r = f64x2.sub(
    f64x2.sub(x, f64x2.mul(n, f64x2.splat(STEP_HIGH))),
    f64x2.mul(n, f64x2.splat(STEP_LOW)),
  );
  let rest = f64x2.add(f64x2.splat(0.041666666666666664), f64x2.mul(r, f64x2.splat(0.008333333333333333)));
  rest = f64x2.add(f64x2.splat(0.16666666666666666), f64x2.mul(r, rest));
  rest = f64x2.add(f64x2.splat(0.5), f64x2.mul(r, rest));
  rest = f64x2.add(r, f64x2.mul(f64x2.mul(r, r), rest));
  const first = layout.expTable + ((i32(i64x2.extract_lane(sum, 0)) & 63) << 3);
  const second = layout.expTable + ((i32(i64x2.extract_lane(sum, 1)) & 63) << 3);
  const scaled = v128.load64_lane(second, v128.load64_zero(first), 1);
  const mantissa = f64x2.add(scaled, f64x2.mul(scaled, rest));
  // A product with 2^power: power is added to the exponent.
  return i64x2.add(mantissa, i64x2.shl(i64x2.shr_s(sum, 6), 52));
}

export function log(layout: Layout, x: f64): f64 {
  if (!(x > 0)) return x == 0 ? -Infinity : NaN;
  if (x == Infinity) return x;
  const ln2High = load<f64>(layout.logHigh + 1024);
  const ln2Low = load<f64>(layout.logLow + 1024);
  if (x < 2.2250738585072014e-308) return log(layout, x * 18014398509481984.0) - 54 * ln2Low - 54 * ln2High;
  const bits = reinterpret<u64>(x);
  let k = i32(bits >> 52) - 1023;
  let fraction = reinterpret<f64>((bits & 0x000fffffffffffff) | 0x3ff0000000000000);
  let j = i32((fraction - 1) * 128 + 0.5);
  if (j == 128) {
    j = 0;
    fraction *= 0.5;
    k++;
  }
  const c = 1 + f64(j) * 0.0078125;
  const r = (fraction - c) / c;
  const rest =
    r *
    r *
    (-0.5 +
      r *
        (0.3333333333333333 + r * (-0.25 + r * (0.2 + r * (-0.16666666666666666 + r * 0.14285714285714285)))));
  return (
    f64(k) * ln2High +
    load<f64>(layout.logHigh + (j << 3)) +
    (r + (rest + (f64(k) * ln2Low + load<f64>(layout.logLow + (j << 3)))))
  );
}
