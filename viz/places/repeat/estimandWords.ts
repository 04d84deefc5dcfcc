import type { PlannedMethod } from "../../../workers/lab/studyJobs.ts";
import { defineWords } from "../../i18n/words.ts";

/** What people call the terms of the published specifications; a term without a name here is shown as it is in files. */
const terms = defineWords(
  {
    yLag: "abroad in the year before",
    yInitial: "abroad at the beginning",
    size: "size",
    labourProductivity: "labour productivity",
    supplier: "supplier to other firms",
    financialConstraints: "financial constraints",
    capitalIntensiveTechnology: "capital-intensive technology",
    exportingExperience: "experience of exporting",
    domesticOutsourcingExperience: "experience of domestic outsourcing",
    mainClientRevenueShare: "main client’s share of revenue",
    government: "quality of government",
    corruption: "corruption",
    infrastructureQuality: "quality of infrastructure",
    averageEmployeeWages: "average wages",
    population: "population",
    migrantFirmShare: "share of migrant firms",
    msePeersSameDestination: "small peers in the same destination",
    msePeersOtherDestinations: "small peers in other destinations",
    largePeersSameDestination: "captive peers in the same destination",
    largePeersOtherDestinations: "captive peers in other destinations",
    nationalMseSameDestination: "small firms of the whole country in the destination",
    nationalLargeSameDestination: "captive firms of the whole country in the destination",
    msePeersSameDestinationBeforeEntry: "small peers there before entry",
    largePeersSameDestinationBeforeEntry: "captive peers there before entry",
    msePeersBackshoringSameDestination: "small peers coming home from there",
    msePeersBackshoringOtherDestinations: "small peers coming home from elsewhere",
    largePeersBackshoringSameDestination: "captive peers coming home from there",
    largePeersBackshoringOtherDestinations: "captive peers coming home from elsewhere",
    sigma: "spread of the firms’ own effects (sigma)",
    peerEffect: "true effect of one more peer",
  },
  {
    yLag: "all’estero l’anno prima",
    yInitial: "all’estero all’inizio",
    size: "dimensione",
    labourProductivity: "produttività del lavoro",
    supplier: "fornitrice di altre imprese",
    financialConstraints: "vincoli finanziari",
    capitalIntensiveTechnology: "tecnologia ad alta intensità di capitale",
    exportingExperience: "esperienza di esportazione",
    domesticOutsourcingExperience: "esperienza di esternalizzazione in Italia",
    mainClientRevenueShare: "quota di ricavi del cliente principale",
    government: "qualità del governo",
    corruption: "corruzione",
    infrastructureQuality: "qualità delle infrastrutture",
    averageEmployeeWages: "salari medi",
    population: "popolazione",
    migrantFirmShare: "quota di imprese di migranti",
    msePeersSameDestination: "piccole imprese vicine nella stessa destinazione",
    msePeersOtherDestinations: "piccole imprese vicine in altre destinazioni",
    largePeersSameDestination: "imprese vicine controllate nella stessa destinazione",
    largePeersOtherDestinations: "imprese vicine controllate in altre destinazioni",
    nationalMseSameDestination: "piccole imprese di tutto il paese nella destinazione",
    nationalLargeSameDestination: "imprese controllate di tutto il paese nella destinazione",
    msePeersSameDestinationBeforeEntry: "piccole imprese vicine già lì prima dell’entrata",
    largePeersSameDestinationBeforeEntry: "imprese vicine controllate già lì prima dell’entrata",
    msePeersBackshoringSameDestination: "piccole imprese vicine che rientrano da lì",
    msePeersBackshoringOtherDestinations: "piccole imprese vicine che rientrano da altrove",
    largePeersBackshoringSameDestination: "imprese vicine controllate che rientrano da lì",
    largePeersBackshoringOtherDestinations: "imprese vicine controllate che rientrano da altrove",
    sigma: "dispersione degli effetti propri delle imprese (sigma)",
    peerEffect: "effetto vero di un’impresa vicina in più",
  },
);

const kinds = defineWords(
  {
    averagePartialEffect: (term: string) => `Average partial effect of one more: ${term}`,
    hazardRatio: (term: string) => `Hazard ratio: ${term}`,
    logHazardRatio: (term: string) => `Log hazard ratio: ${term}`,
    coefficient: (term: string) => `Coefficient: ${term}`,
  },
  {
    averagePartialEffect: (term) => `Effetto parziale medio di una in più: ${term}`,
    hazardRatio: (term) => `Rapporto di rischio: ${term}`,
    logHazardRatio: (term) => `Logaritmo del rapporto di rischio: ${term}`,
    coefficient: (term) => `Coefficiente: ${term}`,
  },
);

/** An estimand as people read it. @param model of the method; null where it is not known. */
export function estimandText(
  language: keyof typeof terms,
  estimand: string,
  model: PlannedMethod["model"] | null,
): string {
  const known: Readonly<Record<string, string>> = terms[language];
  const named = (term: string) => (Object.hasOwn(known, term) ? (known[term] ?? term) : term);
  const [, kind, inner] = /^(averagePartialEffect|hazardRatio)\((.+)\)$/s.exec(estimand) ?? [];
  if (inner !== undefined && (kind === "averagePartialEffect" || kind === "hazardRatio"))
    return kinds[language][kind](named(inner));
  if (/^difference\(/.test(estimand)) return estimand;
  return kinds[language][model === "cox" ? "logHazardRatio" : "coefficient"](named(estimand));
}
