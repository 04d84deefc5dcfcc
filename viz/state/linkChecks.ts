/** Something in a link that a place has no use for, and what it would have. */
export interface DetailProblem {
  readonly name: string;
  readonly found: string;
  readonly expected: string;
}

/** What a detail of a link may be. */
export interface DetailCheck {
  accepts(text: string): boolean;
  readonly expected: string;
}

export function oneOf(words: readonly string[], expected = words.join(", ")): DetailCheck {
  return { accepts: (text) => words.includes(text), expected };
}

export function wholeNumber(least: number, most: number): DetailCheck {
  return {
    accepts: (text) => /^\d{1,7}$/.test(text) && Number(text) >= least && Number(text) <= most,
    expected: `${least} … ${most}`,
  };
}

export function numberWithin(least: number, most: number): DetailCheck {
  const within = (value: number) => value >= least && value <= most;
  return {
    accepts: (text) => text.trim() !== "" && within(Number(text)),
    expected: `${least} … ${most}`,
  };
}

/** The details that are there and are not accepted, in the order of the checks. */
export function checkDetails(
  detail: Readonly<Record<string, string>>,
  checks: Readonly<Record<string, DetailCheck>>,
): readonly DetailProblem[] {
  return Object.entries(checks).flatMap(([name, { accepts, expected }]) => {
    const found = detail[name];
    return found === undefined || accepts(found) ? [] : [{ name: `x.${name}`, found, expected }];
  });
}
