import { defineWords } from "../../../i18n/words.ts";

export const returnWords = defineWords(
  {
    screens: {
      one: {
        title: "A return, or a pause?",
        question: "Is coming home the end of the story?",
        lead: "A firm that stops buying abroad looks like a return. In this world one return in four is a pause: the firm keeps in touch with its supplier and may go again. The figure follows returns: how many are back in the same destination?",
        takeaway: "A return that is seen need not be an end: some firms are only waiting.",
        teacher: {
          aim: "One observed event, two meanings.",
          time: "4 minutes.",
          usual: "“Backshoring means that offshoring failed.” Ask: for how long have we looked?",
          ask: "How many years would you wait before you call it a return?",
        },
        guess: "If nobody paused, how many would be back within five years?",
        options: { same: "Just as many", fewer: "Fewer, but some", none: "Nobody" },
      },
      two: {
        title: "Kept ties",
        question: "What do pauses change?",
        lead: "Now you decide how many of the returns are pauses. The dashed line is the world in which nobody pauses.",
        takeaway: "Ties that are kept bring firms back, and soon; but most pauses do not end within a year.",
        teacher: {
          aim: "A dormant tie fades: what speaks for going again is strongest at once.",
          time: "5 minutes.",
          usual: "“If half are pauses, half come back.” The tie fades, and times may stay bad.",
          ask: "How could a survey tell a pause from an end?",
        },
        guess: "Every second return is a pause. How many are back after one year?",
        options: { few: "about 1 in 20", some: "about 1 in 6", half: "about 1 in 2" },
      },
      three: {
        title: "What the paper found",
        question: "How much can a few cases show?",
        lead: "Freeman (2007) spoke for 58 hours with managers of young Australian exporters. Most of those who left a market did not leave for good: they cut volumes first, kept their ties, and one came back within two years together with former rivals.",
        takeaway: "Cases show that something happens and how; how often it happens they cannot show.",
        teacher: {
          aim: "What a small, deep study is for.",
          time: "4 minutes.",
          usual: "“Too few firms to be of use.” They found the mechanism that a panel hides.",
          ask: "Which number of this lesson did we assume, as no paper gives it?",
        },
        guess: "How many firms did the paper study?",
        options: { seven: "7", seventy: "70", many: "700" },
      },
    },
    told: {
      one: (none: string, pauses: string) =>
        `Fewer, but some: ${none} in place of ${pauses}. Firms that once had reasons to go often have them still.`,
      two: (one: string, five: string) => `Nearest to 1 in 6: ${one} after one year, ${five} after five.`,
      three:
        "Seven. All of them were still international, so firms that gave up for good are not among them.",
    },
    slider: "Returns that are pauses",
    sliderText:
      "Of the firms that stop buying in a destination, the share that keeps in touch. The ready world has 25%, an assumption of ours. The tie fades by 30% a year.",
    figure: "Returned firms that are back in the same destination",
    time: "years since the return",
    quantity: "share that is back",
    pauses: (share: string) => `${share} of returns are pauses`,
    none: "nobody pauses",
    summary: (name: string, one: string, five: string) =>
      `${name}: ${one} after one year, ${five} after five`,
  },
  {
    screens: {
      one: {
        title: "Un rientro o una pausa?",
        question: "Il rientro è la fine della storia?",
        lead: "Un’impresa che smette di comprare all’estero sembra rientrata. In questo mondo un rientro su quattro è una pausa: l’impresa resta in contatto con il fornitore e può ripartire. La figura segue i rientri: quante sono di nuovo nella stessa destinazione?",
        takeaway: "Un rientro che si vede non è sempre una fine: qualche impresa sta solo aspettando.",
        teacher: {
          aim: "Un solo evento osservato, due significati.",
          time: "4 minuti.",
          usual:
            "“Rientrare vuol dire che la delocalizzazione è fallita.” Chiedi: per quanto tempo abbiamo guardato?",
          ask: "Quanti anni aspetteresti prima di chiamarlo rientro?",
        },
        guess: "Se nessuna facesse pause, quante sarebbero di nuovo fuori entro cinque anni?",
        options: { same: "Altrettante", fewer: "Meno, ma qualcuna", none: "Nessuna" },
      },
      two: {
        title: "Legami conservati",
        question: "Che cosa cambiano le pause?",
        lead: "Ora decidi tu quanti dei rientri sono pause. La linea tratteggiata è il mondo in cui nessuna fa pause.",
        takeaway:
          "I legami conservati riportano fuori le imprese, e presto; ma la maggior parte delle pause dura più di un anno.",
        teacher: {
          aim: "Un legame dormiente sbiadisce: ciò che invita a ripartire è più forte all’inizio.",
          time: "5 minuti.",
          usual:
            "“Se metà sono pause, metà riparte.” Il legame sbiadisce, e i tempi possono restare cattivi.",
          ask: "Come potrebbe un’indagine distinguere una pausa da una fine?",
        },
        guess: "Un rientro su due è una pausa. Quante sono di nuovo fuori dopo un anno?",
        options: { few: "circa 1 su 20", some: "circa 1 su 6", half: "circa 1 su 2" },
      },
      three: {
        title: "Che cosa ha trovato l’articolo",
        question: "Quanto possono mostrare pochi casi?",
        lead: "Freeman (2007) ha parlato per 58 ore con i dirigenti di giovani esportatori australiani. Chi lasciava un mercato di solito non lo lasciava per sempre: prima riduceva i volumi, teneva i legami, e una è tornata entro due anni insieme a vecchie rivali.",
        takeaway: "I casi mostrano che una cosa succede e come; non possono mostrare quanto spesso.",
        teacher: {
          aim: "A che cosa serve uno studio piccolo e profondo.",
          time: "4 minuti.",
          usual:
            "“Troppo poche imprese per servire a qualcosa.” Hanno trovato il meccanismo che un panel nasconde.",
          ask: "Quale numero di questa lezione abbiamo assunto, perché nessun articolo lo dà?",
        },
        guess: "Quante imprese ha studiato l’articolo?",
        options: { seven: "7", seventy: "70", many: "700" },
      },
    },
    told: {
      one: (none, pauses) =>
        `Meno, ma qualcuna: ${none} invece di ${pauses}. Chi aveva ragioni per partire spesso le ha ancora.`,
      two: (one, five) => `Più vicino a 1 su 6: ${one} dopo un anno, ${five} dopo cinque.`,
      three: "Sette. Erano tutte ancora internazionali: chi ha rinunciato per sempre non è tra loro.",
    },
    slider: "Rientri che sono pause",
    sliderText:
      "Delle imprese che smettono di comprare in una destinazione, la quota che resta in contatto. Il mondo pronto ha il 25%, una nostra assunzione. Il legame sbiadisce del 30% l’anno.",
    figure: "Imprese rientrate che sono di nuovo nella stessa destinazione",
    time: "anni dal rientro",
    quantity: "quota di nuovo fuori",
    pauses: (share) => `${share} dei rientri è una pausa`,
    none: "nessuna fa pause",
    summary: (name, one, five) => `${name}: ${one} dopo un anno, ${five} dopo cinque`,
  },
);
