/** P(a) and Q(a) of `numerics/millsRatio.ts`, operation for operation, for two numbers. */

@inline
function step(b: v128, rest: v128, coefficient: f64): v128 {
  return f64x2.add(f64x2.splat(coefficient), f64x2.mul(b, rest));
}

@inline
export function millsNumerator(a: v128): v128 {
  const b = f64x2.mul(a, a);
  let even = step(b, f64x2.splat(8.288673445961892e-7), 0.00035385125802380043);
  even = step(b, even, 0.021787776498964476);
  even = step(b, even, 0.37688231109359716);
  even = step(b, even, 1.8211175765790528);
  let odd = step(b, f64x2.splat(2.432711116117898e-5), 0.00330646562097759);
  odd = step(b, odd, 0.1052679448779153);
  odd = step(b, odd, 0.987887309904512);
  odd = step(b, odd, 2.1493654977064818);
  return f64x2.add(step(b, even, 1.2533141373155003), f64x2.mul(a, odd));
}

@inline
export function millsDenominator(a: v128): v128 {
  const b = f64x2.mul(a, a);
  let even = step(b, f64x2.splat(2.4327111161179012e-5), 0.0033307927321416992);
  even = step(b, even, 0.10852575629510511);
  even = step(b, even, 1.0867856175085662);
  even = step(b, even, 2.9579899440113038);
  let odd = step(b, f64x2.splat(8.288673445961892e-7), 0.0003546801253683813);
  odd = step(b, odd, 0.02213997002200106);
  odd = step(b, odd, 0.397970672978656);
  odd = step(b, odd, 2.1579010065185713);
  odd = step(b, odd, 2.512830106945236);
  return f64x2.add(step(b, even, 1), f64x2.mul(a, odd));
}
