import { defineWords } from "../../i18n/words.ts";

/** The power study that is made of a panel. */
export const designWords = defineWords(
  {
    heading: "6. Design a power study from it",
    lead: "Would these data find such an effect, if it is there? A simulated world gets the size, margins and coefficients of your panel; a study repeats it and counts how often the effect is found.",
    onlyProbit:
      "This takes a probit of 0 and 1 with unit and period of a panel chosen, with or without a random effect of the unit: only there the model itself can be the world.",
    mapping: "Which of your columns is which of the world’s",
    mappingWhy:
      "Columns with the world’s own names are recognised. For the others say which they are; those left out are not in the world.",
    is: (column: string) => `${column} is`,
    notInWorld: "not in the world",
    make: "Make the design",
    made: "The design has been made.",
    margins: "Your panel and one history of the world",
    yours: "Your panel",
    world: "One history",
    rows: {
      rows: "Rows",
      units: "Units (firm × destination)",
      periods: "Periods",
      active: "Share active",
      entry: "Entry rate",
      exit: "Exit rate",
    },
    terms: "What was carried over",
    term: "Term",
    parameter: "Parameter of the world",
    coefficient: "Coefficient",
    spread: "Std. dev., yours",
    worldSpread: "Std. dev., world",
    left: (terms: string) =>
      `Not carried over: ${terms}. The world has no such column; what it explains in your data is in the constant.`,
    caution:
      "Values of the characteristics are the world’s own, as are networks, shocks, attrition and whatever your model leaves out: power for your data holds as far as these do not matter.",
    save: "Save the design (JSON)",
    open: "Open it in Repeat",
    next: "In a terminal: make it, check it, and ask how many firms it takes",
  },
  {
    heading: "6. Progetta uno studio di potenza",
    lead: "Questi dati troverebbero un tale effetto, se c’è? Un mondo simulato riceve dimensione, margini e coefficienti del tuo panel; uno studio lo ripete e conta quante volte l’effetto viene trovato.",
    onlyProbit:
      "Serve un probit di 0 e 1 con unità e periodo di un panel scelti, con o senza effetto casuale dell’unità: solo lì il modello stesso può essere il mondo.",
    mapping: "Quale delle tue colonne è quale del mondo",
    mappingWhy:
      "Le colonne con i nomi del mondo sono riconosciute. Per le altre di’ quali sono; quelle tralasciate non stanno nel mondo.",
    is: (column) => `${column} è`,
    notInWorld: "non nel mondo",
    make: "Fai il disegno",
    made: "Il disegno è pronto.",
    margins: "Il tuo panel e una storia del mondo",
    yours: "Il tuo panel",
    world: "Una storia",
    rows: {
      rows: "Righe",
      units: "Unità (impresa × destinazione)",
      periods: "Periodi",
      active: "Quota attiva",
      entry: "Tasso di entrata",
      exit: "Tasso di uscita",
    },
    terms: "Che cosa è stato ripreso",
    term: "Termine",
    parameter: "Parametro del mondo",
    coefficient: "Coefficiente",
    spread: "Dev. std., tua",
    worldSpread: "Dev. std., mondo",
    left: (terms) =>
      `Non ripresi: ${terms}. Il mondo non ha una tale colonna; ciò che spiega nei tuoi dati sta nella costante.`,
    caution:
      "I valori delle caratteristiche sono quelli del mondo, come reti, shock, uscite dal campione e tutto ciò che il tuo modello tralascia: la potenza vale per i tuoi dati fin dove questi non contano.",
    save: "Salva il disegno (JSON)",
    open: "Aprilo in Ripeti",
    next: "Nel terminale: farlo, controllarlo e chiedere quante imprese servono",
  },
);
