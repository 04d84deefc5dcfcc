import { defineWords } from "../../i18n/words.ts";

export const fileWords = defineWords(
  {
    results: "Results",
    resultsAre: (count: string) =>
      `Replications 1 to ${count} of every cell, byte for byte the files that the command line writes.`,
    incomplete: (count: string) =>
      `Some later replications are done already; they come in when those before them are there. The design in the file says ${count}.`,
    nothingYet: "There are no results to export yet.",
    download: (name: string) => `Download ${name}`,
    failed: (message: string) => `The file could not be made: ${message}`,
    design: "The design",
    designIs: "Everything it takes to run this study elsewhere, as JSON that a person can read.",
    terminal: "In the terminal",
    power: "In the terminal, what this design asks of its power (the smallest sample or effect)",
    cluster: "On a cluster",
    copy: "Copy",
    copied: "Copied.",
    notCopied: "The browser did not allow copying: select the text instead.",
    replicationsOf: (count: string) => `with ${count} replications of each cell`,
    openFile: "Open a study file",
    openHint:
      "A design as JSON, up to 2 MB: chosen here, or dropped onto this box. It stays on this computer.",
    choose: "Choose a file",
    refused: (name: string, message: string) => `${name} was not opened: ${message}`,
    tooLong: "it is larger than 2 MB; expected a design, which is a page or two of JSON.",
    notText: "it could not be read as text.",
    fileStudy: (name: string) => `This study is that of the file ${name}.`,
    backToWorld: "Back to the watched world",
    tooManyCells: "This design has more cells than a page can show. Run it in the terminal:",
    tooLarge:
      "This design has more replications than a page can hold. Run fewer of them here, or all of them in the terminal:",
    kept: "Studies kept in this browser",
    noneKept: "None yet: a study is kept from its first replication on.",
    keptCount: (kept: string, total: string) => `${kept} of ${total} replications`,
    ofVersion: (version: string) =>
      `made by version ${version}: this version may draw otherwise, and does not go on with it`,
    ofRound: (seed: string) => `Tell apart: round ${seed}`,
    goOn: "Open",
    current: "open now",
    remove: "Delete",
    really: "Delete for good",
    keep: "Keep",
    notRemoved: "It was not deleted: another tab of this browser runs it.",
  },
  {
    results: "Risultati",
    resultsAre: (count) =>
      `Le repliche da 1 a ${count} di ogni cella, byte per byte i file che scrive la riga di comando.`,
    incomplete: (count) =>
      `Alcune repliche successive sono già fatte; entrano quando ci sono quelle che le precedono. Il disegno nel file ne dice ${count}.`,
    nothingYet: "Non ci sono ancora risultati da esportare.",
    download: (name) => `Scarica ${name}`,
    failed: (message) => `Non è stato possibile fare il file: ${message}`,
    design: "Il disegno",
    designIs: "Tutto ciò che serve per eseguire altrove questo studio, in JSON leggibile da una persona.",
    terminal: "Nel terminale",
    power:
      "Nel terminale, ciò che questo disegno chiede della sua potenza (il più piccolo campione o effetto)",
    cluster: "Su un cluster",
    copy: "Copia",
    copied: "Copiato.",
    notCopied: "Il browser non ha permesso di copiare: seleziona il testo.",
    replicationsOf: (count) => `con ${count} repliche di ogni cella`,
    openFile: "Apri un file di studio",
    openHint:
      "Un disegno in JSON, fino a 2 MB: scelto qui, o trascinato in questo riquadro. Resta su questo computer.",
    choose: "Scegli un file",
    refused: (name, message) => `${name} non è stato aperto: ${message}`,
    tooLong: "è più grande di 2 MB; ci si aspetta un disegno, che è una pagina o due di JSON.",
    notText: "non si può leggere come testo.",
    fileStudy: (name) => `Questo studio è quello del file ${name}.`,
    backToWorld: "Torna al mondo osservato",
    tooManyCells:
      "Questo disegno ha più celle di quante una pagina ne possa mostrare. Eseguilo nel terminale:",
    tooLarge:
      "Questo disegno ha più repliche di quante una pagina ne possa tenere. Eseguine meno qui, o tutte nel terminale:",
    kept: "Studi conservati in questo browser",
    noneKept: "Ancora nessuno: uno studio è conservato dalla sua prima replica in poi.",
    keptCount: (kept, total) => `${kept} repliche su ${total}`,
    ofVersion: (version) =>
      `fatto dalla versione ${version}: questa può estrarre diversamente, e non lo continua`,
    ofRound: (seed) => `Distingui: partita ${seed}`,
    goOn: "Apri",
    current: "aperto ora",
    remove: "Elimina",
    really: "Elimina per sempre",
    keep: "Conserva",
    notRemoved: "Non è stato eliminato: un’altra scheda di questo browser lo sta eseguendo.",
  },
);
