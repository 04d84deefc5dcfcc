/** A province (NUTS-3). `code` is the two-letter plate code; Napoli's is the text "NA", not a missing value. */
export interface Province {
  readonly code: string;
  readonly name: string;
  readonly region: string;
  /** ISTAT's five: North-West, North-East, Centre, South, Islands. */
  readonly macroArea: string;
}

/** The part of the country: ISTAT's macro-areas, with South and Islands together (the Mezzogiorno). */
export function partOfCountry({ macroArea }: Province): string {
  return macroArea === "South" || macroArea === "Islands" ? "South and Islands" : macroArea;
}
