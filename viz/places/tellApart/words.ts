import { defineWords } from "../../i18n/words.ts";

export const tellApartWords = defineWords(
  {
    heading: "Tell apart",
    intro:
      "Three worlds of 1,500 firms each. In one, firms imitate peers of their province and industry. In one, nobody imitates, but some destinations suit some provinces. In one, nobody imitates, but shocks hit the firms of a province and industry together. Look, say which is which, then see.",
    causes: { imitation: "imitation", location: "a good location", shock: "a common shock" },
    causeMeanings: {
      imitation: "Firms start where peers of their province and industry are.",
      location: "Some destinations suit some provinces; nobody looks at anybody.",
      shock: "Demand in a province and industry rises and falls for all its firms; nobody looks at anybody.",
    },
    worldOf: (letter: string) => `World ${letter}`,
    worldIs: (letter: string, cause: string) => `World ${letter}: ${cause}`,
    seed: "Round (seed)",
    seedWhy:
      "The seed draws the histories and which of them is A, B and C. The same seed gives the same round.",
    explain: "What is this?",
    newRound: "New round",
    simulating: "The three worlds are being simulated …",
    ready: "The three worlds are ready.",
    linkProblem: (name: string, found: string, expected: string) =>
      `The link's “${name}” is “${found}” and was left out. Accepted: ${expected}.`,
    failed: (message: string) => `The worlds could not be simulated: ${message}.`,
    retry: "Try again",
    mapName: (world: string) => `Map of ${world}`,
    mapText: (year: string) => `Share of the firms of each province that are abroad in ${year}.`,
    mapLabel: (province: string, region: string, abroad: string, firms: string) =>
      `${province}, ${region}, ${abroad} of ${firms} firms abroad`,
    asItIs: "As it is",
    noImitation: "Imitation off",
    noCause: "Its own cause off",
    besides: (letter: string) => `Beside world ${letter}`,
    noFirms: (province: string, region: string) => `${province}, ${region}, no firms`,
    seriesTitle: (world: string) => `Firms abroad, ${world}`,
    seriesAxis: "share of firms abroad",
    statistics: "What can be counted",
    statisticsHint: "Press a name for what it means.",
    statisticNames: {
      abroad: "firms abroad, last year",
      starts: "starters a year, of all firms",
      returns: "firms that return somewhere in a year, of those abroad",
      popular: "spells in the most popular destination",
      clustering: "clustering of peers",
      spread: "spread over provinces",
    },
    statisticMeanings: {
      abroad: "Share of the firms that are active in some destination at the end of the last year.",
      starts: "Share of the firms that begin a spell abroad in a year; mean of the recorded years.",
      returns: "Share of the firms abroad that end a spell in a year; mean of the recorded years.",
      popular: "Share of all spells of the last year that are in the most frequent of the four destinations.",
      clustering:
        "How many times as often two firms of one province and industry are in the same destination as any two firms; mean of the recorded years. 1: peers have nothing in common.",
      spread:
        "How much the provinces' shares abroad differ, as a multiple of what chance alone would do. 1: chance alone.",
    },
    times: (number: string) => `${number} ×`,
    guess: {
      legend: (letter: string) => `What is at work in world ${letter}?`,
      sure: (letter: string) => `How sure are you of world ${letter}?`,
      pureGuess: (percent: string) => `${percent}, a pure guess`,
      sureWhy:
        "One world in three: 33% is a pure guess, 100% is certainty. It is compared with how often you are right.",
      clear: "Leave open",
      twice: "Each cause is at work in one world only; you gave one of them twice.",
      count: (said: string) => `${said} of 3 worlds guessed. What is left open does not count.`,
      none: "A guess makes the difference easier to remember. You can also go on without.",
    },
    reveal: "Reveal",
    revealOpen: "Reveal without guessing",
    revealing: "The counterfactuals are being computed …",
    result: "What it was",
    resultNone: "You went on without guessing, so nothing is counted.",
    resultRight: (right: string, said: string) => `Right guesses: ${right} of ${said}.`,
    alike: "The worlds are made to look alike; a third right is what guessing gives.",
    score: (right: string, guessed: string, rounds: string, share: string, sure: string) =>
      `Right guesses in this session: ${right} of ${guessed} (${share}); rounds: ${rounds}. You were ${sure} sure on average.`,
    youSaid: {
      right: (cause: string, sure: string) => `You said ${cause}, ${sure} sure: so it is.`,
      other: (said: string, sure: string, cause: string) => `You said ${said}, ${sure} sure. It is ${cause}.`,
      open: (cause: string) => `You left it open. It is ${cause}.`,
    },
    effectSome: (thousandths: string) =>
      `True effect by intervention: one more peer raises the probability of being active by ${thousandths} thousandths, on average over all decisions of this one history. Other histories of this world differ a little; the verdict’s tables say the mean of theirs.`,
    effectNone: "True effect by intervention: none. One more peer changes no decision here.",
    fellTo: (as: string, without: string) =>
      `With imitation off and the same draws, ${without} of the firms are abroad in the end, not ${as}.`,
    unchanged: "With imitation off and the same draws nothing changes: nobody imitates.",
    causeOff: (as: string, without: string) =>
      `With its own cause off, ${without} are abroad in the end, not ${as}.`,
    givenAway: (names: string) =>
      `What gave it away: ${names}, more than three standard deviations from the mean of ten other histories of each rival.`,
    notGivenAway:
      "Nothing gave it away: every number below is one that at least one of the rivals can show as well.",
    referenceTitle: "What counting could have told",
    referenceText:
      "The worlds of this round, and mean (standard deviation) of ten other histories of each cause. Where these overlap, no eye can tell.",
    statistic: "Statistic",
    otherHistories: (cause: string) => `ten others: ${cause}`,
  },
  {
    heading: "Distingui",
    intro:
      "Tre mondi da 1.500 imprese ciascuno. In uno le imprese imitano le vicine, cioè quelle della stessa provincia e dello stesso settore. In uno nessuna imita, ma certe destinazioni sono adatte a certe province. In uno nessuna imita, ma gli shock colpiscono insieme le imprese di una provincia e di un settore. Guarda, di’ quale è quale, poi verifica.",
    causes: { imitation: "imitazione", location: "una buona posizione", shock: "uno shock comune" },
    causeMeanings: {
      imitation:
        "Le imprese partono verso dove sono le vicine della stessa provincia e dello stesso settore.",
      location: "Certe destinazioni sono adatte a certe province; nessuna impresa guarda le altre.",
      shock:
        "La domanda in una provincia e in un settore sale e scende per tutte le sue imprese; nessuna guarda le altre.",
    },
    worldOf: (letter) => `Mondo ${letter}`,
    worldIs: (letter, cause) => `Mondo ${letter}: ${cause}`,
    seed: "Partita (seme)",
    seedWhy: "Il seme estrae le storie e decide quale è A, B e C. Lo stesso seme dà la stessa partita.",
    explain: "Che cos’è?",
    newRound: "Nuova partita",
    simulating: "Simulazione dei tre mondi in corso …",
    ready: "I tre mondi sono pronti.",
    linkProblem: (name, found, expected) =>
      `“${name}” nel link vale “${found}” ed è stato ignorato. Valori ammessi: ${expected}.`,
    failed: (message) => `Non è stato possibile simulare i mondi: ${message}.`,
    retry: "Riprova",
    mapName: (world) => `Mappa: ${world}`,
    mapText: (year) => `Quota delle imprese di ogni provincia che sono all’estero nel ${year}.`,
    mapLabel: (province, region, abroad, firms) =>
      `${province}, ${region}, ${abroad} imprese all’estero su ${firms}`,
    asItIs: "Così com’è",
    noImitation: "Senza imitazione",
    noCause: "Senza la sua causa",
    besides: (letter) => `Accanto al mondo ${letter}`,
    noFirms: (province, region) => `${province}, ${region}, nessuna impresa`,
    seriesTitle: (world) => `Imprese all’estero, ${world}`,
    seriesAxis: "quota di imprese all’estero",
    statistics: "Che cosa si può contare",
    statisticsHint: "Premi un nome per sapere che cosa significa.",
    statisticNames: {
      abroad: "imprese all’estero, ultimo anno",
      starts: "partenze all’anno, su tutte le imprese",
      returns: "imprese che rientrano da qualche parte in un anno, su quelle all’estero",
      popular: "episodi nella destinazione più frequente",
      clustering: "concentrazione tra vicine",
      spread: "divario tra province",
    },
    statisticMeanings: {
      abroad: "Quota delle imprese attive in almeno una destinazione alla fine dell’ultimo anno.",
      starts:
        "Quota delle imprese che in un anno iniziano un episodio all’estero; media degli anni registrati.",
      returns:
        "Quota delle imprese all’estero che in un anno ne concludono uno; media degli anni registrati.",
      popular:
        "Quota degli episodi dell’ultimo anno che si svolgono nella più frequente delle quattro destinazioni.",
      clustering:
        "Quante volte più spesso due imprese della stessa provincia e dello stesso settore sono nella stessa destinazione rispetto a due imprese qualsiasi; media degli anni registrati. 1: le vicine non hanno nulla in comune.",
      spread:
        "Quanto differiscono le quote delle province, come multiplo di ciò che farebbe il solo caso. 1: solo caso.",
    },
    times: (number) => `${number} ×`,
    guess: {
      legend: (letter) => `Che cosa agisce nel mondo ${letter}?`,
      sure: (letter) => `Quanto ti fidi della risposta sul mondo ${letter}?`,
      pureGuess: (percent) => `${percent}, a caso`,
      sureWhy:
        "Un mondo su tre: 33% è tirare a caso, 100% è certezza. Viene confrontato con la frequenza con cui indovini.",
      clear: "Lascia in sospeso",
      twice: "Ogni causa agisce in un solo mondo; ne hai indicata una due volte.",
      count: (said) => `${said} mondi su 3 indicati. Ciò che resta in sospeso non conta.`,
      none: "Una previsione aiuta a ricordare la differenza. Si può anche proseguire senza.",
    },
    reveal: "Scopri",
    revealOpen: "Scopri senza indovinare",
    revealing: "Calcolo dei controfattuali in corso …",
    result: "Che cos’era",
    resultNone: "Hai proseguito senza indovinare: non si conta nulla.",
    resultRight: (right, said) => `Risposte giuste: ${right} su ${said}.`,
    alike: "I mondi sono fatti per somigliarsi; tirando a caso se ne indovina un terzo.",
    score: (right, guessed, rounds, share, sure) =>
      `Risposte giuste in questa sessione: ${right} su ${guessed} (${share}); partite: ${rounds}. La tua sicurezza media era ${sure}.`,
    youSaid: {
      right: (cause, sure) => `Hai detto ${cause}, con sicurezza ${sure}: è così.`,
      other: (said, sure, cause) => `Hai detto ${said}, con sicurezza ${sure}. È ${cause}.`,
      open: (cause) => `L’hai lasciato in sospeso. È ${cause}.`,
    },
    effectSome: (thousandths) =>
      `Effetto vero per intervento: una vicina in più alza la probabilità di essere attiva di ${thousandths} millesimi, in media su tutte le decisioni di questa sola storia. Altre storie di questo mondo differiscono un poco; le tabelle del verdetto ne dicono la media.`,
    effectNone: "Effetto vero per intervento: nessuno. Una vicina in più qui non cambia alcuna decisione.",
    fellTo: (as, without) =>
      `Senza imitazione e con le stesse estrazioni, alla fine è all’estero il ${without} delle imprese, non il ${as}.`,
    unchanged: "Senza imitazione e con le stesse estrazioni non cambia nulla: nessuna impresa imita.",
    causeOff: (as, without) => `Senza la sua causa, alla fine è all’estero il ${without}, non il ${as}.`,
    givenAway: (names) =>
      `Che cosa lo tradiva: ${names}, a più di tre deviazioni standard dalla media di dieci altre storie di ciascun rivale.`,
    notGivenAway: "Nulla lo tradiva: ogni numero qui sotto può mostrarlo anche almeno uno dei rivali.",
    referenceTitle: "Che cosa poteva dire il solo contare",
    referenceText:
      "I mondi di questa partita e media (deviazione standard) di dieci altre storie di ogni causa. Dove si sovrappongono, nessun occhio distingue.",
    statistic: "Statistica",
    otherHistories: (cause) => `altre dieci: ${cause}`,
  },
);
