import { defineWords } from "../../../i18n/words.ts";

export const districtsWords = defineWords(
  {
    screens: {
      one: {
        title: "What holds a firm",
        question: "Why do firms of a district keep their work there?",
        lead: "Eight industrial districts of north-eastern Italy, 1,657 firms, from 1989 on. Most of their suppliers are next door. In this world a firm leaves the less easily, the larger the district’s share of its suppliers is.",
        takeaway: "Good suppliers next door are a reason to stay that no wage abroad has to beat alone.",
        teacher: {
          aim: "Embeddedness as a mechanism that can be switched off.",
          time: "4 minutes.",
          usual: "“They are just old-fashioned.” In the survey they are as old as the others.",
          ask: "How would you measure how much a firm is held by its suppliers?",
        },
        guess: "If local suppliers held nobody, how many more firms would be abroad in the end?",
        options: { same: "About as many", twice: "About twice as many", five: "Five times as many" },
      },
      two: {
        title: "The strength of ties",
        question: "How much can ties hold?",
        lead: "Now you decide how strongly local suppliers hold a firm. The dashed line is the world in which they hold nobody.",
        takeaway: "The stronger the ties, the fewer leave; and those who leave are those with fewer ties.",
        teacher: {
          aim: "Selection: those who went differ from those who stayed before they went.",
          time: "5 minutes.",
          usual: "“Going abroad cut their local ties.” In this world they had fewer to begin with.",
          ask: "Which data would tell what came first?",
        },
        guess: "Ties two and a half times as strong as in the paper’s world. Firms abroad in the end:",
        options: { same: "about as many", third: "about a third", none: "none at all" },
      },
      three: {
        title: "What the survey found",
        question: "Do they come back?",
        lead: "Bettiol et al. (2017) asked 259 firms of these districts in 2016. Of them 26.6% had work done abroad; about three in four of these never changed that. Of 50 that were in emerging countries, 17 had thought of coming back.",
        takeaway: "Coming back is talked about more than it is done; most set-ups abroad just stay.",
        teacher: {
          aim: "What a survey of those still abroad cannot see: who came back in full is counted as at home.",
          time: "5 minutes.",
          usual: "“Then 10% came back.” Only of those still abroad; who came back wholly is not among them.",
          ask: "How would you find the firms that came back in full?",
        },
        guess: "How many of the 50 had brought something back?",
        options: { two: "2", five: "5", fifteen: "15" },
      },
    },
    told: {
      one: (free: string, held: string) =>
        `About twice as many: ${free} of the firms at the end of 2015, in place of ${held}.`,
      two: (strong: string, usual: string) => `Nearest to a third: ${strong}, in place of ${usual}.`,
      three: "5 of 50. The survey names the value of “made in Italy” as the first motive.",
    },
    slider: "How strongly suppliers hold",
    sliderText:
      "What the district’s share of a firm’s suppliers (0 to 1) takes from the index of starting, in probit units. The paper’s world has 0.8, an assumption of ours made to meet the survey’s share.",
    unit: (value: string) => `${value} probit units`,
    figure: "Firms of the districts that have suppliers abroad",
    held: (value: string) => `held by suppliers (${value})`,
    free: "held by nobody",
  },
  {
    screens: {
      one: {
        title: "Che cosa trattiene un’impresa",
        question: "Perché le imprese di un distretto tengono lì il lavoro?",
        lead: "Otto distretti industriali del Nord-Est, 1.657 imprese, dal 1989 in poi. Quasi tutti i loro fornitori sono alla porta accanto. In questo mondo un’impresa parte tanto meno facilmente quanto più i suoi fornitori sono del distretto.",
        takeaway:
          "Buoni fornitori alla porta accanto sono una ragione per restare, quali che siano i salari altrove.",
        teacher: {
          aim: "Il radicamento come meccanismo che si può spegnere.",
          time: "4 minuti.",
          usual: "“Sono solo all’antica.” Nell’indagine hanno la stessa età delle altre.",
          ask: "Come misureresti quanto un’impresa è trattenuta dai suoi fornitori?",
        },
        guess:
          "Se i fornitori locali non trattenessero nessuno, quante imprese in più sarebbero all’estero alla fine?",
        options: { same: "Più o meno altrettante", twice: "Circa il doppio", five: "Cinque volte tante" },
      },
      two: {
        title: "La forza dei legami",
        question: "Quanto possono trattenere i legami?",
        lead: "Ora decidi tu quanto i fornitori locali trattengono un’impresa. La linea tratteggiata è il mondo in cui non trattengono nessuno.",
        takeaway: "Più forti sono i legami, meno imprese partono; e chi parte è chi ne aveva meno.",
        teacher: {
          aim: "Selezione: chi è partito era diverso da chi è rimasto già prima di partire.",
          time: "5 minuti.",
          usual:
            "“Andando all’estero hanno tagliato i legami.” In questo mondo ne avevano meno fin dall’inizio.",
          ask: "Quali dati direbbero che cosa è venuto prima?",
        },
        guess:
          "Legami due volte e mezzo più forti che nel mondo dell’articolo. Imprese all’estero alla fine:",
        options: { same: "più o meno altrettante", third: "circa un terzo", none: "nessuna" },
      },
      three: {
        title: "Che cosa ha trovato l’indagine",
        question: "Tornano indietro?",
        lead: "Bettiol et al. (2017) hanno interrogato nel 2016 259 imprese di questi distretti. Il 26,6% faceva lavorare all’estero; circa tre su quattro di queste non avevano mai cambiato assetto. Delle 50 presenti in paesi emergenti, 17 avevano pensato di rientrare.",
        takeaway:
          "Del rientro si parla più di quanto lo si faccia; la maggior parte degli assetti all’estero resta.",
        teacher: {
          aim: "Che cosa non vede un’indagine su chi è ancora fuori: chi è rientrato del tutto conta come a casa.",
          time: "5 minuti.",
          usual:
            "“Allora è rientrato il 10%.” Solo di chi è ancora fuori; chi è rientrato del tutto non c’è.",
          ask: "Come troveresti le imprese rientrate del tutto?",
        },
        guess: "Quante delle 50 avevano riportato a casa qualcosa?",
        options: { two: "2", five: "5", fifteen: "15" },
      },
    },
    told: {
      one: (free, held) =>
        `Circa il doppio: il ${free} delle imprese alla fine del 2015, invece del ${held}.`,
      two: (strong, usual) => `Più vicino a un terzo: il ${strong}, invece del ${usual}.`,
      three: "5 su 50. L’indagine indica come primo motivo il valore del “made in Italy”.",
    },
    slider: "Quanto trattengono i fornitori",
    sliderText:
      "Quanto la quota del distretto tra i fornitori di un’impresa (da 0 a 1) toglie all’indice della partenza, in unità probit. Il mondo dell’articolo ha 0,8, una nostra assunzione per ritrovare la quota dell’indagine.",
    unit: (value) => `${value} unità probit`,
    figure: "Imprese dei distretti con fornitori all’estero",
    held: (value) => `trattenute dai fornitori (${value})`,
    free: "trattenute da nessuno",
  },
);
