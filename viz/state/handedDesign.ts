/** A design that one place makes and another opens. */
export interface HandedDesign {
  readonly name: string;
  /** The design as JSON. */
  readonly text: string;
}

let handed: HandedDesign | null = null;

/** Leaves a design for the place Repeat, which takes it when it opens. */
export function handDesign(design: HandedDesign): void {
  handed = design;
}

/** The design that was left, once; null where there is none. */
export function takeDesign(): HandedDesign | null {
  const taken = handed;
  handed = null;
  return taken;
}
