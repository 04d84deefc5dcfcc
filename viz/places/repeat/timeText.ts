interface TimeWords {
  readonly seconds: (count: string) => string;
  readonly minutes: (count: string) => string;
  readonly hours: (count: string) => string;
}

/** A length of time as people say it: seconds below two minutes, minutes below two hours, then hours. */
export function timeText(seconds: number, words: TimeWords, count: (value: number) => string): string {
  if (seconds < 120) return words.seconds(count(Math.max(1, Math.round(seconds))));
  if (seconds < 7200) return words.minutes(count(Math.round(seconds / 60)));
  return words.hours(count(Math.round(seconds / 3600)));
}
