/** Where each class of peers begins; the last one has no end. */
export const peerClasses: readonly number[] = [0, 1, 2, 4, 8, 16];
