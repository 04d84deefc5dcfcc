import { defineWords } from "../../../i18n/words.ts";

export const learningWords = defineWords(
  {
    screens: {
      one: {
        title: "Among many, for longer",
        question: "Do firms that start among many stay abroad longer?",
        lead: "The world of this lesson follows small firms from start to return. The figure parts the starts into two halves: those with few firms of their province abroad the year before, and those with many. In most histories those that start among many stay longer.",
        takeaway:
          "In most histories spells that begin among many last longer; and the gap hardly changes when nobody learns.",
        teacher: {
          aim: "Read two survival curves, and ask what the groups differ in besides.",
          time: "4 minutes.",
          usual: "“They learned from each other.” Perhaps. What else differs between the two halves?",
          ask: "In which provinces do firms start among many?",
        },
        guess: "Now nobody learns anything about suppliers from the others. The gap between the curves …",
        options: { closes: "closes", remains: "hardly changes", grows: "grows" },
      },
      two: {
        title: "What one learns from others",
        question: "What does learning add?",
        lead: "Now you decide how much better a supplier one finds when others have been there before. At 0 the others teach nothing.",
        takeaway: "Learning lengthens spells; but a gap is there before anybody has learned.",
        teacher: {
          aim: "Part a mechanism from the pattern it should leave.",
          time: "5 minutes.",
          usual: "“No learning, no gap.” The slider shows otherwise.",
          ask: "Which comparison would show learning alone?",
        },
        guess:
          "Learning four times as strong as in the paper’s world. After six years, of those that began among many …",
        options: { fewer: "fewer are abroad", same: "just as many are", more: "more are abroad" },
      },
      three: {
        title: "What the draft found",
        question: "How large is the effect in the data?",
        lead: "Canello & Pavone (a preliminary draft) study clothing and footwear firms that started in 2007–12. In their Cox model the hazard of coming home falls with every firm of the province that was abroad the year before the start.",
        takeaway:
          "The draft finds longer stays among many; in our world such a gap comes with learning, and without it.",
        teacher: {
          aim: "Read a hazard ratio near one: small per firm, not small in a large district.",
          time: "5 minutes.",
          usual: "“0.994 is nothing.” Ask what it is for fifty more firms.",
          ask: "What would you need to see to believe in learning?",
        },
        guess: "By how much does the hazard fall with one more firm?",
        options: { small: "by 0.6%", middle: "by 6%", large: "by 25%" },
      },
    },
    told: {
      one: ([few, many]: readonly [string, string], [fewLearn, manyLearn]: readonly [string, string]) =>
        `It hardly changes. After two years ${few} of those among few and ${many} of those among many are still abroad without learning, ${fewLearn} and ${manyLearn} with it.`,
      two: (strong: string, none: string) =>
        `More: ${strong} of those that began among many, and ${none} where nobody learns.`,
      three: "By 0.6%: the hazard ratio is 0.994 per firm. The draft prints no standard error for it.",
    },
    slider: "What others teach",
    sliderValue: (value: string) => `${value} per log(1 + neighbours)`,
    sliderText:
      "How much better the supplier is that one finds, for every unit of log(1 + neighbours abroad), in units of the net saving. The paper’s world has 0.05, an assumption of ours.",
    figure: "Firms still abroad, by years since the start",
    time: "years since the start",
    quantity: "spells still running",
    few: (most: string) => `among few (up to ${most})`,
    many: (fewest: string) => `among many (${fewest} or more)`,
    nobodyLearns: (group: string) => `${group}, nobody learns`,
  },
  {
    screens: {
      one: {
        title: "In compagnia, più a lungo",
        question: "Chi parte in compagnia resta all’estero più a lungo?",
        lead: "Il mondo di questa lezione segue piccole imprese dalla partenza al rientro. La figura divide le partenze in due metà: quelle con poche imprese della provincia all’estero l’anno prima, e quelle con molte. Nella maggior parte delle storie chi parte tra molte resta più a lungo.",
        takeaway:
          "Nella maggior parte delle storie chi parte tra molte resta più a lungo; e la distanza cambia appena se nessuno impara.",
        teacher: {
          aim: "Leggere due curve di sopravvivenza, e chiedersi in che cos’altro differiscono i gruppi.",
          time: "4 minuti.",
          usual: "“Hanno imparato le une dalle altre.” Forse. Che cos’altro distingue le due metà?",
          ask: "In quali province si parte tra molte?",
        },
        guess: "Ora nessuna impara dalle altre qualcosa sui fornitori. La distanza tra le curve …",
        options: { closes: "si chiude", remains: "cambia appena", grows: "cresce" },
      },
      two: {
        title: "Che cosa si impara dalle altre",
        question: "Che cosa aggiunge l’apprendimento?",
        lead: "Ora decidi tu quanto è migliore il fornitore che si trova quando altre ci sono già state. A 0 le altre non insegnano nulla.",
        takeaway: "L’apprendimento allunga la permanenza; ma una distanza c’è già prima che qualcuno impari.",
        teacher: {
          aim: "Separare un meccanismo dalla traccia che dovrebbe lasciare.",
          time: "5 minuti.",
          usual: "“Niente apprendimento, niente distanza.” Il cursore mostra altro.",
          ask: "Quale confronto mostrerebbe solo l’apprendimento?",
        },
        guess:
          "Apprendimento quattro volte più forte che nel mondo dell’articolo. Dopo sei anni, di chi è partito tra molte …",
        options: {
          fewer: "sono all’estero in meno",
          same: "sono all’estero in altrettante",
          more: "sono all’estero in più",
        },
      },
      three: {
        title: "Che cosa ha trovato il manoscritto",
        question: "Quanto è grande l’effetto nei dati?",
        lead: "Canello e Pavone (un manoscritto preliminare) studiano imprese di abbigliamento e calzature partite nel 2007–12. Nel loro modello di Cox il rischio di rientrare scende con ogni impresa della provincia che era all’estero l’anno prima della partenza.",
        takeaway:
          "Il manoscritto trova permanenze più lunghe tra molte; nel nostro mondo una distanza così c’è con l’apprendimento e anche senza.",
        teacher: {
          aim: "Leggere un rapporto di rischio vicino a uno: piccolo per impresa, non in un grande distretto.",
          time: "5 minuti.",
          usual: "“0,994 è niente.” Chiedi quanto fa per cinquanta imprese in più.",
          ask: "Che cosa dovresti vedere per credere all’apprendimento?",
        },
        guess: "Di quanto scende il rischio con un’impresa in più?",
        options: { small: "dello 0,6%", middle: "del 6%", large: "del 25%" },
      },
    },
    told: {
      one: ([few, many], [fewLearn, manyLearn]) =>
        `Cambia appena. Dopo due anni è ancora all’estero il ${few} di chi è partito tra poche e il ${many} di chi è partito tra molte senza apprendimento, il ${fewLearn} e il ${manyLearn} con apprendimento.`,
      two: (strong, none) =>
        `Di più: il ${strong} di chi è partito tra molte, e il ${none} dove nessuna impara.`,
      three:
        "Dello 0,6%: il rapporto di rischio è 0,994 per impresa. Il manoscritto non ne stampa l’errore standard.",
    },
    slider: "Che cosa insegnano le altre",
    sliderValue: (value) => `${value} per log(1 + vicine)`,
    sliderText:
      "Quanto è migliore il fornitore che si trova, per ogni unità di log(1 + vicine all’estero), in unità del risparmio netto. Il mondo dell’articolo ha 0,05, una nostra assunzione.",
    figure: "Imprese ancora all’estero, per anni dalla partenza",
    time: "anni dalla partenza",
    quantity: "permanenze ancora in corso",
    few: (most) => `tra poche (fino a ${most})`,
    many: (fewest) => `tra molte (${fewest} o più)`,
    nobodyLearns: (group) => `${group}, nessuna impara`,
  },
);
