import { defineWords } from "../../i18n/words.ts";

/** Label, unit and explanation of every control. */
export const controlWords = defineWords(
  {
    explain: "What is this?",
    world: "World",
    groups: {
      imitation: "Imitation",
      details: "Imitation, in detail",
      causes: "Other reasons to do alike",
      size: "Size",
    },
    more: "More of this world",
    reset: "Reset to the world as it was",
    seed: "Seed",
    seedWhy:
      "Names every random draw. The same seed, world and settings give the same history to the last bit, here and in the terminal; a new seed gives another history of the same world.",
    newSeed: "New seed",
    measure: "What firms look at",
    measureWhy:
      "The peer measure f(P). P are the small firms of the own province and industry that are active in a destination, own firm left out. Units differ between measures, so a change of measure also sets both weights to a usual value.",
    measures: {
      log: "log(1 + active peers)",
      stock: "number of active peers",
      flow: "number of peers that just started",
      share: "share of peers that are active",
      threshold: "whether at least 2 peers are active",
      invertedU: "peers, up to a peak",
    },
    idle: {
      noPeers: "Without effect here: both weights of imitation are 0.",
      notBehavioural: "Without effect here: firms of this world do not weigh suppliers.",
      hazardDecides: "Without effect here: in this world returns follow a hazard of their own.",
    },
    years: (count: string) => `${count} years`,
    oneYear: "1 year",
    firms: (count: string) => `${count} firms`,
    probit: (value: string) => `${value} probit`,
    saving: (value: string) => `${value} net saving`,
    times: (value: string) => `× ${value}`,
    controls: {
      imitation: {
        label: "Imitation of starts",
        why: "How much one unit of the peer measure adds to the index by which a firm decides to start abroad, in probit units. 0 is no imitation: then the two maps are the same.",
      },
      imitationStay: {
        label: "Imitation of staying",
        why: "The same for firms that are abroad and decide whether to stay.",
      },
      imitationFirm: {
        label: "Imitation of all neighbours",
        why: "How much log(1 + offshorers of the province, whatever their industry and destination) adds to the index of starting anywhere, in probit units.",
      },
      peerYears: {
        label: "Years looked back",
        why: "Peers are counted at the end of each of the last so many years, and the mean is what firms respond to. The published regressions use two.",
      },
      demandShocks: {
        label: "Demand shocks",
        why: "Standard deviation of a yearly shock that all firms of a province and industry share, in probit units. Such firms move together without looking at one another.",
      },
      costShocks: {
        label: "Cost shocks",
        why: "Standard deviation of a yearly shock to a destination that all firms of an industry share, in probit units.",
      },
      popularity: {
        label: "Popularity of destinations",
        why: "A factor on the location advantages of the four destinations: at 0 they are alike, at 1 Europe is ahead as in the published mix.",
      },
      fit: {
        label: "Fit of province and destination",
        why: "Standard deviation of how well a destination suits a province, in probit units. Its firms know it, a statistician does not: the most convincing impostor of herding.",
      },
      qualitySpread: {
        label: "Spread of supplier quality",
        why: "Standard deviation of the quality of the supplier found abroad, in units of net saving. The wider it is, the more firms find they erred and come back.",
      },
      optimism: {
        label: "Optimism",
        why: "How much a firm overrates the supplier it will find, in units of net saving. Optimists go abroad more easily, and return disappointed.",
      },
      firms: {
        label: "Firms",
        why: "Micro and small firms of clothing and footwear in all Italy. 15,902 is the sample of Canello (2022); fewer are quicker, and chance weighs more.",
      },
      years: {
        label: "Recorded years",
        why: "Years of which the panel has rows, with the first one that only gives the initial state. Years before them are simulated and shown as well.",
      },
    },
  },
  {
    explain: "Che cos’è?",
    world: "Mondo",
    groups: {
      imitation: "Imitazione",
      details: "Imitazione, nei particolari",
      causes: "Altri motivi per somigliarsi",
      size: "Dimensione",
    },
    more: "Altro di questo mondo",
    reset: "Ripristina il mondo di partenza",
    seed: "Seme",
    seedWhy:
      "Dà un nome a ogni estrazione casuale. Lo stesso seme, mondo e valori danno la stessa storia fino all’ultimo bit, qui e nel terminale; un seme nuovo dà un’altra storia dello stesso mondo.",
    newSeed: "Nuovo seme",
    measure: "Che cosa guardano le imprese",
    measureWhy:
      "La misura delle imprese vicine f(P). P sono le piccole imprese della stessa provincia e dello stesso settore attive in una destinazione, esclusa l’impresa stessa. Le unità cambiano con la misura: cambiandola, anche i due pesi passano a un valore usuale.",
    measures: {
      log: "log(1 + vicine attive)",
      stock: "numero di vicine attive",
      flow: "numero di vicine appena partite",
      share: "quota di vicine attive",
      threshold: "se almeno 2 vicine sono attive",
      invertedU: "vicine, fino a un massimo",
    },
    idle: {
      noPeers: "Qui senza effetto: entrambi i pesi dell’imitazione sono 0.",
      notBehavioural: "Qui senza effetto: le imprese di questo mondo non valutano i fornitori.",
      hazardDecides: "Qui senza effetto: in questo mondo i rientri seguono un proprio tasso di rischio.",
    },
    years: (count) => `${count} anni`,
    oneYear: "1 anno",
    firms: (count) => `${count} imprese`,
    probit: (value) => `${value} probit`,
    saving: (value) => `${value} risparmio netto`,
    times: (value) => `× ${value}`,
    controls: {
      imitation: {
        label: "Imitazione nel partire",
        why: "Quanto un’unità della misura delle vicine aggiunge all’indice con cui un’impresa decide di partire, in unità probit. 0 è nessuna imitazione: allora le due mappe sono uguali.",
      },
      imitationStay: {
        label: "Imitazione nel restare",
        why: "Lo stesso per le imprese all’estero che decidono se restare.",
      },
      imitationFirm: {
        label: "Imitazione di tutte le vicine",
        why: "Quanto log(1 + imprese della provincia all’estero, di ogni settore e destinazione) aggiunge all’indice con cui si parte, in unità probit.",
      },
      peerYears: {
        label: "Anni considerati",
        why: "Le vicine si contano alla fine di ciascuno degli ultimi anni, e le imprese rispondono alla media. Le regressioni pubblicate ne usano due.",
      },
      demandShocks: {
        label: "Shock di domanda",
        why: "Deviazione standard di uno shock annuale comune alle imprese di una provincia e di un settore, in unità probit. Si muovono insieme senza guardarsi.",
      },
      costShocks: {
        label: "Shock di costo",
        why: "Deviazione standard di uno shock annuale a una destinazione, comune alle imprese di un settore, in unità probit.",
      },
      popularity: {
        label: "Popolarità delle destinazioni",
        why: "Un fattore sui vantaggi di localizzazione delle quattro destinazioni: a 0 sono uguali, a 1 l’Europa è davanti come nella composizione pubblicata.",
      },
      fit: {
        label: "Affinità provincia–destinazione",
        why: "Deviazione standard di quanto una destinazione sia adatta a una provincia, in unità probit. Le imprese lo sanno, lo statistico no: l’impostore più convincente dell’effetto gregge.",
      },
      qualitySpread: {
        label: "Dispersione della qualità",
        why: "Deviazione standard della qualità del fornitore trovato all’estero, in unità di risparmio netto. Più è ampia, più imprese scoprono di avere sbagliato e rientrano.",
      },
      optimism: {
        label: "Ottimismo",
        why: "Quanto un’impresa sopravvaluta il fornitore che troverà, in unità di risparmio netto. Le ottimiste partono più facilmente e rientrano deluse.",
      },
      firms: {
        label: "Imprese",
        why: "Micro e piccole imprese di abbigliamento e calzature in tutta Italia. 15.902 è il campione di Canello (2022); con meno si fa prima, e il caso pesa di più.",
      },
      years: {
        label: "Anni registrati",
        why: "Anni di cui il panel ha righe, compreso il primo che dà solo lo stato iniziale. Anche gli anni precedenti sono simulati e mostrati.",
      },
    },
  },
);
