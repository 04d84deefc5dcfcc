import { defineWords } from "../../i18n/words.ts";

export const estimateWords = defineWords(
  {
    heading: "Estimate",
    intro:
      "The world of Watch as a statistician meets it: a panel of firms, destinations and years. Fit the published regressions to it, and see what the paper would have concluded, beside what is true.",
    world: "World",
    worldWhy:
      "The world and its seed are those of Watch: what you watched there is surveyed here. Change the world or its parameters there, and come back.",
    explain: "What is this?",
    seed: "Seed",
    newSeed: "New seed",
    changed: (count: string) =>
      `${count} of its parameters ${count === "1" ? "is" : "are"} changed in the link.`,
    /** A place in a paper, as the scenarios have it. */
    source: (text: string) => text,
    watchIt: "Watch this world",
    survey: "Survey",
    years: "Years of the panel",
    yearsWhy:
      "The paper has a panel of six years, 2007–12. More years mean more rows, and longer fits; the initial status is that of the year before the first.",
    yearsOf: { "6": "the last 6, as in the paper", "10": "the last 10", all: "all that are recorded" },
    provinces: "Provinces asked",
    provincesWhy:
      "Firms of so many provinces, drawn at random; the others are there all the same and count as peers. Fewer provinces mean quicker fits and wider intervals, and models with dummies of regions may have no estimate: those ending in “small” have dummies of parts of the country.",
    provincesOf: { all: "all", "60": "60", "40": "40", "20": "20" },
    methods: "Specifications",
    none: "Choose at least one specification.",
    unknownMethods: (names: string, offered: string) =>
      `The link’s “x.methods” names what is not offered here: found ${names}. The others are chosen. Accepted: ${offered}.`,
    unknownDetail: (name: string, found: string, used: string, offered: string) =>
      `The link’s “${name}” is “${found}”, which is not offered; “${used}” is used. Accepted: ${offered}.`,
    refused: (path: string, found: string, expected: string) =>
      `The link’s “${path}” was left out: found ${found}. Accepted: ${expected}.`,
    tooMany: "A link cannot hold so many specifications: choose fewer.",
    fit: "Fit them",
    fitted: "All are fitted",
    cancel: "Stop",
    about: (seconds: string) =>
      `About ${seconds} s where it was measured (one core of a server); yours may be faster or slower. You can stop at any time.`,
    simulating: "The world is simulated and surveyed…",
    failed: (message: string) => `This world could not be surveyed: ${message}`,
    retry: "Try again",
    facts: (rows: string, firms: string, first: string, last: string) =>
      `${rows} rows: ${firms} firms, their destinations, and the years ${first} to ${last}.`,
    flows: (share: string, starts: string, returns: string) =>
      `${share} of the rows are abroad; ${starts} starts and ${returns} returns are seen.`,
    few: "Fewer than 30 starts or returns: estimates will be wide or missing. Survey all provinces or more years, or watch a world in which more firms go abroad.",
    progress: (name: string, at: string, of: string) => `Fitting ${name}, ${at} of ${of}`,
    finished: (count: string) => `${count} specifications are fitted.`,
    status: {
      waiting: "waits",
      running: "is being fitted…",
      done: (seconds: string) => `done in ${seconds} s`,
      failed: "no estimate",
    },
    failedFit: (name: string, message: string) => `${name}: ${message}`,
    toResults: "To the results",
    start: "Choose specifications, and fit them. Nothing leaves this page.",
    results: "Results",
    conclude: "What would the paper have concluded here?",
    rule: "By the paper’s own rule: the sign of a coefficient, and whether it differs from 0 at 5%. Where none of it is true, one claim in twenty is “significant” by chance even if the model is right, half of them with the expected sign.",
    paperSays: "The paper would have said",
    truthIs: "True in this world",
    verdict: {
      right: "Right",
      "false-alarm": "Wrong: a false alarm",
      missed: "Wrong: an effect is missed",
      reversed: "Wrong: the sign is reversed",
      unknown: "The world does not say",
    },
    headline: {
      supported: "The paper would have reported herding.",
      notSupported: "The paper would have found no evidence of herding.",
      opposite: "The paper would have reported that peers deter.",
    },
    nobody: "In this world nobody imitates.",
    somebody: "In this world firms do start where their peers are.",
    notStarting: "In this world peers of the province move nobody to start.",
    inColumns: (supporting: string, all: string) =>
      `Significant with the expected sign in ${supporting} of ${all} fitted columns`,
    decisive: (column: string, estimate: string, p: string) => `Column ${column}: ${estimate}, p ${p}`,
    causes: (paths: string) => `Yes, by these parameters of the world: ${paths}.`,
    noCause: "No: no parameter of this world has this effect.",
    effectTrue: (points: string) =>
      `Yes: one more peer raises the probability to start by ${points} percentage points a year, by intervention in the simulation.`,
    effectNone: "No: one more peer changes nobody’s probability to start, by intervention in the simulation.",
    effectNegative: (points: string) =>
      `No, the reverse: one more peer lowers the probability to start by ${points} percentage points a year, by intervention in the simulation.`,
    hypotheses: {
      same: {
        claim: "H1 · Peers in a destination make firms start there (herding)",
        supported: "It reports herding.",
        notSupported: "It finds no evidence of herding.",
        opposite: "It reports that peers deter.",
      },
      other: {
        claim: "Peers in other destinations draw firms away",
        supported: "It reports that peers elsewhere draw firms away.",
        notSupported: "It finds no evidence that peers elsewhere matter.",
        opposite: "It reports that peers elsewhere encourage.",
      },
      captive: {
        claim: "Large firms with plants in a destination are followed",
        supported: "It reports that large firms are followed.",
        notSupported: "It finds no evidence that large firms are followed.",
        opposite: "It reports that large firms deter.",
      },
      lasting: {
        claim: "H2 · Who starts among many peers stays longer",
        supported: "It reports that peers make spells last.",
        notSupported: "It finds no evidence that peers make spells last.",
        opposite: "It reports that peers shorten spells.",
      },
      backshoring: {
        claim: "H3 · Peers that come home bring others home (backshoring)",
        supported: "It reports herding in coming home.",
        notSupported: "It finds no evidence of herding in coming home.",
        opposite: "It reports that peers’ returns keep others abroad.",
      },
      localActivity: {
        claim: "Canello & Pavone, H1 · Firms abroad in the province raise activity",
        supported: "It reports local learning.",
        notSupported: "It finds no evidence of local learning.",
        opposite: "It reports that local firms abroad deter.",
      },
      localDuration: {
        claim: "Canello & Pavone, H2 · Local learning lengthens activity",
        supported: "It reports that local learning lengthens activity.",
        notSupported: "It finds no evidence that local learning lengthens activity.",
        opposite: "It reports that local learning shortens activity.",
      },
    },
    figures: "Coefficients and effects",
    show: "Terms shown",
    terms: { peers: "peers of the province", all: "all but the intercept" },
    coefficients: "Coefficients of the probits",
    coefficient: "coefficient (index of the probit)",
    hazards: "Hazard ratios of coming home",
    hazard: "hazard ratio (1: no effect; below 1: stays longer)",
    effects: "Effect of one more peer",
    effect: "change of the probability to be abroad, percentage points",
    effectTerm: "one more peer in the destination",
    effectFirmTerm: "one more firm of the province abroad",
    effectSentence: (truth: string, points: string) =>
      `True effect, over all decisions of the surveyed years: ${truth} percentage points, that is ${points} more firms abroad for each 1,000 decisions with one more peer. It is computed by intervening in the simulation, and has no sampling error; intervals are those of the estimates.`,
    noTruth:
      "Coefficients have no true value in this world: its firms do not decide by this regression. What can be compared is the effect of one more peer, and what is concluded. The world “The published equation” has true coefficients.",
    survival: (column: string) => `Spells abroad, by peers before their start (${column})`,
    survivalTime: "years abroad",
    survivalQuantity: "spells still running",
    withoutPeers: "without peers",
    withPeers: (peers: string) => `with ${peers} peers`,
    survivalSays: (peers: string) =>
      `Two spells alike in all else, at the means of the sample: one began without peers in the destination, the other with ${peers}, the mean of those that had any.`,
    table: "Regression table",
    tableCaption: (world: string, seed: string) => `Regressions on the world ${world}, seed ${seed}`,
    published: "Published columns beside ours",
    publishedName: (name: string) => `${name}, published`,
    models: { probit: "RE probit", cox: "Cox", other: "Model" },
    notConverged: "not fitted",
    dummies: (set: string) => `Dummies: ${set}`,
    yes: "yes",
    no: "no",
    observations: "Observations",
    events: "Returns",
    groups: "Pairs or firms",
    logLikelihood: "Log-likelihood",
    notes: [
      "Standard errors in parentheses. *** p ≤ 0.01, ** p ≤ 0.05, * p ≤ 0.1.",
      "Probit columns have coefficients of the index, Cox columns log hazard ratios of coming home: negative means longer stays.",
    ],
    publishedNote:
      "Published columns: Canello (2022), Regional Studies 56(5), 719–736; Canello & Pavone (draft); in the units of our panel. Log-likelihoods are of different data.",
    below: "What the lower rows mean",
    belowRows: [
      [
        "Dummies",
        "Sets of 0/1 columns that hold what all rows of an industry, a region, a year … have in common. Their coefficients are not shown.",
      ],
      [
        "σ",
        "Standard deviation of the random effect: how much firms differ, for each destination, in ways that last and no column shows.",
      ],
      ["ρ", "Share of the latent variance that the random effect makes: σ² / (σ² + 1)."],
      [
        "Observations",
        "Rows fitted; in a Cox model years at risk of coming home. Rows that dummies predict perfectly are not counted.",
      ],
      [
        "Log-likelihood",
        "What the estimates make as large as can be; it can be compared between models of the same rows only.",
      ],
    ],
    sets: {
      industry: "industry",
      region: "region",
      year: "year",
      cohort: "year of the start",
      destination: "destination",
      province: "province",
      partOfCountry: "part of the country",
    },
    machineName: "Name in the panel",
    unit: "Unit",
    codebook: "Codebook",
    trueValue: "True value in this world",
    close: "Close",
    warnings: "What the fits say of themselves",
    take: "Take it away",
    csv: "Estimates (CSV)",
    latex: "Table (LaTeX)",
    html: "Table (HTML)",
    panelCsv: "Panel (CSV)",
    panelParquet: "Panel (Parquet)",
    codebookFile: "Codebook (CSV)",
    scriptR: "R script",
    scriptStata: "Stata script",
    scriptOf: "One specification",
    scriptWhy:
      "A script comes with the rows it fits, as CSV; put both into one folder. It fits the specification with R or Stata, and holds their numbers against ours. The model is fitted once more for it, which takes as long as before.",
    scriptTakes: (seconds: string) =>
      `R takes about ${seconds} s for this probit on a machine that does nothing else: most of it is normal probabilities at 12 nodes a row.`,
    tableWhy:
      "The LaTeX table needs \\usepackage{booktabs,graphicx}. One that is wider than the line or taller than the page is scaled down to it; fewer specifications give larger type.",
    making: "The file is being made…",
    fileFailed: (message: string) => `The file could not be made: ${message}`,
    repeat: "Repeat this 100 times",
    repeatWhy:
      "One panel is one draw. Repeat fits the same specification to the same world many times, and shows how often it is right.",
    repeatOthers: (names: string) =>
      `One panel is one draw. Repeat fits a specification to many: it has ${names}. Choose one of them above to repeat it; others run from a study file.`,
    groupNames: {
      "canello-2022": "Canello (2022), as published",
      "canello-2022-checks": "Checks and variants",
      "canello-pavone": "Canello & Pavone (draft), by firm",
    },
    worlds: {
      herding: "Herding",
      "no-herding": "No herding",
      "good-location": "The impostor: good locations",
      "common-shock": "A common shock",
      "local-peers": "Local peers",
      "national-peers": "National peers",
      "cascade-reversal": "A fashion and its end",
      "late-adopters": "Late adopters come home",
      "canello-2022/eq1": "The published equation",
      "canello-2022": "Italy 2006–12, calibrated",
      "canello-2022/no-imitation": "Italy 2006–12, without imitation",
      "canello-pavone": "Districts and local learning",
    },
  },
  {
    heading: "Stima",
    intro:
      "Il mondo di Osserva come lo incontra chi fa statistica: un panel di imprese, destinazioni e anni. Stima le regressioni pubblicate e guarda che cosa avrebbe concluso l’articolo, accanto a ciò che è vero.",
    world: "Mondo",
    worldWhy:
      "Il mondo e il suo seme sono quelli di Osserva: ciò che hai osservato là è rilevato qui. Cambia là il mondo o i suoi parametri, e torna.",
    explain: "Che cos’è?",
    seed: "Seme",
    newSeed: "Nuovo seme",
    changed: (count) =>
      count === "1"
        ? "Nel link è cambiato 1 dei suoi parametri."
        : `Nel link sono cambiati ${count} dei suoi parametri.`,
    source: (text) =>
      text
        .replace(/\bhypothesis\b/g, "ipotesi")
        .replace(/\bTables\b/g, "Tabelle")
        .replace(/\bTable\b/g, "Tabella")
        .replace(/\bcolumns\b/g, "colonne")
        .replace(/\bcolumn\b/g, "colonna")
        .replace(/\bdraft\b/g, "bozza")
        .replace(/ (?:and|&) /g, " e "),
    watchIt: "Osserva questo mondo",
    survey: "Rilevazione",
    years: "Anni del panel",
    yearsWhy:
      "L’articolo ha un panel di sei anni, 2007–12. Più anni vogliono dire più righe e stime più lunghe; lo stato iniziale è quello dell’anno prima del primo.",
    yearsOf: {
      "6": "gli ultimi 6, come nell’articolo",
      "10": "gli ultimi 10",
      all: "tutti quelli registrati",
    },
    provinces: "Province rilevate",
    provincesWhy:
      "Le imprese di altrettante province, estratte a caso; le altre ci sono comunque e contano come imprese vicine. Meno province danno stime più rapide e intervalli più larghi, e i modelli con dummy di regione possono restare senza stima: quelli che finiscono in “small” hanno dummy di ripartizione.",
    provincesOf: { all: "tutte", "60": "60", "40": "40", "20": "20" },
    methods: "Specificazioni",
    none: "Scegli almeno una specificazione.",
    unknownMethods: (names, offered) =>
      `“x.methods” nel link nomina ciò che qui non è offerto: trovato ${names}. Le altre sono scelte. Accettati: ${offered}.`,
    unknownDetail: (name, found, used, offered) =>
      `“${name}” nel link è “${found}”, che non è offerto; si usa “${used}”. Accettati: ${offered}.`,
    refused: (path, found, expected) =>
      `“${path}” nel link è stato tralasciato: trovato ${found}. Accettato: ${expected}.`,
    tooMany: "Un link non può contenere tante specificazioni: scegline meno.",
    fit: "Stima",
    fitted: "Tutte stimate",
    cancel: "Ferma",
    about: (seconds) =>
      `Circa ${seconds} s dove è stato misurato (un core di un server); il tuo può essere più veloce o più lento. Puoi fermare in ogni momento.`,
    simulating: "Il mondo viene simulato e rilevato…",
    failed: (message) => `Questo mondo non si è potuto rilevare: ${message}`,
    retry: "Riprova",
    facts: (rows, firms, first, last) =>
      `${rows} righe: ${firms} imprese, le loro destinazioni e gli anni dal ${first} al ${last}.`,
    flows: (share, starts, returns) =>
      `Il ${share} delle righe è all’estero; si vedono ${starts} avvii e ${returns} rientri.`,
    few: "Meno di 30 avvii o rientri: le stime saranno imprecise o mancheranno. Rileva tutte le province o più anni, oppure osserva un mondo in cui più imprese vanno all’estero.",
    progress: (name, at, of) => `Si stima ${name}, ${at} di ${of}`,
    finished: (count) => `${count} specificazioni stimate.`,
    status: {
      waiting: "in attesa",
      running: "in corso…",
      done: (seconds) => `fatta in ${seconds} s`,
      failed: "nessuna stima",
    },
    failedFit: (name, message) => `${name}: ${message}`,
    toResults: "Ai risultati",
    start: "Scegli le specificazioni e stimale. Nessun dato esce da questa pagina.",
    results: "Risultati",
    conclude: "Che cosa avrebbe concluso qui l’articolo?",
    rule: "Secondo la regola dell’articolo stesso: il segno di un coefficiente, e se è diverso da 0 al 5%. Dove nulla di ciò è vero, un’affermazione su venti è “significativa” per caso, anche se il modello è giusto; in metà dei casi con il segno atteso.",
    paperSays: "L’articolo avrebbe detto",
    truthIs: "Vero in questo mondo",
    verdict: {
      right: "Giusto",
      "false-alarm": "Sbagliato: un falso allarme",
      missed: "Sbagliato: l’effetto c’è e sfugge",
      reversed: "Sbagliato: il segno è rovesciato",
      unknown: "Il mondo non lo dice",
    },
    headline: {
      supported: "L’articolo avrebbe concluso che c’è un effetto gregge.",
      notSupported: "L’articolo non avrebbe trovato prove di un effetto gregge.",
      opposite: "L’articolo avrebbe concluso che le imprese vicine scoraggiano.",
    },
    nobody: "In questo mondo nessuno imita.",
    somebody: "In questo mondo le imprese cominciano davvero dove sono le loro vicine.",
    notStarting: "In questo mondo le imprese vicine della provincia non inducono nessuno a cominciare.",
    inColumns: (supporting, all) =>
      `Colonne in cui è significativo con il segno atteso: ${supporting} su ${all}`,
    decisive: (column, estimate, p) => `Colonna ${column}: ${estimate}, p ${p}`,
    causes: (paths) => `Sì, per questi parametri del mondo: ${paths}.`,
    noCause: "No: nessun parametro di questo mondo ha questo effetto.",
    effectTrue: (points) =>
      `Sì: un’impresa vicina in più alza la probabilità di avvio di ${points} punti percentuali all’anno, per intervento nella simulazione.`,
    effectNone:
      "No: un’impresa vicina in più non cambia la probabilità di avvio di nessuno, per intervento nella simulazione.",
    effectNegative: (points) =>
      `No, al contrario: un’impresa vicina in più abbassa la probabilità di avvio di ${points} punti percentuali all’anno, per intervento nella simulazione.`,
    hypotheses: {
      same: {
        claim: "H1 · Le imprese vicine in una destinazione inducono ad avviarvi l’attività (effetto gregge)",
        supported: "Conclude per un effetto gregge.",
        notSupported: "Non trova prove di un effetto gregge.",
        opposite: "Conclude che le imprese vicine scoraggiano.",
      },
      other: {
        claim: "Le imprese vicine in altre destinazioni attirano altrove",
        supported: "Conclude che le imprese vicine altrove attirano via.",
        notSupported: "Non trova prove che le imprese vicine altrove contino.",
        opposite: "Conclude che le imprese vicine altrove incoraggiano.",
      },
      captive: {
        claim: "Le grandi imprese con stabilimenti in una destinazione sono seguite",
        supported: "Conclude che le grandi imprese sono seguite.",
        notSupported: "Non trova prove che le grandi imprese siano seguite.",
        opposite: "Conclude che le grandi imprese scoraggiano.",
      },
      lasting: {
        claim: "H2 · Chi comincia fra molte imprese vicine resta più a lungo",
        supported: "Conclude che le imprese vicine fanno durare gli episodi.",
        notSupported: "Non trova prove che le imprese vicine facciano durare gli episodi.",
        opposite: "Conclude che le imprese vicine accorciano gli episodi.",
      },
      backshoring: {
        claim: "H3 · Le imprese vicine che rientrano ne fanno rientrare altre (rientro)",
        supported: "Conclude per un effetto gregge nel rientro.",
        notSupported: "Non trova prove di un effetto gregge nel rientro.",
        opposite: "Conclude che i rientri altrui trattengono all’estero.",
      },
      localActivity: {
        claim: "Canello e Pavone, H1 · Le imprese della provincia all’estero accrescono l’attività",
        supported: "Conclude per un apprendimento locale.",
        notSupported: "Non trova prove di apprendimento locale.",
        opposite: "Conclude che le imprese locali all’estero scoraggiano.",
      },
      localDuration: {
        claim: "Canello e Pavone, H2 · L’apprendimento locale allunga l’attività",
        supported: "Conclude che l’apprendimento locale allunga l’attività.",
        notSupported: "Non trova prove che l’apprendimento locale allunghi l’attività.",
        opposite: "Conclude che l’apprendimento locale accorcia l’attività.",
      },
    },
    figures: "Coefficienti ed effetti",
    show: "Termini mostrati",
    terms: { peers: "imprese vicine della provincia", all: "tutti tranne l’intercetta" },
    coefficients: "Coefficienti dei probit",
    coefficient: "coefficiente (indice del probit)",
    hazards: "Rapporti di rischio (hazard ratio) del rientro",
    hazard: "rapporto di rischio (1: nessun effetto; sotto 1: resta di più)",
    effects: "Effetto di un’impresa vicina in più",
    effect: "variazione della probabilità di essere all’estero, punti percentuali",
    effectTerm: "un’impresa vicina in più nella destinazione",
    effectFirmTerm: "un’impresa della provincia in più all’estero",
    effectSentence: (truth, points) =>
      `Effetto vero, su tutte le decisioni degli anni rilevati: ${truth} punti percentuali, cioè ${points} imprese all’estero in più ogni 1.000 decisioni con un’impresa vicina in più. È calcolato intervenendo nella simulazione e non ha errore di campionamento; gli intervalli sono quelli delle stime.`,
    noTruth:
      "In questo mondo i coefficienti non hanno un valore vero: le sue imprese non decidono secondo questa regressione. Si possono confrontare l’effetto di un’impresa vicina in più e ciò che si conclude. Il mondo “L’equazione pubblicata” ha coefficienti veri.",
    survival: (column) => `Episodi all’estero, per imprese vicine prima dell’avvio (${column})`,
    survivalTime: "anni all’estero",
    survivalQuantity: "episodi ancora in corso",
    withoutPeers: "senza imprese vicine",
    withPeers: (peers) => `con ${peers} imprese vicine`,
    survivalSays: (peers) =>
      `Due episodi uguali in tutto il resto, alle medie del campione: uno è cominciato senza imprese vicine nella destinazione, l’altro con ${peers}, la media di quelli che ne avevano.`,
    table: "Tabella delle regressioni",
    tableCaption: (world, seed) => `Regressioni sul mondo ${world}, seme ${seed}`,
    published: "Colonne pubblicate accanto alle nostre",
    publishedName: (name) => `${name}, pubblicata`,
    models: { probit: "Probit RE", cox: "Cox", other: "Modello" },
    notConverged: "non stimata",
    dummies: (set) => `Dummy: ${set}`,
    yes: "sì",
    no: "no",
    observations: "Osservazioni",
    events: "Rientri",
    groups: "Coppie o imprese",
    logLikelihood: "Log-verosimiglianza",
    notes: [
      "Errori standard fra parentesi. *** p ≤ 0,01, ** p ≤ 0,05, * p ≤ 0,1.",
      "Le colonne probit hanno coefficienti dell’indice, quelle di Cox logaritmi dei rapporti di rischio del rientro: negativo vuol dire permanenze più lunghe.",
    ],
    publishedNote:
      "Colonne pubblicate: Canello (2022), Regional Studies 56(5), 719–736; Canello e Pavone (bozza); nelle unità del nostro panel. Le log-verosimiglianze sono di dati diversi.",
    below: "Che cosa vogliono dire le righe in basso",
    belowRows: [
      [
        "Dummy",
        "Insiemi di colonne 0/1 che colgono ciò che tutte le righe di un settore, di una regione, di un anno … hanno in comune. I loro coefficienti non sono mostrati.",
      ],
      [
        "σ",
        "Deviazione standard dell’effetto casuale: quanto le imprese differiscono, per ogni destinazione, in modi duraturi che nessuna colonna mostra.",
      ],
      ["ρ", "Quota della varianza latente dovuta all’effetto casuale: σ² / (σ² + 1)."],
      [
        "Osservazioni",
        "Righe stimate; in un modello di Cox anni a rischio di rientro. Le righe predette perfettamente dalle dummy non sono contate.",
      ],
      [
        "Log-verosimiglianza",
        "Ciò che le stime rendono più grande possibile; si confronta solo fra modelli sulle stesse righe.",
      ],
    ],
    sets: {
      industry: "settore",
      region: "regione",
      year: "anno",
      cohort: "anno di avvio",
      destination: "destinazione",
      province: "provincia",
      partOfCountry: "ripartizione",
    },
    machineName: "Nome nel panel",
    unit: "Unità",
    codebook: "Codebook (in inglese)",
    trueValue: "Valore vero in questo mondo",
    close: "Chiudi",
    warnings: "Che cosa dicono di sé le stime",
    take: "Da scaricare",
    csv: "Stime (CSV)",
    latex: "Tabella (LaTeX)",
    html: "Tabella (HTML)",
    panelCsv: "Panel (CSV)",
    panelParquet: "Panel (Parquet)",
    codebookFile: "Codebook (CSV)",
    scriptR: "Script R",
    scriptStata: "Script Stata",
    scriptOf: "Una specificazione",
    scriptWhy:
      "Lo script arriva con le righe che stima, in CSV; metti i due file in una cartella. Stima la specificazione con R o Stata e confronta i loro numeri con i nostri. Per farlo il modello viene stimato un’altra volta, il che richiede lo stesso tempo di prima.",
    scriptTakes: (seconds) =>
      `R impiega circa ${seconds} s per questo probit su una macchina che non fa altro: sono quasi tutte probabilità normali in 12 nodi per riga.`,
    tableWhy:
      "La tabella LaTeX richiede \\usepackage{booktabs,graphicx}. Se è più larga della riga o più alta della pagina viene ridotta; meno specificazioni danno caratteri più grandi.",
    making: "Il file viene preparato…",
    fileFailed: (message) => `Il file non si è potuto preparare: ${message}`,
    repeat: "Ripeti 100 volte",
    repeatWhy:
      "Un panel è una sola estrazione. Ripeti stima la stessa specificazione sullo stesso mondo molte volte e mostra quanto spesso ha ragione.",
    repeatOthers: (names) =>
      `Un panel è una sola estrazione. Ripeti stima una specificazione su molti panel: offre ${names}. Scegline una qui sopra per ripeterla; le altre girano da un file di studio.`,
    groupNames: {
      "canello-2022": "Canello (2022), come pubblicate",
      "canello-2022-checks": "Verifiche e varianti",
      "canello-pavone": "Canello e Pavone (bozza), per impresa",
    },
    worlds: {
      herding: "Imitazione",
      "no-herding": "Nessuna imitazione",
      "good-location": "L’impostore: buone destinazioni",
      "common-shock": "Uno shock comune",
      "local-peers": "Imprese vicine",
      "national-peers": "Imprese di tutto il paese",
      "cascade-reversal": "Una moda e la sua fine",
      "late-adopters": "Le ultime rientrano prima",
      "canello-2022/eq1": "L’equazione pubblicata",
      "canello-2022": "Italia 2006–12, calibrata",
      "canello-2022/no-imitation": "Italia 2006–12, senza imitazione",
      "canello-pavone": "Distretti e apprendimento locale",
    },
  },
);
