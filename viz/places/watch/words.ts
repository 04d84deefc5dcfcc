import { defineWords } from "../../i18n/words.ts";

export const watchWords = defineWords(
  {
    heading: "Watch",
    newHere: "New here?",
    toLessons: "Start with the lessons: seven short steps",
    lookFor: "What to look for",
    controls: "Change the world",
    running: "Computing …",
    starting: "Starting the simulator …",
    beside:
      "Beside it, the same world runs without imitation and with the same random draws. Firms that decide otherwise in it do so because of imitation, their own or that of firms before them.",
    history: (replication: string) =>
      `This is the history of replication ${replication}, as a study in Repeat draws it. Estimate fits the first one.`,
    firstHistory: "Watch the first one",
    retry: "Try again",
    failed: (message: string) => `The simulation stopped: ${message}`,
    refused: (name: string, found: string, expected: string) =>
      `The link’s “${name}” was left out: found ${found}. Accepted: ${expected}.`,
    headline: (values: {
      year: string;
      abroad: string;
      firms: string;
      share: string;
      without: string;
      flipped: string;
    }) =>
      `${values.year}: ${values.abroad} of ${values.firms} firms abroad (${values.share}); without imitation ${values.without}; ${values.flipped} firms decided otherwise.`,
    headlineAhead: (values: { year: string; abroad: string; firms: string; share: string }) =>
      `${values.year}: ${values.abroad} of ${values.firms} firms abroad (${values.share}); without imitation …`,
    headlineSame: (values: { year: string; abroad: string; firms: string; share: string }) =>
      `${values.year}: ${values.abroad} of ${values.firms} firms abroad (${values.share}); no firm imitates its neighbours, so the same without imitation.`,
    flips: (first: string, ever: string, recorded: string, onlyWith: string, onlyWithout: string) =>
      `Since ${first}, ${ever} firms have decided otherwise at least once, ${recorded} of them in a year that the panel records. This year ${onlyWith} are abroad only because of imitation, and ${onlyWithout} at home only because of it.`,
    transport: {
      name: "Playback",
      play: "Play",
      pause: "Pause",
      back: "Step back",
      forward: "Step",
      end: "To the end",
      reset: "To the beginning",
      year: "Year",
      speed: "Speed",
      speeds: {
        half: "0.5×, 1 year a second",
        normal: "1×, 2 years a second",
        double: "2×, 4 years a second",
        quick: "5×, 10 years a second",
        max: "max, a year each frame",
      },
      space: "Space plays and pauses",
    },
    maps: {
      group: "What the maps show",
      view: "Draw provinces as",
      tiles: "tiles, all alike",
      shapes: "true shapes",
      pane: "Map",
      second: "Second map",
      with: "With imitation",
      without: "Without imitation, same draws",
      difference: "Difference",
      withText: "Share of the province’s firms that are abroad at the end of the year.",
      withoutText: "The same world and the same draws with imitation switched off.",
      differenceText:
        "Share abroad with imitation minus share abroad without it, in percentage points of the province’s firms.",
      points: (value: string) => `${value} pp`,
      label: (name: string, region: string, abroad: string, firms: string, without: string) =>
        `${name}, ${region}, ${abroad} of ${firms} firms abroad, ${without} without imitation`,
      svg: "Save the maps as SVG",
    },
    figures: {
      heading: "Through the years",
      share: "Share of firms abroad",
      shareOf: (place: string) => `Share of firms abroad: ${place}`,
      shareAxis: "firms abroad",
      with: "with imitation",
      without: "without imitation",
      flow: "Starts and returns",
      flowAxis: "firms in the year",
      started: "started",
      returned: "returned",
      mix: "Where they are",
      mixAxis: "firms active",
      flipped: "Firms whose decision flipped",
      pioneers: (place: string) => `pioneers ${place}`,
      shock: (place: string) => `shock ${place}`,
    },
    destinations: {
      europe: "Europe",
      northAfrica: "North Africa",
      eastAsia: "East Asia",
      other: "elsewhere",
    },
    industries: { clothing: "clothing", footwear: "footwear" },
    italy: "Italy",
  },
  {
    heading: "Osserva",
    newHere: "Prima volta qui?",
    toLessons: "Comincia dalle lezioni: sette passi brevi",
    lookFor: "Che cosa guardare",
    controls: "Cambia il mondo",
    running: "Calcolo in corso …",
    starting: "Avvio del simulatore …",
    beside:
      "Accanto scorre lo stesso mondo senza imitazione e con le stesse estrazioni. Le imprese che lì decidono diversamente lo fanno per effetto dell’imitazione, propria o di chi le ha precedute.",
    history: (replication) =>
      `Questa è la storia della replica ${replication}, come la estrae uno studio in Ripeti. In Stima si usa la prima.`,
    firstHistory: "Osserva la prima",
    retry: "Riprova",
    failed: (message) => `La simulazione si è fermata: ${message}`,
    refused: (name, found, expected) =>
      `“${name}” nel link è stato tralasciato: trovato ${found}. Accettato: ${expected}.`,
    headline: (values) =>
      `${values.year}: ${values.abroad} imprese su ${values.firms} all’estero (${values.share}); senza imitazione ${values.without}; ${values.flipped} imprese hanno deciso diversamente.`,
    headlineAhead: (values) =>
      `${values.year}: ${values.abroad} imprese su ${values.firms} all’estero (${values.share}); senza imitazione …`,
    headlineSame: (values) =>
      `${values.year}: ${values.abroad} imprese su ${values.firms} all’estero (${values.share}); nessuna impresa imita le vicine, quindi senza imitazione è lo stesso.`,
    flips: (first, ever, recorded, onlyWith, onlyWithout) =>
      `Dal ${first}, ${ever} imprese hanno deciso diversamente almeno una volta, ${recorded} delle quali in un anno registrato nel panel. Quest’anno ${onlyWith} sono all’estero solo per imitazione, e ${onlyWithout} sono rimaste in Italia solo per imitazione.`,
    transport: {
      name: "Riproduzione",
      play: "Avvia",
      pause: "Pausa",
      back: "Un anno indietro",
      forward: "Un anno avanti",
      end: "Alla fine",
      reset: "All’inizio",
      year: "Anno",
      speed: "Velocità",
      speeds: {
        half: "0,5×, 1 anno al secondo",
        normal: "1×, 2 anni al secondo",
        double: "2×, 4 anni al secondo",
        quick: "5×, 10 anni al secondo",
        max: "max, un anno a fotogramma",
      },
      space: "Spazio avvia e ferma",
    },
    maps: {
      group: "Che cosa mostrano le mappe",
      view: "Disegna le province come",
      tiles: "quadrati uguali",
      shapes: "contorni reali",
      pane: "Mappa",
      second: "Seconda mappa",
      with: "Con imitazione",
      without: "Senza imitazione, stesse estrazioni",
      difference: "Differenza",
      withText: "Quota delle imprese della provincia che sono all’estero alla fine dell’anno.",
      withoutText: "Lo stesso mondo e le stesse estrazioni con l’imitazione spenta.",
      differenceText:
        "Quota all’estero con imitazione meno quota senza, in punti percentuali delle imprese della provincia.",
      points: (value) => `${value} p.p.`,
      label: (name, region, abroad, firms, without) =>
        `${name}, ${region}, ${abroad} imprese su ${firms} all’estero, ${without} senza imitazione`,
      svg: "Salva le mappe in SVG",
    },
    figures: {
      heading: "Negli anni",
      share: "Quota di imprese all’estero",
      shareOf: (place) => `Quota di imprese all’estero: ${place}`,
      shareAxis: "imprese all’estero",
      with: "con imitazione",
      without: "senza imitazione",
      flow: "Partenze e rientri",
      flowAxis: "imprese nell’anno",
      started: "partite",
      returned: "rientrate",
      mix: "Dove sono",
      mixAxis: "imprese attive",
      flipped: "Imprese che hanno deciso diversamente",
      pioneers: (place) => `pionieri ${place}`,
      shock: (place) => `shock ${place}`,
    },
    destinations: {
      europe: "Europa",
      northAfrica: "Nord Africa",
      eastAsia: "Asia orientale",
      other: "altrove",
    },
    industries: { clothing: "abbigliamento", footwear: "calzature" },
    italy: "Italia",
  },
);
