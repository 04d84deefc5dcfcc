import { defineWords } from "../../../i18n/words.ts";

export const clustersWords = defineWords(
  {
    screens: {
      one: {
        title: "What goes abroad",
        question: "Which way abroad keeps the skills of a cluster alive?",
        lead: "In a cluster firms and suppliers share their skills. Here the leading firms send only simple work abroad and keep the rest (selective). Their core competence, what they know best, grows.",
        takeaway: "What counts for the core is which work stays at home, not whether a firm goes abroad.",
        teacher: {
          aim: "Proposition 1a of the paper: selective outsourcing protects the core.",
          time: "4 minutes.",
          usual: "“Going abroad destroys know-how.” Ask: which work?",
          ask: "Which work of a firm you know could go without loss?",
        },
        guess: "What if they move everything (replicative)? After 20 years their core competence is …",
        options: { higher: "higher", same: "about the same", lower: "far lower" },
      },
      two: {
        title: "The other danger",
        question: "Is it safest to stay?",
        lead: "Now you choose the way: simple work abroad, everything abroad, or export only. The second line is lock-in: how far a firm depends on what its cluster already knows, from 0 to 1.",
        takeaway:
          "Staying keeps the core and locks the firm in; moving everything does the reverse; selective moves do neither harm.",
        teacher: {
          aim: "Two objectives at once, and why the paper looks for mixes.",
          time: "5 minutes.",
          usual: "“Export only is best: the core grows.” Look at the other line.",
          ask: "Name a cluster that was locked in.",
        },
        guess: "Firms that only export: their lock-in after 20 years is, of the three ways, …",
        options: { lowest: "the lowest", middle: "in the middle", highest: "the highest" },
      },
      three: {
        title: "What the paper claims",
        question: "How do we know?",
        lead: "Gancarczyk & Gancarczyk (2017) sort the options of small firms in clusters by words: how feasible they are, and what they do for the core and against lock-in. Our world turns these ratings into rules, so it shows what they imply, not that they are true.",
        takeaway:
          "A model built on claims shows whether they fit together; only data can show whether they hold.",
        teacher: {
          aim: "Know what kind of evidence a paper brings.",
          time: "4 minutes.",
          usual: "“The simulation proves it.” It repeats what was put in.",
          ask: "Which observation would contradict proposition 1a?",
        },
        guess: "What are the paper’s claims based on?",
        options: {
          regression: "a regression on firm data",
          survey: "a survey of clusters",
          review: "a review of the literature, without data",
        },
      },
    },
    told: {
      one: (replicative: string, selective: string) =>
        `Far lower: ${replicative}, against ${selective} where only simple work goes (1 is where all began).`,
      two: (only: string, selective: string, replicative: string) =>
        `The highest: ${only}; with simple work abroad ${selective}, with everything abroad ${replicative}.`,
      three:
        "On a review of the literature; its ratings are words such as “high feasibility” and signs such as + and −.",
    },
    choice: "The way abroad of the leading firms",
    strategies: {
      selective: "simple work abroad (selective)",
      replicative: "everything abroad (replicative)",
      exportOnly: "export only, all work at home",
    },
    core: "core competence",
    lockIn: "lock-in",
    coreOf: (strategy: string) => `core, ${strategy}`,
    figure: "The leading firms of the clusters, year by year",
    coreQuantity: "core competence (start = 1)",
    quantity: "core (start = 1), lock-in (0–1)",
    year: "year",
    ends: (name: string, value: string) => `after 20 years, ${name}: ${value}`,
  },
  {
    screens: {
      one: {
        title: "Che cosa va all’estero",
        question: "Quale via per l’estero mantiene vive le competenze di un cluster?",
        lead: "In un cluster imprese e fornitori condividono ciò che sanno fare. Qui le imprese guida mandano fuori solo il lavoro semplice e tengono il resto (via selettiva). La loro competenza chiave, ciò che sanno fare meglio, cresce.",
        takeaway: "Per la competenza chiave conta quale lavoro resta a casa, non se l’impresa va all’estero.",
        teacher: {
          aim: "La proposizione 1a dell’articolo: l’esternalizzazione selettiva protegge il nucleo.",
          time: "4 minuti.",
          usual: "“Andare all’estero distrugge il saper fare.” Chiedi: quale lavoro?",
          ask: "Quale lavoro di un’impresa che conosci potrebbe andarsene senza perdite?",
        },
        guess: "E se portano fuori tutto (via replicativa)? Dopo 20 anni la competenza chiave è …",
        options: { higher: "più alta", same: "più o meno uguale", lower: "molto più bassa" },
      },
      two: {
        title: "L’altro pericolo",
        question: "Restare è la scelta più sicura?",
        lead: "Ora scegli tu la via: lavoro semplice fuori, tutto fuori, o solo esportare. La seconda linea è il lock-in: quanto un’impresa dipende da ciò che il suo cluster sa già, da 0 a 1.",
        takeaway:
          "Restare conserva il nucleo ma chiude l’impresa; portare fuori tutto fa il contrario; la via selettiva evita entrambi i danni.",
        teacher: {
          aim: "Due obiettivi insieme, e perché l’articolo cerca combinazioni.",
          time: "5 minuti.",
          usual: "“Meglio esportare e basta: il nucleo cresce.” Guardate l’altra linea.",
          ask: "Quale cluster è rimasto chiuso in sé stesso?",
        },
        guess: "Imprese che esportano soltanto: dopo 20 anni il loro lock-in, tra le tre vie, è …",
        options: { lowest: "il più basso", middle: "in mezzo", highest: "il più alto" },
      },
      three: {
        title: "Che cosa sostiene l’articolo",
        question: "Come lo sappiamo?",
        lead: "Gancarczyk e Gancarczyk (2017) ordinano a parole le opzioni delle piccole imprese dei cluster: quanto sono praticabili, che cosa fanno per il nucleo e contro il lock-in. Il nostro mondo trasforma questi giudizi in regole: mostra che cosa implicano, non che sono veri.",
        takeaway:
          "Un modello fatto di affermazioni mostra se stanno insieme; solo i dati possono dire se sono vere.",
        teacher: {
          aim: "Riconoscere che tipo di prova porta un articolo.",
          time: "4 minuti.",
          usual: "“La simulazione lo dimostra.” Ripete ciò che ci abbiamo messo.",
          ask: "Quale osservazione contraddirebbe la proposizione 1a?",
        },
        guess: "Su che cosa si basa l’articolo?",
        options: {
          regression: "una regressione su dati d’impresa",
          survey: "un’indagine sui cluster",
          review: "una rassegna della letteratura, senza dati",
        },
      },
    },
    told: {
      one: (replicative, selective) =>
        `Molto più bassa: ${replicative}, contro ${selective} dove esce solo il lavoro semplice (1 è il punto di partenza).`,
      two: (only, selective, replicative) =>
        `Il più alto: ${only}; con il lavoro semplice fuori ${selective}, con tutto fuori ${replicative}.`,
      three:
        "Su una rassegna della letteratura; i giudizi sono parole come “alta praticabilità” e segni come + e −.",
    },
    choice: "La via delle imprese guida",
    strategies: {
      selective: "lavoro semplice fuori (selettiva)",
      replicative: "tutto fuori (replicativa)",
      exportOnly: "solo esportare, lavoro a casa",
    },
    core: "competenza chiave",
    lockIn: "lock-in",
    coreOf: (strategy) => `competenza chiave, ${strategy}`,
    figure: "Le imprese guida dei cluster, anno per anno",
    coreQuantity: "competenza (inizio = 1)",
    quantity: "competenza, lock-in (0–1)",
    year: "anno",
    ends: (name, value) => `dopo 20 anni, ${name}: ${value}`,
  },
);
