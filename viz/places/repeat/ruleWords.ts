import { defineWords } from "../../i18n/words.ts";

/** The words of a design that stops by a rule (`until`). */
export const ruleWords = defineWords(
  {
    run: "Run until the rule stops it",
    rule: (minimum: string, every: string, most: string) =>
      `This design stops by a rule: each cell is looked at after ${minimum} replications and then after every ${every}, up to ${most}.`,
    targets: (list: string) =>
      `A cell stops when the largest Monte Carlo error of each of these is at or below its target: ${list}.`,
    hours: (hours: string) =>
      `After ${hours} hours it stops wherever it is; a run that the time ends cannot be repeated to the byte.`,
    doneOfAtMost: (done: string, most: string) => `${done} of at most ${most} replications`,
    keptOfAtMost: (done: string, most: string) => `${done} of at most ${most} replications are kept.`,
    stopped: "The rule has stopped every cell.",
    results: "The replications that the rule counts, byte for byte the files that the command line writes.",
    notYet: "The results can be saved when the rule has stopped every cell.",
    tooLarge:
      "With the most it allows this design has more replications than a page can hold. Lower its “replications”, or run it in the terminal:",
    noCluster:
      "Its looks need all replications of a cell, so it runs in one process and is not dealt out over a cluster. Without “until” it can be.",
    looks: "The last look at each cell",
    cell: "Cell",
    replications: "Replications",
    errors: "Largest Monte Carlo errors",
    error: (measure: string, error: string, target: string) => `${measure} ${error} (target ${target})`,
    state: "State",
    goesOn: "goes on",
    stops: {
      mcse: "stopped: every error at or below its target",
      replications: "stopped: the most the design allows",
      hours: "stopped: time is up",
    },
    measures: {
      bias: "bias",
      relativeBias: "relative bias",
      empiricalSe: "spread of the estimates",
      modelSe: "standard error reported",
      relativeError: "relative error of the standard error, in per cent",
      mse: "mean squared error",
      rmse: "root mean squared error",
      coverage: "coverage",
      biasEliminatedCoverage: "bias-eliminated coverage",
      rejection: "called significant",
      intervalWidth: "width of the intervals",
      convergence: "share with an estimate",
      typeS: "wrong signs among the significant (type S)",
      typeM: "exaggeration of the significant (type M)",
    },
  },
  {
    run: "Esegui finché la regola lo ferma",
    rule: (minimum, every, most) =>
      `Questo disegno si ferma secondo una regola: ogni cella viene guardata dopo ${minimum} repliche e poi ogni ${every}, fino a ${most}.`,
    targets: (list) =>
      `Una cella si ferma quando il più grande errore Monte Carlo di ciascuna di queste misure è pari o inferiore al suo obiettivo: ${list}.`,
    hours: (hours) =>
      `Dopo ${hours} ore si ferma dov’è; un’esecuzione fermata dal tempo non si può ripetere byte per byte.`,
    doneOfAtMost: (done, most) => `${done} repliche su un massimo di ${most}`,
    keptOfAtMost: (done, most) => `Sono conservate ${done} repliche su un massimo di ${most}.`,
    stopped: "La regola ha fermato ogni cella.",
    results: "Le repliche che la regola conta, byte per byte i file che scrive la riga di comando.",
    notYet: "I risultati si possono salvare quando la regola ha fermato ogni cella.",
    tooLarge:
      "Con il massimo che permette, questo disegno ha più repliche di quante una pagina ne possa tenere. Abbassa “replications”, oppure eseguilo nel terminale:",
    noCluster:
      "I suoi sguardi richiedono tutte le repliche di una cella: si esegue in un solo processo e non si distribuisce su un cluster. Senza “until” si può.",
    looks: "L’ultimo sguardo a ogni cella",
    cell: "Cella",
    replications: "Repliche",
    errors: "Errori Monte Carlo più grandi",
    error: (measure, error, target) => `${measure} ${error} (obiettivo ${target})`,
    state: "Stato",
    goesOn: "continua",
    stops: {
      mcse: "ferma: ogni errore è pari o inferiore al suo obiettivo",
      replications: "ferma: il massimo che il disegno permette",
      hours: "ferma: il tempo è scaduto",
    },
    measures: {
      bias: "distorsione",
      relativeBias: "distorsione relativa",
      empiricalSe: "dispersione delle stime",
      modelSe: "errore standard dichiarato",
      relativeError: "errore relativo dell’errore standard, in per cento",
      mse: "errore quadratico medio",
      rmse: "radice dell’errore quadratico medio",
      coverage: "copertura",
      biasEliminatedCoverage: "copertura al netto della distorsione",
      rejection: "dichiarato significativo",
      intervalWidth: "ampiezza degli intervalli",
      convergence: "quota con una stima",
      typeS: "segni sbagliati tra i significativi (tipo S)",
      typeM: "esagerazione dei significativi (tipo M)",
    },
  },
);
