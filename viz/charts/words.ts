import type { Language } from "../figure/figure.ts";

/** The words that charts put around the numbers they are given. */
export interface ChartWords {
  year: string;
  term: string;
  method: string;
  estimate: string;
  truth: string;
  published: string;
  mean: string;
  low: string;
  high: string;
  group: string;
  replication: string;
  replications: string;
  covers: string;
  yes: string;
  no: string;
  cell: string;
  rate: string;
  monteCarloError: string;
  nominal: string;
  power: string;
  smallest: string;
  lowerQuartile: string;
  median: string;
  upperQuartile: string;
  largest: string;
  coveringTruth: string;
  missingTruth: string;
  noNumbers: string;
  estimates: string;
  byEstimate: string;
  monteCarloErrors: string;
  target: string;
  uncertainty: string;
  /** Sentence parts; every argument is text already written in the language. */
  inYear(year: string): string;
  interval(low: string, high: string): string;
  coverage(covering: string, of: string, truth: string): string;
  marked(list: string): string;
  estimated(valid: string, of: string): string;
  drawOf(draw: string, of: string): string;
}

const english: ChartWords = {
  year: "year",
  term: "term",
  method: "method",
  estimate: "estimate",
  truth: "truth",
  published: "published",
  mean: "mean",
  low: "lower limit",
  high: "upper limit",
  group: "group",
  replication: "replication",
  replications: "replications",
  covers: "covers the truth",
  yes: "yes",
  no: "no",
  cell: "cell",
  rate: "rate",
  monteCarloError: "Monte Carlo error",
  nominal: "nominal",
  power: "power",
  smallest: "lower whisker",
  lowerQuartile: "lower quartile",
  median: "median",
  upperQuartile: "upper quartile",
  largest: "upper whisker",
  coveringTruth: "interval covers the truth",
  missingTruth: "interval misses the truth",
  noNumbers: "There are no numbers yet.",
  estimates: "estimates",
  byEstimate: "replications, by estimate",
  monteCarloErrors: "Monte Carlo errors",
  target: "target",
  uncertainty: "uncertainty of the simulation",
  inYear: (year) => `In ${year}`,
  interval: (low, high) => `${low} to ${high}`,
  coverage: (covering, of, truth) => `${covering} of ${of} intervals cover the truth of ${truth}`,
  marked: (list) => `marked: ${list}`,
  estimated: (valid, of) => `${valid} of ${of} replications estimated`,
  drawOf: (draw, of) => `Replication ${draw} of ${of}`,
};

const italian: ChartWords = {
  year: "anno",
  term: "termine",
  method: "metodo",
  estimate: "stima",
  truth: "valore vero",
  published: "pubblicato",
  mean: "media",
  low: "limite inferiore",
  high: "limite superiore",
  group: "gruppo",
  replication: "replica",
  replications: "repliche",
  covers: "copre il valore vero",
  yes: "sì",
  no: "no",
  cell: "cella",
  rate: "tasso",
  monteCarloError: "errore Monte Carlo",
  nominal: "nominale",
  power: "potenza",
  smallest: "baffo inferiore",
  lowerQuartile: "primo quartile",
  median: "mediana",
  upperQuartile: "terzo quartile",
  largest: "baffo superiore",
  coveringTruth: "l’intervallo copre il valore vero",
  missingTruth: "l’intervallo manca il valore vero",
  noNumbers: "Non ci sono ancora numeri.",
  estimates: "stime",
  byEstimate: "repliche, in ordine di stima",
  monteCarloErrors: "errori Monte Carlo",
  target: "obiettivo",
  uncertainty: "incertezza della simulazione",
  inYear: (year) => `Nel ${year}`,
  interval: (low, high) => `da ${low} a ${high}`,
  coverage: (covering, of, truth) => `${covering} intervalli su ${of} coprono il valore vero, ${truth}`,
  marked: (list) => `segnati: ${list}`,
  estimated: (valid, of) => `${valid} repliche stimate su ${of}`,
  drawOf: (draw, of) => `Replica ${draw} di ${of}`,
};

/** The words of a language. */
export function chartWords(language: Language): ChartWords {
  return language === "it" ? italian : english;
}

/** Parts as one sentence: separated by semicolons, with a capital and a full stop; the words for "no numbers" if none. */
export function sentence(parts: readonly string[], language: Language): string {
  const text = parts.filter((part) => part !== "").join("; ");
  return text === "" ? chartWords(language).noNumbers : `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
