/** Which cluster each row belongs to, clusters numbered from 0 in the order of their first row. */
export interface Clusters {
  readonly count: number;
  readonly ofRow: Int32Array;
}

/** Numbers any integer codes. */
export function numberClusters(codes: ArrayLike<number>): Clusters {
  const numberOfCode = new Map<number, number>();
  const ofRow = new Int32Array(codes.length);
  for (let row = 0; row < codes.length; row++) {
    const known = numberOfCode.get(codes[row]);
    if (known === undefined) numberOfCode.set(codes[row], numberOfCode.size);
    ofRow[row] = known ?? numberOfCode.size - 1;
  }
  return { count: numberOfCode.size, ofRow };
}
