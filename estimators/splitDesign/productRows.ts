/**
 * Adds two rows of L'R to `sums` at `to`: those of columns 0 and 1 of `left` from `leftAt` on, times the first `columns` of
 * `right`, summed over `count` rows. Four columns at a time while there are.
 */
export function addProductRows(
  left: Float64Array,
  leftAt: number,
  right: Float64Array,
  rightAt: number,
  leftStep: number,
  rightStep: number,
  count: number,
  columns: number,
  sums: Float64Array,
  to: number,
  stride: number,
): void {
  let j = 0;
  for (; j + 2 < columns; j += 4) {
    let s00 = 0;
    let s01 = 0;
    let s02 = 0;
    let s03 = 0;
    let s10 = 0;
    let s11 = 0;
    let s12 = 0;
    let s13 = 0;
    for (let n = 0, l = leftAt, r = rightAt + j; n < count; n++, l += leftStep, r += rightStep) {
      const a0 = left[l];
      const a1 = left[l + 1];
      const z0 = right[r];
      const z1 = right[r + 1];
      const z2 = right[r + 2];
      const z3 = right[r + 3];
      s00 += a0 * z0;
      s01 += a0 * z1;
      s02 += a0 * z2;
      s03 += a0 * z3;
      s10 += a1 * z0;
      s11 += a1 * z1;
      s12 += a1 * z2;
      s13 += a1 * z3;
    }
    const at = to + j;
    sums[at] += s00;
    sums[at + 1] += s01;
    sums[at + 2] += s02;
    sums[at + 3] += s03;
    sums[at + stride] += s10;
    sums[at + stride + 1] += s11;
    sums[at + stride + 2] += s12;
    sums[at + stride + 3] += s13;
  }
  if (j >= columns) return;
  let s00 = 0;
  let s01 = 0;
  let s10 = 0;
  let s11 = 0;
  for (let n = 0, l = leftAt, r = rightAt + j; n < count; n++, l += leftStep, r += rightStep) {
    const a0 = left[l];
    const a1 = left[l + 1];
    const z0 = right[r];
    const z1 = right[r + 1];
    s00 += a0 * z0;
    s01 += a0 * z1;
    s10 += a1 * z0;
    s11 += a1 * z1;
  }
  const at = to + j;
  sums[at] += s00;
  sums[at + 1] += s01;
  sums[at + stride] += s10;
  sums[at + stride + 1] += s11;
}
