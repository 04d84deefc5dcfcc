import { defineWords } from "../../i18n/words.ts";

/** The words of the verdict: which specification separates the worlds. */
export const studyWords = defineWords(
  {
    heading: "Which specification separates them?",
    intro:
      "Each specification below looks for imitation in many histories of these three worlds. One that can tell them apart finds it in the world of imitation and in no other. The first history of each is the one you have just seen.",
    counts: "Histories of each world",
    runUntil: (count: string) => `Run ${count}`,
    runWhy:
      "More histories, narrower limits. Twenty of each world took about a minute of one core where it was measured. What is done is kept when you ask for more.",
    pause: "Pause",
    resume: "Resume",
    lookAgain: "Look again",
    keepsNothing:
      "This page may not keep anything more in this browser: a reload begins anew. Save what you need below before you leave.",
    cellNotKept: (cell: string) =>
      `The link opens the cell “${cell}”. Its study is not kept in this browser: run it here, and the cell opens. The same round gives the same histories on any machine.`,
    states: {
      loading: "Reading what is kept of this study …",
      empty:
        "Nothing has been run yet. Run some histories here; below stands what 40 recorded histories say.",
      preparing: "Starting …",
      running: (done: string, asked: string) => `${done} of ${asked} histories done.`,
      paused: (done: string, asked: string) => `Paused: ${done} of ${asked} histories done, and kept.`,
      done: (done: string) => `Done: ${done} histories.`,
      elsewhere:
        "Another tab of this browser runs this study. It can go on here when that one pauses or is closed.",
      failed: (message: string) => `The study stopped: ${message}. What is done is kept; you can go on.`,
    },
    lost: (count: string, message: string) =>
      `${count} histories could not be run (${message}). Run again to try them once more.`,
    progress: "Progress of the study",
    tableOwn: (histories: string) => `Verdict on up to ${histories} histories of each world`,
    tableRecorded: (histories: string) => `Recorded verdict on ${histories} histories of each world`,
    tableHint:
      "Each cell: the label, and in how many per cent of the histories “no imitation” is rejected at 5%, with 95% Wilson limits. Press a cell for its distribution and the rule behind its label.",
    method: "Specification or test",
    groups: {
      specifications: "Specifications that estimate imitation",
      tests: "Tests by permutation, which estimate nothing",
      placebos: "Placebo: should be silent unless something else is at work",
    },
    truth: (thousandths: string, histories: string) =>
      `true effect ${thousandths} thousandths, mean of ${histories} histories`,
    truthNone: "true effect 0",
    labels: {
      identified: "identified",
      sizeDistorted: "size-distorted",
      powerless: "powerless",
      wrongSign: "wrong sign",
      undecided: "undecided",
      noEstimate: "no estimate",
      warns: "warns",
      silent: "silent",
    },
    methods: {
      B: "B: peers of the same place, in a dynamic probit",
      C: "C: and captive firms nearby",
      D: "D: and the national number in the destination",
      "choice-destination-industry-year": "Choice of the destination, with destination × industry × year",
      "timing-shuffle": "Timing shuffled among starters",
      "peer-shuffle-provinces": "Firms dealt out anew to the provinces",
      "peer-shuffle-industries": "Firms dealt out anew to the industries of their province",
      "C-placebo": "C with peers of a random province beside them",
    },
    rejected: (share: string, low: string, high: string) => `${share} (${low}–${high})`,
    cellHeading: (method: string, world: string) => `${method}, in the world of ${world}`,
    close: "Close the cell",
    rejectedIn: (count: string, of: string, low: string, high: string) =>
      `“No effect” is rejected at 5% in ${count} of ${of} histories; 95% Wilson limits ${low} to ${high}.`,
    missedIn: (count: string, of: string, low: string, high: string) =>
      `The interval misses the true effect in ${count} of ${of}; limits ${low} to ${high}.`,
    biasIs: (bias: string, error: string) =>
      `Bias of the average partial effect: ${bias} thousandths (Monte Carlo standard error ${error}).`,
    noRejection: "No history gave an estimate.",
    invalid: (valid: string, of: string) =>
      `Only ${valid} of ${of} histories gave an estimate; the limits count the others both ways.`,
    rules: {
      nothing: {
        identified:
          "Identified: nobody imitates here, “no effect” is not rejected more often than 5% beyond doubt, and a rate above 20% is ruled out.",
        sizeDistorted:
          "Size-distorted: nobody imitates here, and still “no effect” is rejected more often than 5%, beyond Monte Carlo error. It would find imitation where there is none.",
        undecided:
          "Undecided: the limits still leave room for a right test and for a distorted one. With no rejection 16 histories settle it, with three 40.",
      },
      some: {
        identified:
          "Identified: imitation is found in more than half of the histories, and missing its true size in more than 20% is ruled out.",
        sizeDistorted:
          "Size-distorted: imitation is at work, but the interval misses its true size more often than 5%, beyond Monte Carlo error.",
        powerless:
          "Powerless: imitation is at work, and “no effect” is rejected in less than half of the histories, beyond Monte Carlo error.",
        wrongSign:
          "Wrong sign: the mean estimate has the other sign beyond Monte Carlo error, and “no effect” is rejected more often than 5%.",
        undecided:
          "Undecided: the limits still leave room for more than one label. More histories would tell.",
      },
      placebo: {
        warns:
          "Warns: something that should be 0 is rejected more often than 5%, beyond Monte Carlo error: something besides imitation is at work.",
        silent: "Silent: not rejected more often than 5% beyond doubt, and a rate above 20% is ruled out.",
        undecided: "Undecided: the limits still leave room for silence and for a warning.",
      },
      noEstimate: "No estimate: the method gave none in any history.",
      unknown: "Undecided: what is true here is not known.",
    },
    ruleSource: "The rules were written down before the study was run: docs/identifiability.md, “The rules”.",
    distribution: "Estimates, history by history",
    quantities: {
      effect: "average partial effect, thousandths",
      coefficient: "coefficient of peers",
      pValue: "p-value of the test",
    },
    pValueRemark: "under “no effect” p-values are spread evenly from 0 to 1",
    noDistribution:
      "The estimates of the recorded histories are not here: the page could not load them. Run the study further up to see some.",
    recordedHeading: "What 40 recorded histories say",
    recordedNote:
      "Recorded, not computed here: worlds with the same three causes from the study “identifiability”. The world of imitation is the one above; fit and shocks are weaker there (0.3, against 0.35 and 0.52 above). This command computes it anew:",
    keptRounds: "Other rounds kept in this browser",
    openRound: (seed: string) => `Go on with round ${seed}`,
    keptHistories: (kept: string, total: string) => `${kept} of ${total} histories`,
    keptRoundsHint: "They are already revealed. In Repeat they can be deleted.",
    exports: "Take it with you",
    verdictMd: "verdict.md",
    verdictCsv: "verdict.csv",
    designJson: "Study file (JSON)",
    designHint: "The study file gives the same rows on the command line:",
    openRepeat: "Open in Repeat",
    openRepeatHint:
      "Repeat opens this study with all that has been run, to look at every replication or to run many more.",
    opening: "Taking the histories along …",
    notKept: "This browser keeps nothing between places. Save the study file, then open it in Repeat.",
  },
  {
    heading: "Quale specificazione li separa?",
    intro:
      "Ogni specificazione qui sotto cerca l’imitazione in molte storie di questi tre mondi. Quella che sa distinguerli la trova nel mondo dell’imitazione e in nessun altro. La prima storia di ciascuno è quella appena vista.",
    counts: "Storie di ogni mondo",
    runUntil: (count) => `Esegui ${count}`,
    runWhy:
      "Più storie, limiti più stretti. Venti per mondo hanno richiesto circa un minuto di un core dove è stato misurato. Ciò che è fatto resta, se poi ne chiedi altre.",
    pause: "Pausa",
    resume: "Riprendi",
    lookAgain: "Guarda di nuovo",
    keepsNothing:
      "Questa pagina non può conservare altro in questo browser: ricaricandola si ricomincia. Salva qui sotto ciò che ti serve prima di uscire.",
    cellNotKept: (cell) =>
      `Il link apre la cella “${cell}”. Il suo studio non è conservato in questo browser: eseguilo qui, e la cella si apre. La stessa partita dà le stesse storie su qualunque computer.`,
    states: {
      loading: "Si legge ciò che è conservato di questo studio …",
      empty:
        "Non è stato ancora eseguito nulla. Esegui qui alcune storie; più sotto c’è ciò che ne dicono 40 registrate.",
      preparing: "Avvio …",
      running: (done, asked) => `${done} storie su ${asked}.`,
      paused: (done, asked) => `In pausa: ${done} storie su ${asked}, conservate.`,
      done: (done) => `Finito: ${done} storie.`,
      elsewhere:
        "Un’altra scheda di questo browser sta eseguendo questo studio. Qui può continuare quando quella si ferma o viene chiusa.",
      failed: (message) => `Lo studio si è fermato: ${message}. Quanto è fatto resta; si può proseguire.`,
    },
    lost: (count, message) =>
      `Storie che non è stato possibile eseguire: ${count} (${message}). Esegui di nuovo per riprovarle.`,
    progress: "Avanzamento dello studio",
    tableOwn: (histories) => `Verdetto su un massimo di ${histories} storie per mondo`,
    tableRecorded: (histories) => `Verdetto registrato su ${histories} storie per mondo`,
    tableHint:
      "In ogni cella: l’etichetta e la percentuale di storie in cui «nessuna imitazione» è rifiutata al 5%, con limiti di Wilson al 95%. Premi una cella per vederne la distribuzione e la regola dell’etichetta.",
    method: "Specificazione o test",
    groups: {
      specifications: "Specificazioni che stimano l’imitazione",
      tests: "Test di permutazione, che non stimano nulla",
      placebos: "Placebo: dovrebbe tacere, se non agisce altro",
    },
    truth: (thousandths, histories) => `effetto vero ${thousandths} millesimi, media di ${histories} storie`,
    truthNone: "effetto vero 0",
    labels: {
      identified: "identificato",
      sizeDistorted: "livello distorto",
      powerless: "senza potenza",
      wrongSign: "segno sbagliato",
      undecided: "indeciso",
      noEstimate: "nessuna stima",
      warns: "avverte",
      silent: "tace",
    },
    methods: {
      B: "B: imprese vicine, in un probit dinamico",
      C: "C: e le imprese captive vicine",
      D: "D: e il numero nazionale nella destinazione",
      "choice-destination-industry-year": "Scelta della destinazione, con destinazione × settore × anno",
      "timing-shuffle": "Anni di partenza rimescolati",
      "peer-shuffle-provinces": "Imprese ridistribuite tra le province",
      "peer-shuffle-industries": "Imprese ridistribuite tra i settori della provincia",
      "C-placebo": "C con le imprese di una provincia a caso",
    },
    rejected: (share, low, high) => `${share} (${low}–${high})`,
    cellHeading: (method, world) => `${method}, nel mondo di ${world}`,
    close: "Chiudi la cella",
    rejectedIn: (count, of, low, high) =>
      `«Nessun effetto» è rifiutato al 5% in ${count} storie su ${of}; limiti di Wilson al 95%: da ${low} a ${high}.`,
    missedIn: (count, of, low, high) =>
      `L’intervallo manca l’effetto vero in ${count} su ${of}; limiti da ${low} a ${high}.`,
    biasIs: (bias, error) =>
      `Distorsione dell’effetto parziale medio: ${bias} millesimi (errore standard Monte Carlo ${error}).`,
    noRejection: "Nessuna storia ha dato una stima.",
    invalid: (valid, of) =>
      `Solo ${valid} storie su ${of} hanno dato una stima; i limiti contano le altre in entrambi i modi.`,
    rules: {
      nothing: {
        identified:
          "Identificato: qui nessuna impresa imita, «nessun effetto» non è rifiutato con certezza più spesso del 5%, e un tasso sopra il 20% è escluso.",
        sizeDistorted:
          "Livello distorto: qui nessuna impresa imita, eppure «nessun effetto» è rifiutato più spesso del 5%, oltre l’errore Monte Carlo. Troverebbe imitazione dove non c’è.",
        undecided:
          "Indeciso: i limiti lasciano ancora spazio a un test corretto e a uno distorto. Senza rifiuti bastano 16 storie, con tre ne servono 40.",
      },
      some: {
        identified:
          "Identificato: l’imitazione è trovata in più di metà delle storie, ed è escluso che la sua vera grandezza manchi in più del 20%.",
        sizeDistorted:
          "Livello distorto: l’imitazione agisce, ma l’intervallo manca la sua vera grandezza più spesso del 5%, oltre l’errore Monte Carlo.",
        powerless:
          "Senza potenza: l’imitazione agisce, e «nessun effetto» è rifiutato in meno di metà delle storie, oltre l’errore Monte Carlo.",
        wrongSign:
          "Segno sbagliato: la stima media ha il segno opposto oltre l’errore Monte Carlo, e «nessun effetto» è rifiutato più spesso del 5%.",
        undecided:
          "Indeciso: i limiti lasciano ancora spazio a più di un’etichetta. Altre storie lo direbbero.",
      },
      placebo: {
        warns:
          "Avverte: qualcosa che dovrebbe essere 0 è rifiutato più spesso del 5%, oltre l’errore Monte Carlo: agisce qualcos’altro che l’imitazione.",
        silent: "Tace: non è rifiutato con certezza più spesso del 5%, e un tasso sopra il 20% è escluso.",
        undecided: "Indeciso: i limiti lasciano ancora spazio al silenzio e all’avvertimento.",
      },
      noEstimate: "Nessuna stima: il metodo non ne ha data in nessuna storia.",
      unknown: "Indeciso: non si sa che cosa sia vero qui.",
    },
    ruleSource:
      "Le regole sono state scritte prima di eseguire lo studio: docs/identifiability.md, «The rules» (in inglese).",
    distribution: "Stime, storia per storia",
    quantities: {
      effect: "effetto parziale medio, millesimi",
      coefficient: "coefficiente delle imprese vicine",
      pValue: "p-value del test",
    },
    pValueRemark: "se non c’è effetto, i p-value si distribuiscono uniformemente da 0 a 1",
    noDistribution:
      "Le stime delle storie registrate non sono qui: la pagina non ha potuto caricarle. Esegui lo studio più sopra per vederne.",
    recordedHeading: "Che cosa dicono 40 storie registrate",
    recordedNote:
      "Registrato, non calcolato qui: mondi con le stesse tre cause dallo studio «identifiability». Il mondo dell’imitazione è quello qui sopra; posizione e shock vi sono più deboli (0,3, contro 0,35 e 0,52 qui sopra). Questo comando lo ricalcola:",
    keptRounds: "Altre partite conservate in questo browser",
    openRound: (seed) => `Continua la partita ${seed}`,
    keptHistories: (kept, total) => `${kept} storie su ${total}`,
    keptRoundsHint: "Sono già scoperte. In Ripeti si possono eliminare.",
    exports: "Porta con te",
    verdictMd: "verdict.md",
    verdictCsv: "verdict.csv",
    designJson: "File dello studio (JSON)",
    designHint: "Il file dello studio dà le stesse righe dalla riga di comando:",
    openRepeat: "Apri in Ripeti",
    openRepeatHint:
      "Ripeti apre questo studio con tutto ciò che è stato eseguito, per guardare ogni replica o eseguirne molte altre.",
    opening: "Le storie vengono portate con sé …",
    notKept:
      "Questo browser non conserva nulla tra un luogo e l’altro. Salva il file dello studio e aprilo in Ripeti.",
  },
);
