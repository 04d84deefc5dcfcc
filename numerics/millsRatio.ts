/**
 * Mills' ratio R(a) = (1 − Φ(a)) / φ(a) for a ≥ 0 as one rational function P(a) / Q(a) of degrees 10 and 11, a
 * minimax (Remez) fit on [0, ∞) with a relative error of 9.4e-18. All coefficients are positive, so nothing
 * cancels; even and odd powers are summed apart, which halves the rounding error and the length of the chain.
 *
 * P and Q are kept apart because Φ, log Φ and φ/Φ each need another quotient of them. Q(0) = 1.
 */
export function millsNumerator(a: number): number {
  const b = a * a;
  return (
    1.2533141373155003 +
    b *
      (1.8211175765790528 +
        b *
          (0.37688231109359716 +
            b * (0.021787776498964476 + b * (0.00035385125802380043 + b * 8.288673445961892e-7)))) +
    a *
      (2.1493654977064818 +
        b *
          (0.987887309904512 +
            b * (0.1052679448779153 + b * (0.00330646562097759 + b * 2.432711116117898e-5))))
  );
}

/** Q(a) of `millsNumerator`; finite to a = 1e27. */
export function millsDenominator(a: number): number {
  const b = a * a;
  return (
    1 +
    b *
      (2.9579899440113038 +
        b *
          (1.0867856175085662 +
            b * (0.10852575629510511 + b * (0.0033307927321416992 + b * 2.4327111161179012e-5)))) +
    a *
      (2.512830106945236 +
        b *
          (2.1579010065185713 +
            b *
              (0.397970672978656 +
                b * (0.02213997002200106 + b * (0.0003546801253683813 + b * 8.288673445961892e-7)))))
  );
}
