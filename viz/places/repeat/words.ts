import { defineWords } from "../../i18n/words.ts";

export const repeatWords = defineWords(
  {
    heading: "Repeat",
    lead: "One panel gives one estimate. Draw the same world again and again, estimate each time, and see how far from the truth the estimates fall, and how often a researcher would have been wrong.",
    loading: "Reading what is kept of this study …",
    setup: "The study",
    world: "World",
    worldWhy:
      "The histories are drawn from this world. Its sliders are in “Watch”; what you set there is repeated here.",
    worldNames: {
      herding: "Herding",
      "no-herding": "No herding",
      "good-location": "The impostor: good locations",
      "common-shock": "A common shock",
      "local-peers": "Local peers",
      "canello-2022/eq1": "Equation (1) of Canello (2022)",
      "canello-2022/return": "Returns by a proportional hazard",
    },
    changedParameters: (list: string) => `Set besides: ${list}`,
    method: "Specification",
    methodWhy:
      "The regression that a researcher fits to the panel of each history. The columns are those of the published tables.",
    methodNames: {
      "canello-2022/B": "Column B: probit with small peers",
      "canello-2022/C": "Column C: and captive peers",
      "canello-2022/C-small": "Column C with coarser regions, for small worlds",
      "canello-2022/D": "Column D: and the national number",
      "canello-2022/F": "Column F: industry × year",
      "canello-2022/cox-yearly": "Cox model of return, yearly times",
      "canello-2022/cox-exact": "Cox model of return, exact times",
    },
    estimand: "Estimand",
    estimandWhy:
      "The number that the distribution is of. An average partial effect is the change in probability that one more peer makes; its truth is computed by the simulator, by adding that peer. The truth of a coefficient exists only where the world is of the form of the regression.",
    firms: "Firms",
    firmsWhy:
      "A replication takes longer with more firms; Italy has 15,902 of this kind. With fewer firms everybody has fewer peers, and estimates scatter more.",
    firmsValue: (count: string) => `${count} firms`,
    seed: "Seed",
    seedWhy: "Names every random draw: the same seed gives the same histories on any machine.",
    newSeed: "New seed",
    explain: "What is this?",
    add: "Add replications",
    addOne: "1 replication",
    addMany: (count: string) => `${count} replications`,
    addDesign: (count: string) => `All ${count} of the design`,
    pause: "Pause",
    goOn: "Go on",
    stop: "Stop here",
    progress: "Progress of the study",
    doneOf: (done: string, total: string) => `${done} of ${total} replications`,
    keptOf: (done: string, total: string) => `${done} of ${total} replications are kept.`,
    rate: (perSecond: string, left: string) => `${perSecond} a second, about ${left} left`,
    threads: (count: string) => `${count} threads of this computer work on it.`,
    seconds: (count: string) => `${count} s`,
    minutes: (count: string) => `${count} min`,
    hours: (count: string) => `${count} h`,
    elsewhere:
      "Another tab of this browser runs this study. It can go on here when that one pauses or is closed.",
    lookAgain: "Look again",
    notKept:
      "This page may not keep anything in this browser: a reload begins anew. Export the results before you leave.",
    keepingFailed: (message: string) =>
      `The browser could not keep the last replications (${message}). The study goes on; export its results before you leave.`,
    runFailed: (message: string) => `The study stopped: ${message}`,
    threadTrouble: (count: string) =>
      `${count} replications ran out of time or lost their thread, and count as failures. The study went on.`,
    refused: (message: string) => `This world cannot be repeated: ${message} The default is used instead.`,
    linkValue: (name: string, found: string, expected: string) =>
      `The link's “x.${name}” is “${found}”; its default is used instead. Accepted: ${expected}.`,
    studyGone:
      "The link names a study file that is not kept in this browser. Open the file again, or repeat the world below.",
    empty:
      "Nothing is drawn yet. Begin with one replication: one history, one panel, one estimate, one dot. Then add ten, and watch the dots become a distribution.",
    distribution: "Estimates",
    oneDot:
      "One dot: the estimate from one history. It looks as exact as any published number. Add more to see what it is one of.",
    files: "Files and commands",
    kept: "Studies kept in this browser",
    openFile: "Open a study file",
    otherStudies: "Other studies",
  },
  {
    heading: "Ripeti",
    lead: "Un panel dà una sola stima. Estrai lo stesso mondo più e più volte, stima ogni volta, e guarda quanto lontano dal vero cadono le stime e quanto spesso chi fa ricerca avrebbe sbagliato.",
    loading: "Si legge ciò che è conservato di questo studio …",
    setup: "Lo studio",
    world: "Mondo",
    worldWhy:
      "Le storie sono estratte da questo mondo. I suoi cursori sono in “Osserva”; ciò che imposti lì viene ripetuto qui.",
    worldNames: {
      herding: "Imitazione",
      "no-herding": "Nessuna imitazione",
      "good-location": "L’impostore: buone destinazioni",
      "common-shock": "Uno shock comune",
      "local-peers": "Imprese vicine",
      "canello-2022/eq1": "Equazione (1) di Canello (2022)",
      "canello-2022/return": "Rientri a rischi proporzionali",
    },
    changedParameters: (list) => `Inoltre impostati: ${list}`,
    method: "Specificazione",
    methodWhy:
      "La regressione che chi fa ricerca stima sul panel di ogni storia. Le colonne sono quelle delle tabelle pubblicate.",
    methodNames: {
      "canello-2022/B": "Colonna B: probit con piccole imprese vicine",
      "canello-2022/C": "Colonna C: e imprese vicine controllate",
      "canello-2022/C-small": "Colonna C con aree più ampie, per mondi piccoli",
      "canello-2022/D": "Colonna D: e il numero nazionale",
      "canello-2022/F": "Colonna F: settore × anno",
      "canello-2022/cox-yearly": "Modello di Cox del rientro, tempi annuali",
      "canello-2022/cox-exact": "Modello di Cox del rientro, tempi esatti",
    },
    estimand: "Quantità stimata",
    estimandWhy:
      "Il numero di cui si mostra la distribuzione. Un effetto parziale medio è il cambiamento di probabilità dovuto a un’impresa vicina in più; il suo valore vero è calcolato dal simulatore, aggiungendo quell’impresa. Il valore vero di un coefficiente esiste solo dove il mondo ha la forma della regressione.",
    firms: "Imprese",
    firmsWhy:
      "Con più imprese una replica richiede più tempo; in Italia di queste ce ne sono 15.902. Con meno imprese ciascuna ha meno vicine, e le stime sono più disperse.",
    firmsValue: (count) => `${count} imprese`,
    seed: "Seme",
    seedWhy: "Dà nome a ogni estrazione casuale: lo stesso seme dà le stesse storie su qualsiasi computer.",
    newSeed: "Nuovo seme",
    explain: "Che cos’è?",
    add: "Aggiungi repliche",
    addOne: "1 replica",
    addMany: (count) => `${count} repliche`,
    addDesign: (count) => `Tutte le ${count} del disegno`,
    pause: "Pausa",
    goOn: "Continua",
    stop: "Fermati qui",
    progress: "Avanzamento dello studio",
    doneOf: (done, total) => `${done} repliche su ${total}`,
    keptOf: (done, total) => `Sono conservate ${done} repliche su ${total}.`,
    rate: (perSecond, left) => `${perSecond} al secondo, ancora circa ${left}`,
    threads: (count) => `Ci lavorano ${count} thread di questo computer.`,
    seconds: (count) => `${count} s`,
    minutes: (count) => `${count} min`,
    hours: (count) => `${count} h`,
    elsewhere:
      "Un’altra scheda di questo browser sta eseguendo questo studio. Qui può continuare quando quella si ferma o viene chiusa.",
    lookAgain: "Guarda di nuovo",
    notKept:
      "Questa pagina non può conservare nulla in questo browser: ricaricandola si ricomincia. Esporta i risultati prima di uscire.",
    keepingFailed: (message) =>
      `Il browser non ha potuto conservare le ultime repliche (${message}). Lo studio continua; esporta i risultati prima di uscire.`,
    runFailed: (message) => `Lo studio si è fermato: ${message}`,
    threadTrouble: (count) =>
      `${count} repliche hanno superato il tempo o perso il loro thread, e contano come fallite. Lo studio è andato avanti.`,
    refused: (message) =>
      `Questo mondo non si può ripetere: ${message} Al suo posto si usa quello predefinito.`,
    linkValue: (name, found, expected) =>
      `“x.${name}” nel link è “${found}”; si usa il valore predefinito. Valori ammessi: ${expected}.`,
    studyGone:
      "Il link nomina un file di studio che non è conservato in questo browser. Apri di nuovo il file, oppure ripeti il mondo qui sotto.",
    empty:
      "Non è ancora estratto nulla. Comincia con una replica: una storia, un panel, una stima, un punto. Poi aggiungine dieci, e guarda i punti diventare una distribuzione.",
    distribution: "Stime",
    oneDot:
      "Un punto: la stima da una sola storia. Sembra precisa quanto qualsiasi numero pubblicato. Aggiungine altre per vedere di che cosa fa parte.",
    files: "File e comandi",
    kept: "Studi conservati in questo browser",
    openFile: "Apri un file di studio",
    otherStudies: "Altri studi",
  },
);
