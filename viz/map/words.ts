/** Every word the map says by itself. Values come written by the caller, in the caller's language. */
export interface MapWords {
  /** How to move on the map, for screen readers. */
  readonly instructions: string;
  readonly legend: string;
  readonly list: string;
  readonly listNone: string;
  readonly noValue: string;
  readonly pioneer: string;
  readonly shock: string;
  /** One letter each, different from one another. */
  readonly pioneerLetter: string;
  readonly shockLetter: string;
  readonly under: (limit: string) => string;
  readonly between: (low: string, high: string) => string;
  readonly atLeast: (limit: string) => string;
  readonly changeUnder: (limit: string) => string;
  readonly downBetween: (low: string, high: string) => string;
  readonly downAtLeast: (limit: string) => string;
  readonly upBetween: (low: string, high: string) => string;
  readonly upAtLeast: (limit: string) => string;
  /** Said under the shapes, on the page and in the exported figure. */
  readonly source: string;
  /** Said when shapes are asked for and only the tiles of these provinces are known. */
  readonly tilesOnly: string;
  /** Said when the provinces are of no vintage the map knows. */
  readonly unknown: string;
  /** Heads of the columns of the map shown as a table. */
  readonly columns: {
    readonly code: string;
    readonly name: string;
    readonly region: string;
    readonly value: string;
    readonly level: string;
    readonly marks: string;
  };
}

export const mapWordsEn: MapWords = {
  instructions:
    "Arrow keys move to the next province in that direction, Home and End to the first and last, letters to a name. Enter or Space selects.",
  legend: "Legend",
  list: "Province",
  listNone: "Choose a province",
  noValue: "no firms",
  pioneer: "pioneer",
  shock: "shock",
  pioneerLetter: "P",
  shockLetter: "S",
  under: (limit) => `under ${limit}`,
  between: (low, high) => `${low} to under ${high}`,
  atLeast: (limit) => `${limit} or more`,
  changeUnder: (limit) => `change under ${limit}`,
  downBetween: (low, high) => `down ${low} to ${high}`,
  downAtLeast: (limit) => `down ${limit} or more`,
  upBetween: (low, high) => `up ${low} to ${high}`,
  upAtLeast: (limit) => `up ${limit} or more`,
  source: "Borders of 2005, simplified. Made with Natural Earth.",
  tilesOnly:
    "The shapes of these provinces are not known: tiles are shown. Shapes are known for the 103 of 1995–2005.",
  unknown:
    "The map does not know these provinces. It knows the 103 of 1995–2005, the 110 of 2009–2016 and the 107 of 2017–2025.",
  columns: {
    code: "Code",
    name: "Province",
    region: "Region",
    value: "Value",
    level: "Class",
    marks: "Marks",
  },
};

export const mapWordsIt: MapWords = {
  instructions:
    "Le frecce portano alla provincia più vicina in quella direzione, Inizio e Fine alla prima e all’ultima, le lettere a un nome. Invio o Spazio seleziona.",
  legend: "Legenda",
  list: "Provincia",
  listNone: "Scegli una provincia",
  noValue: "nessuna impresa",
  pioneer: "pioniere",
  shock: "shock",
  pioneerLetter: "P",
  shockLetter: "S",
  under: (limit) => `meno di ${limit}`,
  between: (low, high) => `da ${low} a meno di ${high}`,
  atLeast: (limit) => `${limit} o più`,
  changeUnder: (limit) => `differenza sotto ${limit}`,
  downBetween: (low, high) => `da ${low} a ${high} in meno`,
  downAtLeast: (limit) => `${limit} o più in meno`,
  upBetween: (low, high) => `da ${low} a ${high} in più`,
  upAtLeast: (limit) => `${limit} o più in più`,
  source: "Confini del 2005, semplificati. Made with Natural Earth.",
  tilesOnly:
    "Le forme di queste province non sono note: si mostrano i riquadri. Le forme sono note per le 103 del 1995–2005.",
  unknown:
    "La mappa non conosce queste province. Conosce le 103 del 1995–2005, le 110 del 2009–2016 e le 107 del 2017–2025.",
  columns: {
    code: "Sigla",
    name: "Provincia",
    region: "Regione",
    value: "Valore",
    level: "Classe",
    marks: "Segni",
  },
};
