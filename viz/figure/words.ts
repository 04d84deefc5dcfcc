import type { Language } from "./figure.ts";

/** The words of the frame around every figure. */
export interface FigureWords {
  readonly table: string;
  readonly png: string;
  readonly svg: string;
  readonly csv: string;
  /** What the buttons do, for those who hear them without seeing the figure they belong to. */
  readonly showTable: (title: string) => string;
  readonly downloadPng: (title: string) => string;
  readonly downloadSvg: (title: string) => string;
  readonly downloadCsv: (title: string) => string;
  readonly tools: (title: string) => string;
  readonly legend: (title: string) => string;
  readonly open: (row: string) => string;
  readonly moreRows: (shown: string, all: string) => string;
  readonly failed: (what: string) => string;
}

const english: FigureWords = {
  table: "Table",
  png: "PNG",
  svg: "SVG",
  csv: "CSV",
  showTable: (title) => `Table of ${title}`,
  downloadPng: (title) => `PNG picture of ${title}: download`,
  downloadSvg: (title) => `SVG drawing of ${title}: download`,
  downloadCsv: (title) => `CSV data of ${title}: download`,
  tools: (title) => `${title}: table and downloads`,
  legend: (title) => `${title}: legend`,
  open: (row) => `Open ${row}`,
  moreRows: (shown, all) => `The first ${shown} of ${all} rows; the CSV file has all of them.`,
  failed: (what) => `The figure could not be drawn: ${what}. Its table and its files are unaffected.`,
};

const italian: FigureWords = {
  table: "Tabella",
  png: "PNG",
  svg: "SVG",
  csv: "CSV",
  showTable: (title) => `Tabella di ${title}`,
  downloadPng: (title) => `PNG, immagine di ${title}: scarica`,
  downloadSvg: (title) => `SVG, disegno di ${title}: scarica`,
  downloadCsv: (title) => `CSV, dati di ${title}: scarica`,
  tools: (title) => `${title}: tabella e file da scaricare`,
  legend: (title) => `${title}: legenda`,
  open: (row) => `Apri ${row}`,
  moreRows: (shown, all) => `Le prime ${shown} righe su ${all}; il file CSV le ha tutte.`,
  failed: (what) =>
    `Non è stato possibile disegnare la figura: ${what}. La tabella e i file restano disponibili.`,
};

/** The words in a language. */
export function figureWords(language: Language): FigureWords {
  return { en: english, it: italian }[language];
}
