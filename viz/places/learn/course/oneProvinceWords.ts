import { defineWords } from "../../../i18n/words.ts";

export const oneProvinceWords = defineWords(
  {
    title: "One province",
    question: "One firm goes first. Who follows?",
    lead: "A handful of firms in one small province, which watch each other closely. In 2002 you send one of them abroad for three years. Choose which one, then step year by year.",
    takeaway:
      "One start can carry many others along; without it, with the same rules and the same luck, almost nothing happens.",
    teacher: {
      aim: "See a cascade grow from single decisions, and see that it need not.",
      time: "8 minutes.",
      usual:
        "“Then it always snowballs.” Send firm F with seed=5 in the link, or firm K with seed=7: it dies out.",
      ask: "If you saw only the last year, could you tell who was first?",
    },
    pioneer: "Who goes first",
    firm: (letter: string) => `Firm ${letter}`,
    employees: (size: string) => `${size} employees`,
    states: { home: "at home", abroad: "abroad", pioneer: "the pioneer" },
    nextYear: "Next year",
    fromStart: "Back to 2002",
    yearNow: (year: string, abroad: string, firms: string, alone: string) =>
      `${year}: ${abroad} of ${firms} firms abroad; without your pioneer it would be ${alone}.`,
    guess: (firms: string) => `Of the ${firms} firms, how many will be abroad in 2010?`,
    guessLabel: "Abroad in 2010",
    guessUnit: (value: string) => (value === "1" ? "1 firm" : `${value} firms`),
    told: (abroad: string, alone: string) => `In 2010: ${abroad}. Without your pioneer: ${alone}.`,
    figure: "Firms abroad in the province",
    with: "with your pioneer",
    without: "without, same luck",
    quantity: "firms abroad",
    map: "The firms of the province",
  },
  {
    title: "Una provincia",
    question: "Una parte per prima. Chi la segue?",
    lead: "Poche imprese di una piccola provincia, che si guardano da vicino. Nel 2002 ne mandi una all’estero per tre anni. Scegli quale, poi vai avanti anno per anno.",
    takeaway:
      "Una sola partenza può trascinarne molte; senza, con le stesse regole e la stessa fortuna, non succede quasi nulla.",
    teacher: {
      aim: "Vedere una cascata crescere da singole decisioni, e vedere che può anche non succedere.",
      time: "8 minuti.",
      usual:
        "“Allora è sempre una valanga.” Manda l’impresa F con seed=5 nel link, o la K con seed=7: si spegne.",
      ask: "Se vedessi solo l’ultimo anno, sapresti dire chi è partita per prima?",
    },
    pioneer: "Chi parte per prima",
    firm: (letter) => `Impresa ${letter}`,
    employees: (size) => `${size} addetti`,
    states: { home: "a casa", abroad: "all’estero", pioneer: "la pioniera" },
    nextYear: "Anno dopo",
    fromStart: "Torna al 2002",
    yearNow: (year, abroad, firms, alone) =>
      `${year}: ${abroad} imprese su ${firms} all’estero; senza la tua pioniera ${alone === "1" ? "sarebbe" : "sarebbero"} ${alone}.`,
    guess: (firms) => `Delle ${firms} imprese, quante saranno all’estero nel 2010?`,
    guessLabel: "All’estero nel 2010",
    guessUnit: (value) => (value === "1" ? "1 impresa" : `${value} imprese`),
    told: (abroad, alone) => `Nel 2010: ${abroad}. Senza la tua pioniera: ${alone}.`,
    figure: "Imprese della provincia all’estero",
    with: "con la tua pioniera",
    without: "senza, a parità di caso",
    quantity: "imprese all’estero",
    map: "Le imprese della provincia",
  },
);
