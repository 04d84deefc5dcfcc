import { defineWords } from "../../i18n/words.ts";

/** A class of 45 minutes, as docs/teaching.md has it. */
export const classPlanWords = defineWords(
  {
    summary: "For the teacher: a class of 45 minutes",
    text: "Everybody guesses before anything is pressed; let two who guessed differently explain themselves before the reveal. Give each student a seed of their own (add &seed=17 to the link): they see different histories of the same worlds.",
    minutes: (from: string, to: string) => `${from}–${to} min`,
    step: (number: string, title: string) => `${number} ${title}`,
    before: "Three questions, before anything is shown",
    after: "The same three questions; compare the answers",
    rest: "Each step has notes at its end. Step 7, the sandbox, is for afterwards; with 90 minutes, groups take a paper each.",
    questionsTitle: "The three questions",
    questions: [
      "In a province many firms have their work done abroad. One more goes. Is that imitation? (yes · no · one cannot tell from this)",
      "A regression finds that firms go more often where more neighbours have gone, p < 0.001. What does this show? (firms imitate · neighbours act alike · nothing)",
      "What would you need in order to know the effect of imitation? (a larger sample · the same firms without imitation · a better regression)",
    ],
    answers:
      "Answers: one cannot tell; neighbours act alike; the same firms without imitation, or something that comes close to it.",
  },
  {
    summary: "Per chi insegna: una lezione di 45 minuti",
    text: "Tutti provano a indovinare prima di premere qualcosa; fai spiegare due risposte diverse prima di guardare. Dai a ogni studente un seme suo (aggiungi &seed=17 al link): vedranno storie diverse degli stessi mondi.",
    minutes: (from, to) => `${from}–${to} min`,
    step: (number, title) => `${number} ${title}`,
    before: "Tre domande, prima di mostrare qualcosa",
    after: "Le stesse tre domande; confronta le risposte",
    rest: "Ogni passo ha in fondo le note per chi insegna. Il passo 7, il laboratorio libero, è per dopo; con 90 minuti, un articolo per gruppo.",
    questionsTitle: "Le tre domande",
    questions: [
      "In una provincia molte imprese fanno lavorare all’estero. Ne parte un’altra. È imitazione? (sì · no · da questo non si può dire)",
      "Una regressione trova che le imprese partono più spesso dove più vicine sono partite, p < 0,001. Che cosa mostra? (le imprese si imitano · le vicine si comportano allo stesso modo · nulla)",
      "Che cosa servirebbe per conoscere l’effetto dell’imitazione? (un campione più grande · le stesse imprese senza imitazione · una regressione migliore)",
    ],
    answers:
      "Risposte: non si può dire; le vicine si comportano allo stesso modo; le stesse imprese senza imitazione, o qualcosa che ci si avvicini.",
  },
);
