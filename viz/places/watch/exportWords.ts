import { defineWords } from "../../i18n/words.ts";

export const exportWords = defineWords(
  {
    heading: "Take it with you",
    what: "The panel that a statistician would get of this very history: a row a firm, destination and year, with a codebook beside it.",
    csv: "Panel as CSV",
    parquet: "Panel as Parquet",
    manifest: "World as JSON",
    copyLink: "Copy link",
    maps: "Maps as SVG",
    cancel: "Cancel",
    writing: (percent: string) => `Writing the panel: ${percent}`,
    written: (rows: string, columns: string, size: string) =>
      `Written: ${rows} rows × ${columns} columns, ${size} MB.`,
    failed: (message: string) => `The panel could not be written: ${message}`,
    terminal: "The same in a terminal",
    terminalWhy:
      "This line gives the same panel, byte for byte, with any seed you like. The JSON file does as well: bandwagon simulate FILE.json --seed SEED --out panel.csv.",
    notFirst:
      "bandwagon simulate draws a world’s first history, and this is another one, out of a study. Save its panel here, or open it in Repeat, which has the line for the terminal: bandwagon study replay. The JSON file holds its world and names this history.",
    copy: "Copy the command line",
    copied: "Copied.",
    notCopied: "The browser did not allow copying.",
  },
  {
    heading: "Porta con te questa storia",
    what: "Il panel che uno statistico avrebbe di questa storia: una riga per impresa, destinazione e anno, con il dizionario delle variabili accanto.",
    csv: "Panel in CSV",
    parquet: "Panel in Parquet",
    manifest: "Mondo in JSON",
    copyLink: "Copia il link",
    maps: "Mappe in SVG",
    cancel: "Annulla",
    writing: (percent) => `Scrittura del panel: ${percent}`,
    written: (rows, columns, size) => `Scritto: ${rows} righe × ${columns} colonne, ${size} MB.`,
    failed: (message) => `Non è stato possibile scrivere il panel: ${message}`,
    terminal: "Lo stesso in un terminale",
    terminalWhy:
      "Questa riga dà lo stesso panel, byte per byte, con il seme che vuoi. Lo fa anche il file JSON: bandwagon simulate FILE.json --seed SEME --out panel.csv.",
    notFirst:
      "bandwagon simulate estrae la prima storia di un mondo, e questa è un’altra, presa da uno studio. Salva qui il suo panel, oppure aprila in Ripeti, che ha la riga per il terminale: bandwagon study replay. Il file JSON contiene il suo mondo e dice qual è questa storia.",
    copy: "Copia la riga di comando",
    copied: "Copiato.",
    notCopied: "Il browser non ha permesso la copia.",
  },
);
