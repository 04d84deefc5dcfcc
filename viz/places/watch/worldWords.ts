import { defineWords } from "../../i18n/words.ts";

/** Name, question and lesson of every world that the place offers. */
export const worldWords = defineWords(
  {
    herding: {
      name: "Herding",
      question: "What happens when firms go where their neighbours have gone?",
      lesson:
        "Compare the two maps: with imitation about four times as many firms end up abroad, and provinces with many firms pull away from the others. Set imitation to 0 and the two maps become one.",
    },
    "no-herding": {
      name: "No herding",
      question: "What does a world look like in which nobody looks at anybody?",
      lesson:
        "Some provinces are darker than others all the same, by chance alone. Switching imitation off changes nothing, as there is none: no firm’s decision flips.",
    },
    "good-location": {
      name: "The impostor: good locations",
      question: "Neighbours do alike. Do they imitate?",
      lesson:
        "Nobody imitates here: some destinations suit some provinces. The map looks like herding, yet the world without imitation is the same. A map alone cannot tell the two apart.",
    },
    "common-shock": {
      name: "A common shock",
      question: "A wave of firms goes abroad together. Is it a herd?",
      lesson:
        "Going abroad is cheap for all firms from 1994 to 1997, and staying is dear in 2004 and 2005. The wave is common, and nobody follows anybody.",
    },
    "local-peers": {
      name: "Local peers",
      question: "How far does a wave travel if firms only look at their own province?",
      lesson:
        "120 firms of Milano are sent to East Asia in 1990. A quarter of Milano follows, and next to nobody elsewhere. Send pioneers to another province and see who follows there.",
    },
    "national-peers": {
      name: "National peers",
      question: "And if a whole industry learns from every firm in the country?",
      lesson:
        "The same 120 firms of Milano, but now all provinces follow alike. Imitation off means that of neighbours; learning by the industry stays on, so the map beside it is the same.",
    },
    "cascade-reversal": {
      name: "A fashion and its end",
      question: "Can a wave end because nobody starts any more?",
      lesson:
        "Firms look at who has just started. 900 pioneers of 1990 set off a wave; once nobody is left to start, nobody stays, and within a few years it is over.",
    },
    "late-adopters": {
      name: "Late adopters come home",
      question: "Who comes back first: those who went early, or those who went late?",
      lesson:
        "Those whom it suits go first. Those who go late, because many have gone, come home sooner. Open a province, then single firms, and compare how long they stay.",
    },
    "canello-2022": {
      name: "Italy 2006–12, calibrated",
      question: "How much herding do the published figures of Canello (2022) need?",
      lesson:
        "This world reproduces the published shares, starts and returns of clothing and footwear. Compare it with the next one, which reproduces them without any imitation.",
    },
    "canello-2022/no-imitation": {
      name: "Italy 2006–12, without imitation",
      question: "Can the same figures come about with nobody imitating?",
      lesson:
        "Calibrated to the same targets, with popular destinations that suit some provinces and no imitation. The difference strip stays empty.",
    },
    "canello-pavone": {
      name: "Districts and local learning",
      question: "What if firms learn from all offshorers of their province?",
      lesson:
        "Firms look at neighbours of every industry and destination, are held by what they have sunk, and come in two waves. Move “imitation of all neighbours” to see what is left without it.",
    },
  },
  {
    herding: {
      name: "Imitazione",
      question: "Che cosa succede quando le imprese vanno dove sono andate le vicine?",
      lesson:
        "Confronta le due mappe: con l’imitazione alla fine è all’estero circa il quadruplo delle imprese, e le province con molte imprese si staccano dalle altre. Porta l’imitazione a 0 e le due mappe diventano una.",
    },
    "no-herding": {
      name: "Nessuna imitazione",
      question: "Com’è un mondo in cui nessuno guarda nessuno?",
      lesson:
        "Alcune province sono comunque più scure di altre, soltanto per caso. Spegnere l’imitazione non cambia nulla, perché non c’è: nessuna impresa decide diversamente.",
    },
    "good-location": {
      name: "L’impostore: buone destinazioni",
      question: "Le imprese vicine si somigliano. Si imitano?",
      lesson:
        "Qui nessuno imita: alcune destinazioni sono adatte ad alcune province. La mappa sembra effetto gregge, ma il mondo senza imitazione è identico. La sola mappa non li distingue.",
    },
    "common-shock": {
      name: "Uno shock comune",
      question: "Un’ondata di imprese va all’estero insieme. È un gregge?",
      lesson:
        "Andare all’estero conviene a tutte dal 1994 al 1997, e restarci costa caro nel 2004 e nel 2005. L’ondata è comune e nessuno segue nessuno.",
    },
    "local-peers": {
      name: "Imprese vicine",
      question: "Fin dove arriva un’ondata se ogni impresa guarda solo la propria provincia?",
      lesson:
        "Nel 1990 si mandano in Asia orientale 120 imprese di Milano. Un quarto di Milano le segue, e quasi nessuno altrove. Manda pionieri in un’altra provincia e guarda chi li segue.",
    },
    "national-peers": {
      name: "Imprese di tutto il paese",
      question: "E se un intero settore impara da ogni impresa del paese?",
      lesson:
        "Le stesse 120 imprese di Milano, ma ora tutte le province seguono allo stesso modo. Spegnere l’imitazione toglie quella delle vicine; l’apprendimento del settore resta, perciò la mappa accanto è uguale.",
    },
    "cascade-reversal": {
      name: "Una moda e la sua fine",
      question: "Un’ondata può finire perché nessuno comincia più?",
      lesson:
        "Le imprese guardano chi ha appena cominciato. 900 pionieri del 1990 avviano un’ondata; quando non resta chi cominci, nessuno rimane, e in pochi anni è finita.",
    },
    "late-adopters": {
      name: "Le ultime rientrano prima",
      question: "Chi rientra per prima: chi è partita presto o chi è partita tardi?",
      lesson:
        "Quelle a cui conviene partono per prime. Quelle che partono tardi, perché molte sono andate, rientrano prima. Apri una provincia, poi singole imprese, e confronta quanto restano.",
    },
    "canello-2022": {
      name: "Italia 2006–12, calibrata",
      question: "Quanta imitazione occorre per i dati pubblicati da Canello (2022)?",
      lesson:
        "Questo mondo riproduce le quote, gli avvii e i rientri pubblicati per abbigliamento e calzature. Confrontalo con il successivo, che li riproduce senza alcuna imitazione.",
    },
    "canello-2022/no-imitation": {
      name: "Italia 2006–12, senza imitazione",
      question: "Gli stessi dati possono nascere senza che nessuno imiti?",
      lesson:
        "Calibrato sugli stessi obiettivi, con destinazioni popolari adatte ad alcune province e senza imitazione. La striscia delle differenze resta vuota.",
    },
    "canello-pavone": {
      name: "Distretti e apprendimento locale",
      question: "E se le imprese imparano da tutte quelle della provincia che sono all’estero?",
      lesson:
        "Le imprese guardano le vicine di ogni settore e destinazione, sono trattenute da ciò che hanno investito e partono in due ondate. Muovi “imitazione di tutte le vicine” per vedere che cosa resta senza.",
    },
  },
);
