import { defineWords } from "../../i18n/words.ts";

/** What to do about each warning of a fit, by its code; the warning's own sentence says what was found, with names and numbers. */
export const warningWords = defineWords(
  {
    "not-converged":
      "Leave out terms that hardly vary, bring columns to similar sizes, or take a simpler model.",
    separation:
      "Some term decides outcomes alone. Tick Firth’s penalty, merge categories, or leave the term out.",
    "quasi-separation":
      "Some term decides outcomes in part of the rows. Tick Firth’s penalty, merge categories, or leave it out.",
    "monotone-likelihood":
      "A group has no events at all. Tick Firth’s penalty, merge groups, or leave the term out.",
    collinear:
      "The term is a combination of others and says nothing of its own; the fit is the one without it.",
    "empty-category": "No row of the sample has this category; merge it or ignore it.",
    "constant-outcome": "All rows have the same outcome. Check which value counts as 1, and the subset.",
    "no-events": "Nobody has the event. Check which value is the event, and the subset.",
    "singular-hessian":
      "Standard errors cannot be told apart: leave out terms that nearly repeat each other.",
    "sigma-at-boundary": "The data show no difference between groups; the pooled model says the same.",
    "dependence-at-boundary":
      "The dependence is as strong as this model can have it; take the correlation with care.",
    "no-exclusion-restriction": "Give the selection a term that the duration has not.",
    "quadrature-too-coarse":
      "Groups are large or very different: use more quadrature points on the command line (--quadrature 24).",
    "heavy-ties": "Many events at the same time: use exact ties, or a complementary log-log by period.",
    "exact-too-costly": "Too many ties for the exact method: use Efron’s.",
    "one-cluster": "Robust errors need several clusters: choose another column.",
    saturated: "As many parameters as rows: leave out terms.",
  },
  {
    "not-converged":
      "Togli termini che variano appena, porta le colonne a grandezze simili, o prendi un modello più semplice.",
    separation:
      "Qualche termine decide da solo l’esito. Attiva la penalità di Firth, unisci categorie, o togli il termine.",
    "quasi-separation":
      "Qualche termine decide l’esito in una parte delle righe. Attiva la penalità di Firth, unisci categorie, o toglilo.",
    "monotone-likelihood":
      "Un gruppo non ha alcun evento. Attiva la penalità di Firth, unisci gruppi, o togli il termine.",
    collinear:
      "Il termine è una combinazione di altri e non dice nulla di suo; la stima è quella senza di esso.",
    "empty-category": "Nessuna riga del campione ha questa categoria; uniscila o ignorala.",
    "constant-outcome":
      "Tutte le righe hanno lo stesso esito. Controlla quale valore conta come 1, e il sottoinsieme.",
    "no-events": "Nessuno ha l’evento. Controlla quale valore è l’evento, e il sottoinsieme.",
    "singular-hessian": "Gli errori standard non si distinguono: togli termini che quasi si ripetono.",
    "sigma-at-boundary":
      "I dati non mostrano differenze tra i gruppi; il modello senza effetto casuale dice lo stesso.",
    "dependence-at-boundary":
      "La dipendenza è la più forte che questo modello ammette; prendi con cautela la correlazione.",
    "no-exclusion-restriction": "Dai alla selezione un termine che la durata non ha.",
    "quadrature-too-coarse":
      "I gruppi sono grandi o molto diversi: usa più punti di quadratura nel terminale (--quadrature 24).",
    "heavy-ties":
      "Molti eventi allo stesso tempo: usa il metodo esatto, o un log-log complementare per periodo.",
    "exact-too-costly": "Troppi tempi uguali per il metodo esatto: usa quello di Efron.",
    "one-cluster": "Gli errori robusti vogliono più cluster: scegli un’altra colonna.",
    saturated: "Tanti parametri quante righe: togli termini.",
  },
);
