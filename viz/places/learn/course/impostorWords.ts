import { defineWords } from "../../../i18n/words.ts";

/** Steps 5 and 6: a world that looks alike, and what a probit says of the two. */
export const impostorWords = defineWords(
  {
    countries: { imitators: "Country A", "good-location": "Country B" },
    impostor: {
      title: "The impostor",
      question: "Two countries look alike. In which do firms imitate?",
      lead: "In both, provinces differ and neighbours act alike. In one of them firms look at each other. In the other nobody looks: some destinations simply suit some provinces.",
      takeaway: "Neighbours that do the same need not imitate: the place they share makes them alike, too.",
      teacher: {
        aim: "Correlated effects beside imitation (Manski 1993), by eye: association is not imitation.",
        time: "6 minutes.",
        usual: "They find good reasons for either country. That is the point: the map cannot tell.",
        ask: "What would you change in the world, if you could, to find out?",
      },
      guess: "Where do firms imitate?",
      options: { a: "In country A", b: "In country B", none: "The maps cannot tell me" },
      told: (a: string, aWithout: string, b: string, bWithout: string) =>
        `Country A imitates. With imitation switched off it falls from ${a} to ${aWithout}; country B stays where it is: ${b} with it, ${bWithout} without.`,
      fair: "And you are right that no map can tell.",
      off: "Switch imitation off in both",
      mapTitle: (country: string, share: string) => `${country}: ${share} of firms abroad in 2012`,
      mapTitleOff: (country: string, share: string) => `${country}, imitation off: ${share} of firms abroad`,
    },
    probit: {
      title: "Estimate it",
      question: "Can a probit tell the two apart?",
      lead: "A probit asks: are firms more often abroad where more neighbours were? We let it look at small versions of the two countries (2,500 firms, six years), again and again. Each dot is one whole history, a “replication”, and its estimate.",
      takeaway: "A significant coefficient says that neighbours act alike; it does not say why.",
      teacher: {
        aim: "A test can be significant in every sample and still answer another question.",
        time: "8 minutes.",
        usual: "“p < 0.05, so there is imitation.” Ask what the p-value is about.",
        ask: "Would a larger sample help? Why not?",
      },
      guess: "In which country will the probit find “imitation”, significant at 5%?",
      options: {
        right: "Only in A, where firms imitate",
        both: "In both",
        neither: "In neither",
      },
      told: (a: string, b: string) =>
        `It finds it in ${a} of the histories of A, and in ${b} of those of B, where nobody imitates.`,
      of: (significant: string, all: string) => `${significant} of ${all}`,
      significant: (share: string) => `significant at 5% in ${share}`,
      control: "How many histories",
      histories: (count: string) => (count === "1" ? "1 history" : `${count} histories`),
      figure: (country: string) => `What the probit finds in ${country.replace("Country", "country")}`,
      quantity: "coefficient of log(1 + neighbours), probit units",
      mean: (error: string) => `Monte Carlo error of the mean ${error}`,
      progress: (done: string, all: string) => `Histories estimated: ${done} of ${all}.`,
      truth:
        "The line “truth” is the weight of neighbours that the simulator put into a start: more than 0 in A, where firms imitate; 0 in B, where nobody does. This simple probit misses it in both: it knows neither how firms differ nor what a place offers.",
    },
  },
  {
    countries: { imitators: "Paese A", "good-location": "Paese B" },
    impostor: {
      title: "L’impostore",
      question: "Due paesi si somigliano. In quale le imprese si imitano?",
      lead: "In tutti e due le province sono diverse e le vicine si comportano allo stesso modo. In uno le imprese si guardano. Nell’altro nessuno guarda: certe destinazioni sono semplicemente adatte a certe province.",
      takeaway:
        "Imprese vicine che fanno lo stesso non per forza si imitano: anche il luogo che condividono le rende simili.",
      teacher: {
        aim: "Effetti correlati accanto all’imitazione (Manski 1993), a occhio: associazione non è imitazione.",
        time: "6 minuti.",
        usual: "Trovano buone ragioni per l’uno e per l’altro. È proprio questo: la mappa non lo dice.",
        ask: "Che cosa cambieresti nel mondo, potendo, per scoprirlo?",
      },
      guess: "Dove si imitano le imprese?",
      options: { a: "Nel paese A", b: "Nel paese B", none: "Le mappe non me lo dicono" },
      told: (a, aWithout, b, bWithout) =>
        `Le imprese si imitano nel paese A: spegnendo l’imitazione la quota all’estero scende dal ${a} al ${aWithout}. Nel paese B resta dov’è: ${b} con, ${bWithout} senza.`,
      fair: "E hai ragione: nessuna mappa lo dice.",
      off: "Spegni l’imitazione in tutti e due",
      mapTitle: (country, share) => `${country}: ${share} delle imprese all’estero nel 2012`,
      mapTitleOff: (country, share) => `${country}, senza imitazione: ${share} delle imprese all’estero`,
    },
    probit: {
      title: "Stimalo",
      question: "Un probit sa distinguere i due paesi?",
      lead: "Un probit chiede: le imprese sono all’estero più spesso dove c’erano più vicine? Gli facciamo guardare i due paesi in piccolo (2.500 imprese, sei anni), più e più volte. Ogni punto è una storia intera, una “replica”, e la sua stima.",
      takeaway: "Un coefficiente significativo dice che le vicine fanno lo stesso; non dice perché.",
      teacher: {
        aim: "Un test può essere significativo in ogni campione e rispondere a un’altra domanda.",
        time: "8 minuti.",
        usual: "“p < 0,05, quindi c’è imitazione.” Chiedi di che cosa parla il p-value.",
        ask: "Un campione più grande aiuterebbe? Perché no?",
      },
      guess: "In quale paese il probit troverà “imitazione”, significativa al 5%?",
      options: {
        right: "Solo in A, dove le imprese si imitano",
        both: "In tutti e due",
        neither: "In nessuno dei due",
      },
      told: (a, b) => `La trova in ${a} delle storie di A e in ${b} di quelle di B, dove nessuno imita.`,
      of: (significant, all) => `${significant} su ${all}`,
      significant: (share) => `significativa al 5% in ${share}`,
      control: "Quante storie",
      histories: (count) => (count === "1" ? "1 storia" : `${count} storie`),
      figure: (country) => `Che cosa trova il probit nel ${country.replace("Paese", "paese")}`,
      quantity: "coefficiente di log(1 + vicine), unità probit",
      mean: (error) => `errore Monte Carlo della media ${error}`,
      progress: (done, all) => `Storie stimate: ${done} su ${all}.`,
      truth:
        "La linea “valore vero” è il peso delle vicine che il simulatore ha messo nella scelta di partire: più di 0 in A, dove le imprese si imitano; 0 in B, dove nessuno lo fa. Questo semplice probit lo manca in tutti e due: non sa quanto le imprese sono diverse, né che cosa offre un luogo.",
    },
  },
);
