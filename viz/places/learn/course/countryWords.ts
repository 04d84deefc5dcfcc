import { defineWords } from "../../../i18n/words.ts";

/** Steps 3 and 4: the country plays by itself; the strength of imitation. */
export const countryWords = defineWords(
  {
    map: {
      label: (name: string, region: string, share: string, firms: string) =>
        `${name}, ${region}, ${share} of its ${firms} firms abroad`,
      description: "The darker or brighter a tile, the larger the share of its firms abroad; see the legend.",
    },
    automatic: {
      title: "The whole country",
      question: "What becomes of 103 provinces with the same rules for all?",
      lead: "Now the computer decides for 15,902 firms. In 1984 all of them are at home. Every firm looks at the firms of its own trade and province. The map stops in 1992, eight years in: point at a province to see how many firms it has, and guess; then press play.",
      takeaway:
        "Alike rules do not make alike places: where there are many neighbours to see, more firms go.",
      teacher: {
        aim: "From a decision to a map: differences between places that nobody planned.",
        time: "5 minutes.",
        usual: "“The dark provinces must be richer, or nearer to the border.” In this world they are not.",
        ask: "Which data would tell you that the place itself is not better?",
      },
      guess: "How will the provinces look in 2012?",
      options: {
        alike: "All about alike",
        large: "Provinces with many firms far ahead",
        small: "Provinces with few firms far ahead",
      },
      told: (large: string, small: string) =>
        `In 2012 ${large} of the firms are abroad in the half of the provinces with more firms, ${small} in the half with fewer.`,
      play: "Play",
      pause: "Pause",
      year: "Year",
      mapTitle: (year: string) => `Share of firms abroad, ${year}`,
      figure: "Firms abroad, whole country",
      series: "share abroad",
    },
    strength: {
      title: "The peer slider",
      question: "How much of this is imitation?",
      lead: "Here is the same country beside its twin: the same firms, the same luck, but in the twin nobody looks at anybody. Only the simulator has such a twin; no survey does.",
      takeaway:
        "The effect of imitation is the gap between a world and its twin without it, and data show one world only.",
      teacher: {
        aim: "The counterfactual as the meaning of “effect”; common luck makes the two comparable.",
        time: "6 minutes.",
        usual: "“Half the slider, half the effect.” Let them try: it is not a straight line.",
        ask: "What in real life comes closest to the twin?",
      },
      guess: "With imitation the curve ends where you see it. And without any?",
      guessLabel: "Abroad in 2012 without imitation",
      told: (without: string, withText: string) =>
        `Without imitation ${without} are abroad in 2012, with it ${withText}.`,
      slider: "Imitation",
      sliderText:
        "How strongly a firm follows those of its trade and province, when it starts and when it stays. 100% is the country of the step before; 0% means that nobody looks.",
      figure: "Firms abroad, with imitation and without",
      with: "with imitation",
      without: "twin without imitation",
      flipped: (count: string, all: string) =>
        `${count} of the ${all} firms were, in some year, elsewhere than without imitation.`,
    },
  },
  {
    map: {
      label: (name, region, share, firms) =>
        `${name}, ${region}, ${share} delle sue ${firms} imprese all’estero`,
      description:
        "Il colore di una casella dice quante delle sue imprese sono all’estero; guarda la legenda.",
    },
    automatic: {
      title: "Tutto il paese",
      question: "Che cosa diventano 103 province con le stesse regole per tutte?",
      lead: "Ora il computer decide per 15.902 imprese. Nel 1984 sono tutte a casa. Ognuna guarda le imprese del suo settore e della sua provincia. La mappa si ferma al 1992, dopo otto anni: tocca una provincia per vedere quante imprese ha e prova a indovinare; poi premi Avvia.",
      takeaway:
        "Regole uguali non fanno luoghi uguali: dove ci sono molte vicine da vedere, più imprese partono.",
      teacher: {
        aim: "Dalla decisione alla mappa: differenze tra luoghi che nessuno ha voluto.",
        time: "5 minuti.",
        usual:
          "“Le province più scure saranno più ricche, o più vicine al confine.” In questo mondo non è così.",
        ask: "Quali dati ti direbbero che il luogo, in sé, non è migliore?",
      },
      guess: "Come saranno le province nel 2012?",
      options: {
        alike: "Tutte più o meno uguali",
        large: "Molto avanti quelle con tante imprese",
        small: "Molto avanti quelle con poche imprese",
      },
      told: (large, small) =>
        `Nel 2012 è all’estero il ${large} delle imprese nella metà delle province che ne ha di più, il ${small} nella metà che ne ha di meno.`,
      play: "Avvia",
      pause: "Pausa",
      year: "Anno",
      mapTitle: (year) => `Quota di imprese all’estero, ${year}`,
      figure: "Imprese all’estero, tutto il paese",
      series: "quota all’estero",
    },
    strength: {
      title: "Il cursore dell’imitazione",
      question: "Quanto di tutto questo è imitazione?",
      lead: "Ecco lo stesso paese accanto al suo gemello: stesse imprese, stessa fortuna, ma nel gemello nessuno guarda nessuno. Un gemello così ce l’ha solo il simulatore; nessuna indagine lo ha.",
      takeaway:
        "L’effetto dell’imitazione è la distanza tra un mondo e il suo gemello che non imita; i dati ne mostrano uno solo.",
      teacher: {
        aim: "Il controfattuale come significato di “effetto”; la fortuna comune rende confrontabili i due mondi.",
        time: "6 minuti.",
        usual: "“Mezzo cursore, mezzo effetto.” Falli provare: non è una retta.",
        ask: "Che cosa, nella realtà, somiglia di più al gemello?",
      },
      guess: "Con l’imitazione la curva finisce dove la vedi. E senza?",
      guessLabel: "All’estero nel 2012 senza imitazione",
      told: (without, withText) =>
        `Senza imitazione nel 2012 è all’estero il ${without}, con imitazione il ${withText}.`,
      slider: "Imitazione",
      sliderText:
        "Quanto un’impresa segue quelle del suo settore e della sua provincia, quando parte e quando resta. 100% è il paese del passo precedente; 0% vuol dire che nessuno guarda.",
      figure: "Imprese all’estero, con e senza imitazione",
      with: "con imitazione",
      without: "gemello senza imitazione",
      flipped: (count, all) =>
        `${count} imprese su ${all} sono state, in qualche anno, altrove che senza imitazione.`,
    },
  },
);
