import type { PlannedMethod } from "../../../workers/lab/studyJobs.ts";
import { defineWords } from "../../i18n/words.ts";

const meanings = defineWords(
  {
    averagePartialEffect:
      "An average partial effect: by how much one more of it changes the probability of being active in a destination, on average over the rows of the panel. 0 is no effect.",
    hazardRatio:
      "A hazard ratio: the number by which one more of it multiplies the rate at which firms that are still abroad come home, all else equal. 1 is no effect; below 1 firms stay longer.",
    logHazardRatio:
      "The coefficient of a Cox model, which is the logarithm of a hazard ratio. 0 is no effect; below 0 firms stay longer.",
    logOdds:
      "The coefficient of a choice among destinations: by how much one more of it raises the logarithm of the odds that a firm which starts goes there rather than elsewhere. 0 is no effect.",
    sigma:
      "The standard deviation of what is each firm’s own, in the units of the probit’s index. 0 would be firms that do not differ but in what is measured.",
    peerEffect:
      "Nothing is estimated: the simulator’s own answer to what one more peer does to the probability of being active, by adding that peer to every decision.",
    difference: "A difference of two estimands of the same regression. 0 is no difference.",
    statistic:
      "The statistic of a test by permutation. It estimates nothing; its p-value says how often firms dealt out at random would be as alike.",
    coefficient:
      "The coefficient of a probit, in units of its index: its sign and its size beside other coefficients can be read, its size alone cannot. 0 is no effect.",
  },
  {
    averagePartialEffect:
      "Un effetto parziale medio: di quanto uno in più cambia la probabilità di essere attivi in una destinazione, in media sulle righe del panel. 0: nessun effetto.",
    hazardRatio:
      "Un rapporto di rischio: il numero per cui uno in più moltiplica il ritmo con cui rientrano le imprese ancora all’estero, a parità del resto. 1: nessun effetto; sotto 1 le imprese restano più a lungo.",
    logHazardRatio:
      "Il coefficiente di un modello di Cox, che è il logaritmo di un rapporto di rischio. 0: nessun effetto; sotto 0 le imprese restano più a lungo.",
    logOdds:
      "Il coefficiente di una scelta tra destinazioni: di quanto uno in più alza il logaritmo delle quote che un’impresa che parte vada lì piuttosto che altrove. 0: nessun effetto.",
    sigma:
      "La deviazione standard di ciò che è proprio di ogni impresa, nelle unità dell’indice del probit. 0: imprese che differiscono solo in ciò che è misurato.",
    peerEffect:
      "Non si stima nulla: è la risposta del simulatore stesso a che cosa fa un’impresa vicina in più alla probabilità di essere attivi, aggiungendola in ogni decisione.",
    difference: "La differenza di due quantità della stessa regressione. 0: nessuna differenza.",
    statistic:
      "La statistica di un test di permutazione. Non stima nulla; il suo p-value dice quanto spesso imprese distribuite a caso sarebbero altrettanto simili.",
    coefficient:
      "Il coefficiente di un probit, nelle unità del suo indice: se ne leggono il segno e la grandezza accanto ad altri coefficienti, non la grandezza da sola. 0: nessun effetto.",
  },
);

/** What a number of this kind means. @param model of the method; null where it is not known. */
export function estimandMeaning(
  language: keyof typeof meanings,
  estimand: string,
  model: PlannedMethod["model"] | null,
): string {
  return meanings[language][kindOf(estimand, model)];
}

function kindOf(estimand: string, model: PlannedMethod["model"] | null): keyof (typeof meanings)["en"] {
  const [, derived] = /^(averagePartialEffect|hazardRatio|difference)\(/.exec(estimand) ?? [];
  if (derived === "averagePartialEffect" || derived === "hazardRatio" || derived === "difference")
    return derived;
  if (estimand === "peerEffect" || estimand === "sigma") return estimand;
  if (model === "cox") return "logHazardRatio";
  if (model === "conditionalLogit") return "logOdds";
  return model === "permutationTest" ? "statistic" : "coefficient";
}
