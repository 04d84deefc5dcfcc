import { defineWords } from "../../i18n/words.ts";

/** Name and meaning of every term of the offered specifications; a coefficient is for one unit more. */
export const termWords = defineWords(
  {
    "mean()": [
      "Mean over the years",
      "The firm’s own mean over all years of the panel: what lasts (Mundlak 1978), so that the column itself shows what changes.",
    ],
    "(Intercept)": ["Intercept", "The index of the probit where all other columns are zero."],
    yLag: [
      "Abroad last year",
      "1 if the firm was active in the destination at the end of last year: state dependence, one of the largest reasons to be there this year.",
    ],
    yInitial: [
      "Abroad at the beginning",
      "1 if it was active there in the year before the panel begins; holds the firm’s lasting taste for the destination (Wooldridge 2005).",
    ],
    size: ["Firm size", "Size of the firm, a year ago."],
    labourProductivity: ["Labour productivity", "Value added per employee, a year ago."],
    supplier: ["Works as a supplier", "1 if the firm works for other firms (subcontractor)."],
    financialConstraints: [
      "Access to credit",
      "1 if the firm has access to credit; the paper prints it as financial constraints, and its sign fits access.",
    ],
    capitalIntensiveTechnology: [
      "Capital-intensive technology",
      "1 if the firm uses capital-intensive technology, a year ago.",
    ],
    exportingExperience: ["Exporting experience", "Years of earlier exporting."],
    domesticOutsourcingExperience: [
      "Domestic outsourcing experience",
      "Relative cost of what the firm has outsourced in Italy, a year ago.",
    ],
    mainClientRevenueShare: [
      "Main client’s share of revenue",
      "Percentage points of revenue that come from the main client.",
    ],
    government: ["Local government", "Index of the effectiveness of the province’s government."],
    corruption: ["Corruption", "Index of corruption in the province’s public functions."],
    infrastructureQuality: [
      "Infrastructure",
      "Index of transport and digital infrastructure in the province.",
    ],
    averageEmployeeWages: ["Average wages", "Average wage of employees in the province."],
    population: ["Population", "Inhabitants of the province, in 100,000."],
    migrantFirmShare: [
      "Migrant firms’ share",
      "Per cent of firms owned by migrants, in the same province and industry: outsourcing that needs no border.",
    ],
    msePeersSameDestination: [
      "Small peers, same destination",
      "Firms of the same province and industry that are active in the same destination: mean count of the two years before, without the firm itself. The variable that is to show herding.",
    ],
    msePeersOtherDestinations: [
      "Small peers, other destinations",
      "Firms of the same province and industry that are active in other destinations: mean count of the two years before.",
    ],
    largePeersSameDestination: [
      "Large peers, same destination",
      "Medium and large firms of the province and industry with plants of their own in the destination: mean count of the two years before.",
    ],
    largePeersOtherDestinations: [
      "Large peers, other destinations",
      "Medium and large firms of the province and industry with plants of their own in other destinations.",
    ],
    nationalMseSameDestination: [
      "Small firms nationwide, same destination",
      "Firms of the industry in the whole country that are active in the destination: what makes a destination popular everywhere.",
    ],
    nationalLargeSameDestination: [
      "Large firms nationwide, same destination",
      "Medium and large firms of the industry in the whole country with plants in the destination.",
    ],
    msePeersSameDestinationBeforeEntry: [
      "Small peers before the start",
      "Firms of the province in the destination before the spell began: mean of the two years before, fixed over the spell.",
    ],
    largePeersSameDestinationBeforeEntry: [
      "Large peers before the start",
      "Medium and large firms of the province with plants in the destination before the spell began.",
    ],
    msePeersBackshoringSameDestination: [
      "Small peers coming home, same destination",
      "Firms of the province that came home from the same destination: mean of the years before.",
    ],
    msePeersBackshoringOtherDestinations: [
      "Small peers coming home, elsewhere",
      "Firms of the province that came home from other destinations: mean of the years before.",
    ],
    largePeersBackshoringSameDestination: [
      "Large peers coming home, same destination",
      "Medium and large firms of the province that closed plants in the same destination.",
    ],
    largePeersBackshoringOtherDestinations: [
      "Large peers coming home, elsewhere",
      "Medium and large firms of the province that closed plants in other destinations.",
    ],
    msePeersPlaceboSameDestination: [
      "Placebo peers",
      "Peers of another province that is like this one: they are not seen, and should not matter.",
    ],
    mseOffshoreOutsourcingProvinceLag1: [
      "Firms of the province abroad",
      "Small firms of the province and industry that are abroad anywhere, a year ago.",
    ],
    largeOffshoringProvinceLag1: [
      "Large firms of the province abroad",
      "Medium and large firms of the province and industry with plants abroad anywhere, a year ago.",
    ],
    "atEntry(mseOffshoreOutsourcingProvinceLag1)": [
      "Firms of the province abroad, at the start",
      "Small firms of the province that were abroad the year before the firm’s own spell began.",
    ],
    exportShare: ["Export share", "Share of revenue from exports, a year ago."],
    "atEntry(exportShare)": [
      "Export share at the start",
      "Share of revenue from exports when the spell began.",
    ],
    industrialDistrict: ["Industrial district", "1 if the firm is in an industrial district."],
    foreignOutsourcingCostShare: [
      "Foreign outsourcing share",
      "Percentage points of costs that are spent on suppliers abroad.",
    ],
    profits: ["Profitable", "1 if the firm made a profit, a year ago."],
    returnOnInvestment: ["Return on investment", "Return on investment, a year ago."],
  },
  {
    "mean()": [
      "Media negli anni",
      "La media dell’impresa stessa su tutti gli anni del panel: ciò che dura (Mundlak 1978), così che la colonna mostri ciò che cambia.",
    ],
    "(Intercept)": ["Intercetta", "L’indice del probit dove tutte le altre colonne sono zero."],
    yLag: [
      "All’estero l’anno scorso",
      "1 se l’impresa era attiva nella destinazione alla fine dell’anno scorso: dipendenza dallo stato, una delle ragioni più forti per esserci quest’anno.",
    ],
    yInitial: [
      "All’estero all’inizio",
      "1 se vi era attiva nell’anno prima dell’inizio del panel; coglie la preferenza duratura dell’impresa per la destinazione (Wooldridge 2005).",
    ],
    size: ["Dimensione", "Dimensione dell’impresa, un anno fa."],
    labourProductivity: ["Produttività del lavoro", "Valore aggiunto per addetto, un anno fa."],
    supplier: ["Lavora come fornitrice", "1 se l’impresa lavora per altre imprese (subfornitura)."],
    financialConstraints: [
      "Accesso al credito",
      "1 se l’impresa ha accesso al credito; l’articolo lo stampa come vincoli finanziari, e il segno si accorda con l’accesso.",
    ],
    capitalIntensiveTechnology: [
      "Tecnologia ad alta intensità di capitale",
      "1 se l’impresa usa tecnologia ad alta intensità di capitale, un anno fa.",
    ],
    exportingExperience: ["Esperienza di esportazione", "Anni di esportazione precedenti."],
    domesticOutsourcingExperience: [
      "Esperienza di esternalizzazione in Italia",
      "Costo relativo di ciò che l’impresa ha esternalizzato in Italia, un anno fa.",
    ],
    mainClientRevenueShare: [
      "Quota del cliente principale",
      "Punti percentuali dei ricavi che vengono dal cliente principale.",
    ],
    government: ["Amministrazione locale", "Indice di efficacia dell’amministrazione della provincia."],
    corruption: ["Corruzione", "Indice di corruzione nelle funzioni pubbliche della provincia."],
    infrastructureQuality: [
      "Infrastrutture",
      "Indice delle infrastrutture di trasporto e digitali della provincia.",
    ],
    averageEmployeeWages: ["Salari medi", "Salario medio dei dipendenti nella provincia."],
    population: ["Popolazione", "Abitanti della provincia, in centinaia di migliaia."],
    migrantFirmShare: [
      "Quota di imprese di migranti",
      "Percentuale di imprese di migranti nella stessa provincia e nello stesso settore: un’esternalizzazione senza frontiera.",
    ],
    msePeersSameDestination: [
      "Imprese vicine, stessa destinazione",
      "Imprese della stessa provincia e dello stesso settore attive nella stessa destinazione: numero medio dei due anni precedenti, senza l’impresa stessa. È la variabile che deve mostrare l’effetto gregge.",
    ],
    msePeersOtherDestinations: [
      "Imprese vicine, altre destinazioni",
      "Imprese della stessa provincia e dello stesso settore attive in altre destinazioni: numero medio dei due anni precedenti.",
    ],
    largePeersSameDestination: [
      "Grandi imprese vicine, stessa destinazione",
      "Imprese medie e grandi della provincia e del settore con stabilimenti propri nella destinazione: numero medio dei due anni precedenti.",
    ],
    largePeersOtherDestinations: [
      "Grandi imprese vicine, altre destinazioni",
      "Imprese medie e grandi della provincia e del settore con stabilimenti propri in altre destinazioni.",
    ],
    nationalMseSameDestination: [
      "Piccole imprese nel paese, stessa destinazione",
      "Imprese del settore in tutto il paese attive nella destinazione: ciò che rende una destinazione popolare ovunque.",
    ],
    nationalLargeSameDestination: [
      "Grandi imprese nel paese, stessa destinazione",
      "Imprese medie e grandi del settore in tutto il paese con stabilimenti nella destinazione.",
    ],
    msePeersSameDestinationBeforeEntry: [
      "Imprese vicine prima dell’avvio",
      "Imprese della provincia nella destinazione prima che l’episodio cominciasse: media dei due anni precedenti, fissa per tutto l’episodio.",
    ],
    largePeersSameDestinationBeforeEntry: [
      "Grandi imprese vicine prima dell’avvio",
      "Imprese medie e grandi della provincia con stabilimenti nella destinazione prima che l’episodio cominciasse.",
    ],
    msePeersBackshoringSameDestination: [
      "Imprese vicine che rientrano, stessa destinazione",
      "Imprese della provincia rientrate dalla stessa destinazione: media degli anni precedenti.",
    ],
    msePeersBackshoringOtherDestinations: [
      "Imprese vicine che rientrano, altrove",
      "Imprese della provincia rientrate da altre destinazioni: media degli anni precedenti.",
    ],
    largePeersBackshoringSameDestination: [
      "Grandi imprese che rientrano, stessa destinazione",
      "Imprese medie e grandi della provincia che hanno chiuso stabilimenti nella stessa destinazione.",
    ],
    largePeersBackshoringOtherDestinations: [
      "Grandi imprese che rientrano, altrove",
      "Imprese medie e grandi della provincia che hanno chiuso stabilimenti in altre destinazioni.",
    ],
    msePeersPlaceboSameDestination: [
      "Imprese placebo",
      "Imprese di un’altra provincia simile a questa: non sono viste, e non dovrebbero contare.",
    ],
    mseOffshoreOutsourcingProvinceLag1: [
      "Imprese della provincia all’estero",
      "Piccole imprese della provincia e del settore all’estero ovunque, un anno fa.",
    ],
    largeOffshoringProvinceLag1: [
      "Grandi imprese della provincia all’estero",
      "Imprese medie e grandi della provincia e del settore con stabilimenti all’estero ovunque, un anno fa.",
    ],
    "atEntry(mseOffshoreOutsourcingProvinceLag1)": [
      "Imprese della provincia all’estero, all’avvio",
      "Piccole imprese della provincia all’estero l’anno prima che l’episodio dell’impresa cominciasse.",
    ],
    exportShare: ["Quota di esportazioni", "Quota dei ricavi dalle esportazioni, un anno fa."],
    "atEntry(exportShare)": [
      "Quota di esportazioni all’avvio",
      "Quota dei ricavi dalle esportazioni quando l’episodio è cominciato.",
    ],
    industrialDistrict: ["Distretto industriale", "1 se l’impresa è in un distretto industriale."],
    foreignOutsourcingCostShare: [
      "Quota di esternalizzazione estera",
      "Punti percentuali dei costi spesi per fornitori all’estero.",
    ],
    profits: ["In utile", "1 se l’impresa ha fatto utili, un anno fa."],
    returnOnInvestment: ["Redditività dell’investimento", "Rendimento dell’investimento, un anno fa."],
  },
);
