import { defineWords } from "../../i18n/words.ts";

/** What a fit shows, and what each number means. */
export const resultWords = defineWords(
  {
    heading: "4. What was found",
    coefficients: "Coefficients",
    quantity: {
      binary: "Coefficient on the index",
      cox: "Log hazard ratio",
      linear: "Coefficient, in units of the outcome",
    },
    method: "Estimate and interval",
    plot: (level: string) => `Coefficients with ${level} intervals`,
    columns: {
      term: "Term",
      estimate: "Estimate",
      error: "Std. error",
      robust: "Robust std. error",
      z: "z",
      p: "p",
      low: "low",
      high: "high",
      ratio: "Hazard ratio",
      effect: "Effect",
      chi: "χ²",
      df: "df",
    },
    notEstimated: "left out",
    cut: (shown: string, all: string) => `${shown} of ${all} terms shown; the CSV file has all.`,
    ratios: "Hazard ratios",
    effects: "Average partial effects on Pr(outcome = 1)",
    effectsPlot: "Average partial effects",
    several: (names: string) =>
      `${names}: part of several terms. Each average effect moves one term alone, as if the others stayed.`,
    survival: "Survival curves",
    atMeans: "all terms at their means",
    time: "Time",
    surviving: "Share without the event",
    hazards: "Are hazards proportional?",
    numbers: "What the fit rests on",
    openNames: "Open a name to read what its number means.",
    inWords: "In words",
    warnings: "What to beware of",
    noWarnings: "No warnings: a finite maximum was found and verified.",
    failed:
      "There is no finite, verified maximum: do not use these estimates. The warnings say why and what to do.",
    noteWord: "Note",
    warningWord: "Warning",
    todo: "What to do",
    meaning: "What does this mean?",
    oneMore:
      "What one more unit does, all else equal; an indicator goes from 0 to 1, a category stands instead of the first one. In brackets the 95% interval.",
    leaveOutZero: (count: string, total: string, names: string) =>
      `${count} of ${total} intervals leave out 0${names}. The table has the numbers.`,
    words: {
      effect: (term: string, points: string, low: string, high: string) =>
        `${term} changes the probability by ${points} percentage points on average (${low} to ${high}).`,
      hazard: (term: string, ratio: string, low: string, high: string) =>
        `${term} multiplies the hazard by ${ratio} (${low} to ${high}).`,
      slope: (term: string, slope: string, low: string, high: string) =>
        `${term} changes the outcome by ${slope} on average (${low} to ${high}).`,
    },
    explain: {
      coefficients:
        "The estimate says in which direction a term moves the outcome, all other terms held fixed. In a probit its size is on the index inside Φ, not a probability: read the average partial effects for that. The standard error measures how far the estimate would wander from sample to sample; z is their ratio; p is how often a ratio this far from 0 would turn up if the true coefficient were 0; the interval covers the true value in 95 of 100 samples, if the model is right. No effect is 0.",
      ratios:
        "exp of a coefficient: by how much one more unit multiplies the hazard, the rate at which the event happens to those still at risk. No effect is 1; 1.20 is 20 % faster.",
      effects:
        "How much the probability changes when one term is raised by one and all else stays, averaged over the rows of the sample (and over the population of groups, with a random effect). The unit is a share of one: 0.05 is five percentage points.",
      survival:
        "The estimated share that has not yet had the event, by time; bands are 95 % limits at each time.",
      hazards:
        "A Cox model supposes that hazard ratios stay the same over time. A small p in a row says that this term’s does not; GLOBAL tests all together. Then try strata(…) for it, or split time into periods.",
      observations: "Rows that the fit used: those in the subset whose cells are all there.",
      events: "Rows with the event (or the outcome 1). Some ten for each term is a common rule.",
      leftOut: "Rows that were not used, and why. Cells are counted by expression; a row may lack several.",
      groups: "Different values of the column whose random effect was fitted.",
      sigma:
        "Standard deviation of the random effect on the index: how different groups are for reasons that no term holds.",
      rho: "σ² / (1 + σ²) for a probit: the share of the unexplained variation that belongs to the group and not to the row.",
      clusters:
        "Groups of rows that may depend on each other; standard errors allow for it. Below some 40 of them, these are too small.",
      logLikelihood:
        "Logarithm of the probability of the data under the fitted model; beside it that of a model without terms. Only differences between models of the same rows mean something.",
      aic: "−2 log-likelihood with a penalty for each parameter: of models of the same rows, the smaller one. BIC punishes parameters harder.",
      test: "Against the hypothesis that all coefficients but the constant are 0; a small p says that some are not.",
      sigmaTest: "Against no random effect (σ = 0): a small p says that groups differ.",
      concordance:
        "Of two units of which one had the event first, how often the model gives that one the higher risk: 0.5 is guessing, 1 is perfect.",
      rSquared:
        "Share of the variation of the outcome that the terms account for; “within” counts only the variation inside the absorbed effects.",
      residual: "Standard deviation of what the linear model leaves unexplained, in units of the outcome.",
      iterations: "Steps of Newton’s method until the maximum was reached.",
      quadrature:
        "Points of the numerical integral over the random effect; the change tells how much the log-likelihood moves with twice as many. It should be far below 0.01.",
    },
    names: {
      observations: "Observations",
      events: "With the event",
      leftOut: "Rows left out",
      groups: "Groups",
      sigma: "σ of the random effect",
      rho: "ρ, share of the group",
      clusters: "Clusters",
      logLikelihood: "Log-likelihood",
      aic: "AIC, BIC",
      likelihoodRatio: "Likelihood-ratio test",
      wald: "Wald test",
      score: "Score test",
      robustScore: "Robust score test",
      sigmaTest: "Test of σ = 0",
      concordance: "Concordance",
      rSquared: "R²",
      residual: "Residual std. error",
      iterations: "Iterations",
      quadrature: "Quadrature",
      absorbed: "Absorbed effects",
    },
    withoutTerms: (value: string) => `${value} without terms`,
    testText: (statistic: string, df: string, p: string) => `χ² ${statistic} on ${df} df, p ${p}`,
    errorText: (value: string, error: string) => `${value} (std. error ${error})`,
    within: (value: string) => `${value} within the absorbed effects`,
    nodes: (nodes: string, change: string) => `${nodes} points; twice as many change it by ${change}`,
    left: {
      none: "none",
      where: (rows: string) => `${rows} outside the rows that exist`,
      subset: (rows: string) => `${rows} outside the subset`,
      missing: (rows: string, cells: string) => `${rows} with missing cells (${cells})`,
      cells: (expression: string, rows: string) => `${expression}: ${rows}`,
    },
    save: "5. Take it along",
    saveLead: "The same files that bandwagon estimate writes, by the same code.",
    files: {
      csv: "Table (CSV)",
      json: "All numbers (JSON)",
      latex: "Table (LaTeX)",
      html: "Table (HTML)",
      r: "Script for R",
      stata: "Script for Stata",
    },
    scripts:
      "A script repeats the fit in R or Stata and compares the numbers. Put it beside the data file; where R and Stata could not read the file as it is, a copy comes with it.",
  },
  {
    heading: "4. Che cosa risulta",
    coefficients: "Coefficienti",
    quantity: {
      binary: "Coefficiente sull’indice",
      cox: "Logaritmo del rapporto tra rischi",
      linear: "Coefficiente, in unità dell’esito",
    },
    method: "Stima e intervallo",
    plot: (level) => `Coefficienti con intervalli al ${level}`,
    columns: {
      term: "Termine",
      estimate: "Stima",
      error: "Err. standard",
      robust: "Err. std. robusto",
      z: "z",
      p: "p",
      low: "inf.",
      high: "sup.",
      ratio: "Rapporto tra rischi",
      effect: "Effetto",
      chi: "χ²",
      df: "gdl",
    },
    notEstimated: "escluso",
    cut: (shown, all) => `${shown} di ${all} termini mostrati; il file CSV li ha tutti.`,
    ratios: "Rapporti tra rischi",
    effects: "Effetti parziali medi su Pr(esito = 1)",
    effectsPlot: "Effetti parziali medi",
    several: (names) =>
      `${names}: parte di più termini. Ogni effetto medio muove un solo termine, come se gli altri restassero fermi.`,
    survival: "Curve di sopravvivenza",
    atMeans: "tutti i termini alla media",
    time: "Tempo",
    surviving: "Quota senza l’evento",
    hazards: "I rischi sono proporzionali?",
    numbers: "Su che cosa poggia la stima",
    openNames: "Apri un nome per leggere che cosa significa il suo numero.",
    inWords: "A parole",
    warnings: "A che cosa fare attenzione",
    noWarnings: "Nessun avvertimento: è stato trovato e verificato un massimo finito.",
    failed:
      "Non c’è un massimo finito e verificato: non usare queste stime. Gli avvertimenti dicono perché e che cosa fare.",
    noteWord: "Nota",
    warningWord: "Avvertimento",
    todo: "Che cosa fare",
    meaning: "Che cosa significa?",
    oneMore:
      "Che cosa fa un’unità in più, a parità di tutto il resto; un indicatore passa da 0 a 1, una categoria sta al posto della prima. Tra parentesi l’intervallo al 95%.",
    leaveOutZero: (count, total, names) =>
      `${count} intervalli su ${total} non contengono lo 0${names}. I numeri sono nella tabella.`,
    words: {
      effect: (term, points, low, high) =>
        `${term} cambia la probabilità in media di ${points} punti percentuali (da ${low} a ${high}).`,
      hazard: (term, ratio, low, high) => `${term} moltiplica il rischio per ${ratio} (da ${low} a ${high}).`,
      slope: (term, slope, low, high) => `${term} cambia l’esito in media di ${slope} (da ${low} a ${high}).`,
    },
    explain: {
      coefficients:
        "La stima dice in quale direzione un termine muove l’esito, tenuti fermi gli altri. In un probit la sua grandezza è sull’indice dentro Φ, non una probabilità: per quella leggi gli effetti parziali medi. L’errore standard misura quanto la stima varierebbe da campione a campione; z è il loro rapporto; p dice quanto spesso un rapporto così lontano da 0 si vedrebbe se il vero coefficiente fosse 0; l’intervallo copre il valore vero in 95 campioni su 100, se il modello è giusto. Nessun effetto è 0.",
      ratios:
        "exp di un coefficiente: per quanto una unità in più moltiplica il rischio, il ritmo a cui l’evento accade a chi è ancora esposto. Nessun effetto è 1; 1,20 è il 20 % più in fretta.",
      effects:
        "Di quanto cambia la probabilità quando un termine cresce di uno e tutto il resto resta fermo, in media sulle righe del campione (e sulla popolazione dei gruppi, con un effetto casuale). L’unità è una quota di uno: 0,05 sono cinque punti percentuali.",
      survival:
        "La quota stimata che non ha ancora avuto l’evento, per tempo; le bande sono limiti al 95 % a ogni tempo.",
      hazards:
        "Un modello di Cox suppone che i rapporti tra rischi restino gli stessi nel tempo. Un p piccolo in una riga dice che quello di questo termine non lo fa; GLOBAL li prova tutti insieme. Allora prova strata(…) per quel termine, o dividi il tempo in periodi.",
      observations: "Righe usate dalla stima: quelle del sottoinsieme le cui celle ci sono tutte.",
      events: "Righe con l’evento (o con esito 1). Una regola comune ne vuole una decina per ogni termine.",
      leftOut:
        "Righe non usate, e perché. Le celle sono contate per espressione; a una riga possono mancarne più d’una.",
      groups: "Valori diversi della colonna di cui è stimato l’effetto casuale.",
      sigma:
        "Deviazione standard dell’effetto casuale sull’indice: quanto i gruppi differiscono per ragioni che nessun termine contiene.",
      rho: "σ² / (1 + σ²) per un probit: la quota della variazione non spiegata che appartiene al gruppo e non alla riga.",
      clusters:
        "Gruppi di righe che possono dipendere l’una dall’altra; gli errori standard ne tengono conto. Sotto i 40 circa, sono troppo piccoli.",
      logLikelihood:
        "Logaritmo della probabilità dei dati nel modello stimato; accanto, quello di un modello senza termini. Contano solo le differenze tra modelli delle stesse righe.",
      aic: "−2 log-verosimiglianza con una penalità per ogni parametro: tra modelli delle stesse righe, il minore. Il BIC punisce di più i parametri.",
      test: "Contro l’ipotesi che tutti i coefficienti tranne la costante siano 0; un p piccolo dice che alcuni non lo sono.",
      sigmaTest: "Contro l’assenza di effetto casuale (σ = 0): un p piccolo dice che i gruppi differiscono.",
      concordance:
        "Di due unità di cui una ha avuto prima l’evento, quanto spesso il modello dà a quella il rischio maggiore: 0,5 è tirare a indovinare, 1 è perfetto.",
      rSquared:
        "Quota della variazione dell’esito di cui i termini rendono conto; “entro” conta solo la variazione all’interno degli effetti assorbiti.",
      residual: "Deviazione standard di ciò che il modello lineare lascia non spiegato, in unità dell’esito.",
      iterations: "Passi del metodo di Newton fino al massimo.",
      quadrature:
        "Punti dell’integrale numerico sull’effetto casuale; la variazione dice quanto cambia la log-verosimiglianza con il doppio dei punti. Dovrebbe essere molto sotto 0,01.",
    },
    names: {
      observations: "Osservazioni",
      events: "Con l’evento",
      leftOut: "Righe escluse",
      groups: "Gruppi",
      sigma: "σ dell’effetto casuale",
      rho: "ρ, quota del gruppo",
      clusters: "Cluster",
      logLikelihood: "Log-verosimiglianza",
      aic: "AIC, BIC",
      likelihoodRatio: "Test del rapporto di verosimiglianza",
      wald: "Test di Wald",
      score: "Test score",
      robustScore: "Test score robusto",
      sigmaTest: "Test di σ = 0",
      concordance: "Concordanza",
      rSquared: "R²",
      residual: "Err. std. dei residui",
      iterations: "Iterazioni",
      quadrature: "Quadratura",
      absorbed: "Effetti assorbiti",
    },
    withoutTerms: (value) => `${value} senza termini`,
    testText: (statistic, df, p) => `χ² ${statistic} con ${df} gdl, p ${p}`,
    errorText: (value, error) => `${value} (errore standard ${error})`,
    within: (value) => `${value} entro gli effetti assorbiti`,
    nodes: (nodes, change) => `${nodes} punti; il doppio la cambia di ${change}`,
    left: {
      none: "nessuna",
      where: (rows) => `${rows} fuori dalle righe che esistono`,
      subset: (rows) => `${rows} fuori dal sottoinsieme`,
      missing: (rows, cells) => `${rows} con celle mancanti (${cells})`,
      cells: (expression, rows) => `${expression}: ${rows}`,
    },
    save: "5. Porta con te",
    saveLead: "Gli stessi file che scrive bandwagon estimate, con lo stesso codice.",
    files: {
      csv: "Tabella (CSV)",
      json: "Tutti i numeri (JSON)",
      latex: "Tabella (LaTeX)",
      html: "Tabella (HTML)",
      r: "Script per R",
      stata: "Script per Stata",
    },
    scripts:
      "Uno script ripete la stima in R o Stata e confronta i numeri. Mettilo accanto al file dei dati; dove R e Stata non potrebbero leggere il file così com’è, arriva con una copia.",
  },
);

export type ResultWords = (typeof resultWords)["en"];
