@inline
export function addPairTo(at: i32, value: v128): void {
  v128.store(at, f64x2.add(v128.load(at), value));
}

/** Two rows of a product at `to`: Σ over `count` cells of left[i], left[i + 1] times right[j], right[j + 1]. */
@inline
function addProducts(
  left: i32,
  leftBytes: i32,
  right: i32,
  rightBytes: i32,
  count: i32,
  to: i32,
  rowBytes: i32,
): void {
  let first = f64x2.splat(0);
  let second = f64x2.splat(0);
  for (let n = 0; n < count; n++) {
    const z = v128.load(right);
    first = f64x2.add(first, f64x2.mul(v128.load64_splat(left), z));
    second = f64x2.add(second, f64x2.mul(v128.load64_splat(left, 8), z));
    left += leftBytes;
    right += rightBytes;
  }
  addPairTo(to, first);
  addPairTo(to + rowBytes, second);
}

/** The same for four columns. */
@inline
function addWideProducts(
  left: i32,
  leftBytes: i32,
  right: i32,
  rightBytes: i32,
  count: i32,
  to: i32,
  rowBytes: i32,
): void {
  let firstNear = f64x2.splat(0);
  let firstFar = f64x2.splat(0);
  let secondNear = f64x2.splat(0);
  let secondFar = f64x2.splat(0);
  for (let n = 0; n < count; n++) {
    const near = v128.load(right);
    const far = v128.load(right, 16);
    const one = v128.load64_splat(left);
    const two = v128.load64_splat(left, 8);
    firstNear = f64x2.add(firstNear, f64x2.mul(one, near));
    firstFar = f64x2.add(firstFar, f64x2.mul(one, far));
    secondNear = f64x2.add(secondNear, f64x2.mul(two, near));
    secondFar = f64x2.add(secondFar, f64x2.mul(two, far));
    left += leftBytes;
    right += rightBytes;
  }
  addPairTo(to, firstNear);
  addPairTo(to + 16, firstFar);
  addPairTo(to + rowBytes, secondNear);
  addPairTo(to + rowBytes + 16, secondFar);
}

/** Rows i and i + 1 of left'right, columns up to `columnBytes`. */
export function addProductRows(
  left: i32,
  leftBytes: i32,
  right: i32,
  rightBytes: i32,
  count: i32,
  columnBytes: i32,
  to: i32,
  rowBytes: i32,
): void {
  let j = 0;
  for (; j + 16 < columnBytes; j += 32) {
    addWideProducts(left, leftBytes, right + j, rightBytes, count, to + j, rowBytes);
  }
  if (j < columnBytes) addProducts(left, leftBytes, right + j, rightBytes, count, to + j, rowBytes);
}
