import { defineWords } from "../../../i18n/words.ts";

export const herdingWords = defineWords(
  {
    screens: {
      one: {
        title: "More neighbours, more starts",
        question: "Do firms start where their neighbours are?",
        lead: "The figure counts, in one simulated Italy, how often a firm starts in a destination, by the neighbours it sees there. In this world firms do imitate a little, and the line rises.",
        takeaway: "Where firms imitate, the more neighbours there are, the more firms start.",
        teacher: {
          aim: "Hypothesis 1 of the paper as a picture.",
          time: "4 minutes.",
          usual: "“It rises, so they imitate.” Keep that sentence for the next screen.",
          ask: "What else could make the line rise?",
        },
        guess: "And in a world in which nobody looks at anybody, and all places are alike?",
        options: { flat: "The line is flat", rises: "It rises as well", falls: "It falls" },
      },
      two: {
        title: "A good place does the same",
        question: "Is a rising line proof of imitation?",
        lead: "Now you choose why neighbours might act alike: for no reason, by imitation, or because some destinations suit some provinces although nobody looks.",
        takeaway: "A good place and a good example both draw a line that rises.",
        teacher: {
          aim: "The same association out of two causes.",
          time: "5 minutes.",
          usual: "“Then the second line must be weaker.” Look at its right end.",
          ask: "Which new column in the data would part the two?",
        },
        guess: "Nobody looks, but places differ. What does the line do?",
        options: { flat: "It stays flat", rises: "It rises as well", falls: "It falls" },
      },
      three: {
        title: "What the paper found",
        question: "How much of it is left when the whole country is held fixed?",
        lead: "Canello (2022) followed 15,902 small Italian clothing and footwear firms from 2006 to 2012. In a dynamic random-effects probit, one more neighbour in the same destination has a coefficient of 0.039 (standard error 0.006). Then the number of such firms in all Italy is added.",
        takeaway:
          "The paper finds that starts follow neighbours; our worlds show that good places alone would give such a pattern, too.",
        teacher: {
          aim: "Read a published robustness check with the two worlds in mind.",
          time: "6 minutes.",
          usual: "“It is still significant, so it is imitation.”",
          ask: "Spells that began among more neighbours also lasted longer (hazard ratio about 0.75). Does that need imitation?",
        },
        guess: "With the national number added, the coefficient of the neighbours …",
        options: { same: "stays about the same", less: "falls to less than half", zero: "turns negative" },
      },
    },
    told: {
      one: (none: string, many: string) =>
        `It stays about level: ${none} start with fewer than one neighbour abroad, ${many} with 16 or more.`,
      two: (none: string, many: string) =>
        `It rises: from ${none} with the fewest neighbours to ${many} with the most, and nobody has looked at anybody.`,
      three:
        "It falls to 0.015 (standard error 0.007). And the paper’s third hypothesis, that firms come home because neighbours do, found no support.",
    },
    choice: "Why neighbours act alike",
    worlds: {
      nothing: "nobody imitates, all places alike",
      imitation: "imitation",
      place: "places that suit",
    },
    figure: "How often firms start, by neighbours abroad",
    peers: "neighbours seen in the destination (from – to below)",
    rate: "starts per firm, destination and year",
    classes: (from: string, to: string | null) => (to === null ? `${from} +` : `${from}–${to}`),
    summary: (name: string, none: string, many: string) => `${name}: ${none} with fewest, ${many} with most`,
  },
  {
    screens: {
      one: {
        title: "Più vicine, più partenze",
        question: "Le imprese partono verso i luoghi dove sono già le vicine?",
        lead: "La figura conta, in un’Italia simulata, quante volte un’impresa parte verso una destinazione, secondo le vicine che vi vede. In questo mondo le imprese si imitano un poco, e la linea sale.",
        takeaway: "Dove le imprese si imitano, più vicine ci sono e più imprese partono.",
        teacher: {
          aim: "L’ipotesi 1 dell’articolo in una figura.",
          time: "4 minuti.",
          usual: "“Sale, quindi si imitano.” Conserva la frase per la prossima schermata.",
          ask: "Che cos’altro potrebbe far salire la linea?",
        },
        guess: "E in un mondo in cui nessuno guarda nessuno, e tutti i luoghi sono uguali?",
        options: { flat: "La linea è piatta", rises: "Sale anche lì", falls: "Scende" },
      },
      two: {
        title: "Un buon luogo fa lo stesso",
        question: "Una linea che sale è una prova di imitazione?",
        lead: "Ora scegli tu perché le vicine fanno lo stesso: per nessuna ragione, per imitazione, o perché certe destinazioni vanno bene per certe province anche se nessuno guarda.",
        takeaway: "Un buon luogo e un buon esempio disegnano tutti e due una linea che sale.",
        teacher: {
          aim: "La stessa associazione da due cause diverse.",
          time: "5 minuti.",
          usual: "“Allora la seconda linea sarà più debole.” Guardate il suo estremo destro.",
          ask: "Quale nuova colonna nei dati separerebbe le due cause?",
        },
        guess: "Nessuno guarda, ma i luoghi sono diversi. Che cosa fa la linea?",
        options: { flat: "Resta piatta", rises: "Sale anche lì", falls: "Scende" },
      },
      three: {
        title: "Che cosa ha trovato l’articolo",
        question: "Quanto ne resta, tenendo fermo tutto il paese?",
        lead: "Canello (2022) ha seguito dal 2006 al 2012 15.902 piccole imprese italiane di abbigliamento e calzature. In un probit dinamico a effetti casuali una vicina in più nella stessa destinazione ha coefficiente 0,039 (errore standard 0,006). Poi si aggiunge il numero di queste imprese in tutta Italia.",
        takeaway:
          "L’articolo trova che le partenze seguono le vicine; i nostri mondi mostrano che un quadro simile nascerebbe anche solo da buoni luoghi.",
        teacher: {
          aim: "Leggere un controllo di robustezza pubblicato avendo in mente i due mondi.",
          time: "6 minuti.",
          usual: "“È ancora significativo, quindi è imitazione.”",
          ask: "Chi è partito tra più vicine è anche rimasto più a lungo (rapporto di rischio circa 0,75). Serve per forza l’imitazione?",
        },
        guess: "Aggiunto il numero nazionale, il coefficiente delle vicine …",
        options: {
          same: "resta più o meno lo stesso",
          less: "scende a meno della metà",
          zero: "diventa negativo",
        },
      },
    },
    told: {
      one: (none, many) =>
        `Resta più o meno piatta: partenze: ${none} con meno di una vicina all’estero, ${many} con 16 o più.`,
      two: (none, many) =>
        `Sale: da ${none} dove le vicine sono meno a ${many} dove sono di più, e nessuno ha guardato nessuno.`,
      three:
        "Scende a 0,015 (errore standard 0,007). E la terza ipotesi dell’articolo, che si rientri perché rientrano le vicine, non ha trovato sostegno.",
    },
    choice: "Perché le vicine fanno lo stesso",
    worlds: {
      nothing: "nessuno imita, luoghi tutti uguali",
      imitation: "imitazione",
      place: "luoghi adatti",
    },
    figure: "Quante volte le imprese partono, secondo le vicine all’estero",
    peers: "vicine viste nella destinazione (da – a meno di)",
    rate: "partenze per impresa, destinazione e anno",
    classes: (from, to) => (to === null ? `${from} +` : `${from}–${to}`),
    summary: (name, none, many) => `${name}: ${none} con meno vicine, ${many} con più vicine`,
  },
);
