import { defineWords } from "../../../i18n/words.ts";

export const oneFirmWords = defineWords(
  {
    title: "One firm",
    question: "You run this firm. Do you go abroad?",
    lead: "It is the year 2000. You see your neighbours, what it costs, and how good a supplier you have found. Nobody knows the future. Decide, and then guess how likely the model’s firm is to go.",
    takeaway: "Neighbours shift the odds of a decision; they never decide it alone.",
    teacher: {
      aim: "A decision under uncertainty becomes a probability with four reasons in it.",
      time: "5 minutes.",
      usual: "“With that many neighbours abroad I must go.” They take the count for proof.",
      ask: "Which of the facts would you check first if it were your own money?",
    },
    card: "Your firm",
    who: "Who you are",
    whoText: (industry: string, size: string, province: string) =>
      `A ${industry} firm with ${size} employees in ${province}.`,
    exporter: "You export already.",
    noExporter: "You have never exported.",
    peersTitle: "Your neighbours",
    peersText: (peers: string, others: string, destination: string) =>
      `Over the last two years ${peers} of the ${others} other firms of your trade and province, on average, had work done in ${destination}.`,
    costs: "What it costs",
    costsText: "Finding a partner, travelling, first mistakes: for most firms it is not worth it.",
    supplier: "The supplier you found",
    suppliers: {
      poor: "Worse than what others find there.",
      usual: "About what everybody finds there.",
      good: "Better than what most find there.",
      excellent: "Far better than what most find there.",
    },
    decide: "Your decision",
    go: "Go abroad",
    stay: "Stay at home",
    decided: { go: "You go. And the model’s firm? Guess.", stay: "You stay. And the model’s firm? Guess." },
    guess: "If this year were drawn a hundred times, how often would the model’s firm go?",
    guessLabel: "It goes in",
    guessUnit: (value: string) => `${value} of 100`,
    told: (probability: string, alone: string) =>
      `The model says ${probability}. With no neighbour abroad it would be ${alone}.`,
    history: {
      started: "In the one history that the computer drew, the firm went.",
      stayed: "In the one history that the computer drew, the firm stayed.",
    },
    parts: "What the probability is made of",
    part: "Reason",
    points: "Points (probit)",
    partNames: {
      costs: "What it costs everybody",
      firm: "What this firm is like",
      supplier: "How well the supplier suits it",
      imitation: "Its neighbours abroad",
      sum: "Sum",
    },
    pointsText:
      "The points add up. A sum of 0 means one chance in two; −1 about one in six; −2 about one in forty. That is what “probit” means.",
    figure: "How likely the firm is to go, by its neighbours abroad",
    peers: "neighbours abroad",
    probability: "probability of going",
    seen: (peers: string) => `it sees ${peers}`,
    figureSummary: (alone: string, peers: string, probability: string) =>
      `With no neighbour abroad the firm goes with a probability of ${alone}; with the ${peers} that it sees, ${probability}.`,
  },
  {
    title: "Una sola impresa",
    question: "Questa impresa è tua. Vai all’estero?",
    lead: "È l’anno 2000. Vedi le imprese vicine, sai quanto costa e che fornitore hai trovato. Il futuro non lo conosce nessuno. Decidi, e poi prova a indovinare quanto è probabile che l’impresa del modello parta.",
    takeaway: "Le vicine spostano le probabilità di una scelta; da sole non decidono mai.",
    teacher: {
      aim: "Una decisione nell’incertezza diventa una probabilità, con dentro quattro ragioni.",
      time: "5 minuti.",
      usual: "“Con tante vicine all’estero devo andare anch’io.” Prendono il numero per una prova.",
      ask: "Se i soldi fossero tuoi, quale di questi fatti controlleresti per primo?",
    },
    card: "La tua impresa",
    who: "Chi sei",
    whoText: (industry, size, province) =>
      `Un’impresa del settore ${industry} con ${size} addetti, provincia di ${province}.`,
    exporter: "Esporti già.",
    noExporter: "Non hai mai esportato.",
    peersTitle: "Le tue vicine",
    peersText: (peers, others, destination) =>
      `Negli ultimi due anni, in media, ${peers} delle altre ${others} imprese del tuo settore e della tua provincia facevano lavorare qualcuno in ${destination}.`,
    costs: "Quanto costa",
    costsText:
      "Trovare un partner, viaggiare, sbagliare all’inizio: per la maggior parte delle imprese non conviene.",
    supplier: "Il fornitore che hai trovato",
    suppliers: {
      poor: "Peggiore di quelli che gli altri trovano là.",
      usual: "Più o meno come quelli che tutti trovano là.",
      good: "Migliore di quelli che trova la maggior parte.",
      excellent: "Molto migliore di quelli che trova la maggior parte.",
    },
    decide: "La tua decisione",
    go: "Vado all’estero",
    stay: "Resto a casa",
    decided: {
      go: "Vai. E l’impresa del modello? Prova a indovinare.",
      stay: "Resti. E l’impresa del modello? Prova a indovinare.",
    },
    guess: "Se quest’anno fosse estratto cento volte, quante volte partirebbe l’impresa del modello?",
    guessLabel: "Parte in",
    guessUnit: (value) => `${value} su 100`,
    told: (probability, alone) =>
      `Il modello dice ${probability}. Senza nessuna vicina all’estero sarebbe ${alone}.`,
    history: {
      started: "Nella storia estratta dal computer l’impresa è partita.",
      stayed: "Nella storia estratta dal computer l’impresa è rimasta.",
    },
    parts: "Di che cosa è fatta la probabilità",
    part: "Ragione",
    points: "Punti (probit)",
    partNames: {
      costs: "Quanto costa a tutti",
      firm: "Com’è questa impresa",
      supplier: "Quanto le si adatta il fornitore",
      imitation: "Le sue vicine all’estero",
      sum: "Somma",
    },
    pointsText:
      "I punti si sommano. Somma 0: una probabilità su due; −1: circa una su sei; −2: circa una su quaranta. “Probit” vuol dire questo.",
    figure: "Quanto è probabile che l’impresa parta, secondo le vicine all’estero",
    peers: "vicine all’estero",
    probability: "probabilità di partire",
    seen: (peers) => `ne vede ${peers}`,
    figureSummary: (alone, peers, probability) =>
      `Senza vicine all’estero l’impresa parte con probabilità ${alone}; con le ${peers} che vede, ${probability}.`,
  },
);
