import { defineWords } from "../../../i18n/words.ts";

export const sandboxWords = defineWords(
  {
    title: "The sandbox",
    question: "What would you like to find out?",
    lead: "You know the parts now. The places below open with the country of the course, ready for your own question. Nothing can break, and every link can be shared.",
    takeaway: "A good question names the twin: what would have been different, and where?",
    teacher: {
      aim: "Their own question, answered with the real tools.",
      time: "10 minutes, or homework.",
      usual: "“I do not know what to try.” Offer: how many pioneers does it take? Which sample is enough?",
      ask: "Write your guess down before you press the button. What would prove you wrong?",
    },
    guess: "Which place will you need most for your question?",
    options: {
      watch: "Watch: what happens",
      estimate: "Estimate: what one panel says",
      repeat: "Repeat: how often it says so",
      tell: "Tell apart: which method can tell",
    },
    told: "All four belong together: see it, measure it, repeat it, and only then believe it.",
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
    lead: "Ora conosci i pezzi. I luoghi qui sotto si aprono con il paese del corso, pronti per la tua domanda. Non si rompe nulla, e ogni link si può condividere.",
    takeaway: "Una buona domanda dice qual è il gemello: che cosa sarebbe stato diverso, e dove?",
    teacher: {
      aim: "Una domanda loro, con gli strumenti veri.",
      time: "10 minuti, o a casa.",
      usual: "“Non so che cosa provare.” Proponi: quante pioniere ci vogliono? Quale campione basta?",
      ask: "Scrivi la tua previsione prima di premere. Che cosa ti darebbe torto?",
    },
    guess: "Quale luogo ti servirà di più per la tua domanda?",
    options: {
      watch: "Osserva: che cosa succede",
      estimate: "Stima: che cosa dice un panel",
      repeat: "Ripeti: quante volte lo dice",
      tell: "Distingui: quale metodo ci riesce",
    },
    told: "I quattro vanno insieme: guardare, misurare, ripetere, e solo allora credere.",
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
