import { defineWords } from "../../../i18n/words.ts";

export const sandboxWords = defineWords(
  {
    title: "The sandbox",
    question: "What would you like to find out?",
    lead: "You know the parts now. Watch, Estimate and Repeat open with the country of the course, ready for your own question; Tell apart has worlds of its own. Nothing can break, and every link can be shared.",
    takeaway: "A good question names the twin: what would have been different, and where?",
    teacher: {
      aim: "Their own question, answered with the real tools.",
      time: "10 minutes, or homework.",
      usual: "“I do not know what to try.” Offer: how many pioneers does it take? Which sample is enough?",
      ask: "Write your guess down before you press the button. What would prove you wrong?",
    },
    guess: (histories: string) =>
      `Good places, and nobody imitates: in how many of ${histories} recorded histories does the paper’s main regression (column C) report imitation all the same?`,
    guessLabel: "It reports imitation in",
    guessUnit: (count: string, histories: string) => `${count} of ${histories}`,
    told: (count: string, histories: string) =>
      `In ${count} of ${histories}, significant at 5%. In Tell apart you see which methods do better.`,
    choice: "Start with the country",
    countries: {
      imitators: "where firms imitate",
      "good-location": "where the place suits, and nobody imitates",
    },
    places: {
      watch: ["Watch", "Play the country, move its sliders, give a province a pioneer."],
      estimate: ["Estimate", "Fit the published models to its panel, with the truth beside them."],
      repeat: ["Repeat", "Run it 1,000 times and see how often an interval is right."],
      "tell-apart": [
        "Tell apart",
        "Guess between worlds without names, then see which method separates them.",
      ],
    },
    open: (place: string) => `Open ${place}`,
  },
  {
    title: "Il laboratorio libero",
    question: "Che cosa vorresti scoprire?",
    lead: "Ora conosci i pezzi. Osserva, Stima e Ripeti si aprono con il paese del corso, pronti per la tua domanda; Distingui ha mondi suoi. Non si rompe nulla, e ogni link si può condividere.",
    takeaway: "Una buona domanda dice qual è il gemello: che cosa sarebbe stato diverso, e dove?",
    teacher: {
      aim: "Una domanda loro, con gli strumenti veri.",
      time: "10 minuti, o a casa.",
      usual: "“Non so che cosa provare.” Proponi: quante pioniere ci vogliono? Quale campione basta?",
      ask: "Scrivi la tua previsione prima di premere. Che cosa ti darebbe torto?",
    },
    guess: (histories) =>
      `Luoghi adatti, e nessuno imita: in quante di ${histories} storie registrate la regressione principale dell’articolo (colonna C) trova imitazione lo stesso?`,
    guessLabel: "Trova imitazione in",
    guessUnit: (count, histories) => `${count} su ${histories}`,
    told: (count, histories) =>
      `In ${count} su ${histories}, significativa al 5%. In Distingui vedi quali metodi fanno meglio.`,
    choice: "Parti dal paese",
    countries: {
      imitators: "dove le imprese si imitano",
      "good-location": "dove conta il luogo, e nessuno imita",
    },
    places: {
      watch: ["Osserva", "Fai scorrere il paese, muovi i cursori, dai una pioniera a una provincia."],
      estimate: ["Stima", "Stima i modelli pubblicati sul suo panel, con il valore vero accanto."],
      repeat: ["Ripeti", "Rifallo 1.000 volte e guarda quante volte un intervallo ha ragione."],
      "tell-apart": ["Distingui", "Indovina tra mondi senza nome, poi guarda quale metodo li separa."],
    },
    open: (place) => `Apri ${place}`,
  },
);
