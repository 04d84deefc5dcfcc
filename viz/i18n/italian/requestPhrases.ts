/** What is refused of a request to fit, to export or to design, by its English template. */
export const requestPhrases: Readonly<Record<string, string>> = {
  'none with exact ties; use ties "efron"': "nessuno con tempi uguali esatti; usa il metodo di Efron",
  "case weights": "pesi dei casi",
  "a robust covariance": "una covarianza robusta",
  "none with a penalty": "nessuna con una penalità",
  "{0} values": "{0} valori",
  "{0} finite numbers": "{0} numeri finiti",
  "{0} or {1}": "{0} o {1}",
  "a share above 0 and below 1, such as 0.95": "una quota sopra 0 e sotto 1, come 0.95",
  "a whole number of at least {0}": "un numero intero di almeno {0}",
  "a finite number above 0": "un numero finito maggiore di 0",
  "true or false": "true o false",
  "a whole number from 1 to {0}": "un numero intero da 1 a {0}",
  "a probit of a column of 0 and 1, with (1 | {0}) for a random effect: only there the model itself can be the world":
    "un probit di una colonna di 0 e 1, con (1 | {0}) per un effetto casuale: solo lì il modello stesso può essere il mondo",
  "an outcome that is a duration": "un esito che è una durata",
  "{0}; for a hazard, the state in each period as outcome, or a design of canello-2022/return written by hand (docs/studies.md)":
    "{0}; per un rischio, lo stato in ogni periodo come esito, o un disegno di canello-2022/return scritto a mano (docs/studies.md)",
  "{0} with values other than 0 and 1": "{0} con valori diversi da 0 e 1",
  "0 and 1": "0 e 1",
  "absorbed effects": "effetti assorbiti",
  "an offset": "un offset",
  "terms whose coefficients are estimated; the world has no offset":
    "termini i cui coefficienti si stimano; il mondo non ha offset",
  "no intercept": "nessuna intercetta",
  "one: it is what makes as many active": "un’intercetta: è ciò che rende attivi altrettanti",
  "a random effect of {0}, where --panel says that rows are of {1}":
    "un effetto casuale di {0}, mentre --panel dice che le righe sono di {1}",
  "(1 | {0}), or none: in the world it is the unit that has one":
    "(1 | {0}), o nessuno: nel mondo è l’unità che lo ha",
  "{0}, which is no column of ours that a world can take a coefficient or a place from":
    "{0}, che non è una nostra colonna da cui un mondo possa prendere un coefficiente o un luogo",
  "no two rows of a unit whose times differ by 1, so that lag() has no value anywhere":
    "nessuna coppia di righe di un’unità i cui tempi differiscano di 1, così che lag() non ha alcun valore",
  "times that count periods: 1, 2, 3, …": "tempi che contano periodi: 1, 2, 3, …",
  "no term that our worlds know": "nessun termine che i nostri mondi conoscano",
  "yLag or lag(outcome), msePeersSameDestination, size, … (docs/power.md); --map tells which column is which":
    "yLag o lag(esito), msePeersSameDestination, size, … (docs/power.md); --map dice quale colonna è quale",
  "your column and ours, as in --map neighbours=msePeersSameDestination":
    "la tua colonna e la nostra, come in --map neighbours=msePeersSameDestination",
  "names of terms; the formula stands before --effects": "nomi di termini; la formula sta prima di --effects",
  "no term {0}": "nessun termine {0}",
  "column=value, as in age=60,sex=1": "colonna=valore, come in age=60,sex=1",
  "a column with two values": "una colonna con due valori",
  "one value of each column": "un valore per ogni colonna",
  "{0}, which no term reads": "{0}, che nessun termine legge",
  "values of {0}": "valori di {0}",
  "no value of {0}": "nessun valore di {0}",
  "a value of each of {0}": "un valore di ognuna tra {0}",
  "a value that {0} has in the file": "un valore che {0} ha nel file",
  "a level that no row of the fit has": "un livello che nessuna riga della stima ha",
  "levels that occur in the rows fitted": "livelli che compaiono nelle righe della stima",
  "a formula without lag(), initial() or mean()": "una formula senza lag(), initial() o mean()",
  clusters: "cluster",
  "a penalty, or robust errors: there is no sandwich of penalised estimates":
    "una penalità, o errori robusti: per stime penalizzate non c’è sandwich",
  "--information expected, which the penalty itself is made of":
    "--information expected, di cui è fatta la penalità stessa",
  "factor(g) for few groups, (1 | g) for a random effect; a linear model can (--model linear)":
    "factor(g) per pochi gruppi, (1 | g) per un effetto casuale; un modello lineare può (--model linear)",
  "a {0}": "un {0}",
  "a Cox model": "un modello di Cox",
  "strata(g), which gives each group its baseline hazard":
    "strata(g), che dà a ogni gruppo il suo rischio di base",
  "cluster({0}) for robust errors, or strata({1})": "cluster({0}) per errori robusti, o strata({1})",
  "a random effect (1 | {0}) in a Cox model": "un effetto casuale (1 | {0}) in un modello di Cox",
  "no penalty: the tests suppose that the score is zero":
    "nessuna penalità: i test suppongono che il punteggio sia zero",
  "a Cox model, whose sandwich has no such factor": "un modello di Cox, il cui sandwich non ha tale fattore",
  "exact ties": "tempi uguali esatti",
  "--ties efron or breslow": "--ties efron o breslow",
  "--ties efron or breslow: there are no robust errors with exact ties":
    "--ties efron o breslow: con tempi uguali esatti non ci sono errori robusti",
  "--ties efron or breslow: there are no risk scores in exact discrete time":
    "--ties efron o breslow: nel tempo discreto esatto non ci sono punteggi di rischio",
  "residuals or survival curves": "residui o curve di sopravvivenza",
  "--ties efron or breslow: the exact likelihood knows no weights":
    "--ties efron o breslow: la verosimiglianza esatta non conosce pesi",
  "no groups": "nessun gruppo",
  "a formula with (1 | g)": "una formula con (1 | g)",
  "--model cloglog beside it": "--model cloglog accanto",
  "an event before entry": "un evento prima dell’entrata",
  "{0} in row {1}": "{0} nella riga {1}",
  "rows at risk without event": "righe a rischio senza evento",
  "the weights {0} and {1} in one group of {2}, the second in row {3}":
    "i pesi {0} e {1} in un gruppo di {2}, il secondo nella riga {3}",
  "one weight a group": "un peso per gruppo",
  "a random effect (1 | {0}) in a linear model": "un effetto casuale (1 | {0}) in un modello lineare",
  "absorbed effects: y ~ x | {0}": "effetti assorbiti: y ~ x | {0}",
  "offset() in a linear model": "offset() in un modello lineare",
  "the difference as the outcome: y - z ~ x": "la differenza come esito: y - z ~ x",
  "the outcome Surv(…)": "l’esito Surv(…)",
  "--model cox, or an outcome of 0 and 1": "--model cox, o un esito di 0 e 1",
  "Surv(time, event) ~ … or Surv(start, stop, event) ~ …":
    "Surv(time, event) ~ … o Surv(start, stop, event) ~ …",
  "an outcome without Surv()": "un esito senza Surv()",
  "two columns: who, and when, as in --panel firm,year":
    "due colonne: chi, e quando, come in --panel firm,year",
  "a probit without weights; other models are fitted by one thread":
    "un probit senza pesi; altri modelli si stimano con un solo thread",
  "{0} with the value {1} in row {2}": "{0} con il valore {1} nella riga {2}",
  "0 and 1 (a comparison such as {0} == {1} makes them), or Surv(…) for durations":
    "0 e 1 (li fa un confronto come {0} == {1}), o Surv(…) per le durate",
  "weights above 0; --subset leaves out the rows of the others":
    "pesi maggiori di 0; --subset tralascia le righe degli altri",
  "the weight 0 in row {0}": "il peso 0 nella riga {0}",
  "a group of {0} with rows in two clusters of {1}": "un gruppo di {0} con righe in due cluster di {1}",
  "clusters of whole groups, such as {0} itself": "cluster di gruppi interi, come {0} stesso",
  "effects to absorb in {0}": "effetti da assorbire in {0}",
  "a formula without the bar: {0}": "una formula senza la barra: {0}",
  "a model of selection and duration": "un modello di selezione e durata",
  "the outcome {0}": "l’esito {0}",
  "a formula Surv(time, event) ~ …": "una formula Surv(time, event) ~ …",
  "delayed entry in {0}": "entrata ritardata in {0}",
  "Surv(time, event) ~ …": "Surv(time, event) ~ …",
  "strata() in {0}": "strata() in {0}",
  "factor(g)": "factor(g)",
  "offset() in {0}": "offset() in {0}",
  "a formula without it": "una formula senza",
  "a random effect in {0}": "un effetto casuale in {0}",
  "cluster() in the formula of the duration": "cluster() nella formula della durata",
  "--cluster, which is of both": "--cluster, che è di entrambe",
  "a binary model without random effect": "un modello binario senza effetto casuale",
  "a random-effects model": "un modello a effetti casuali",
  "a hazard with gamma frailty": "un rischio con fragilità gamma",
  "a linear model": "un modello lineare",
  "a Cox model: Surv(…) ~ …": "un modello di Cox: Surv(…) ~ …",
  "a probit, logit or cloglog": "un probit, logit o cloglog",
  "no --selection": "nessun --selection",
  "--model cloglog, an outcome of 0 and 1, and a formula with (1 | g)":
    "--model cloglog, un esito di 0 e 1, e una formula con (1 | g)",
  "--frailty gamma; other models leave such rows out":
    "--frailty gamma; altri modelli tralasciano tali righe",
  "a probit with (1 | g) in the formula": "un probit con (1 | g) nella formula",
  "{0}, and a formula without (1 | g)": "{0}, e una formula senza (1 | g)",
  "{0} without (1 | g), or {1}": "{0} senza (1 | g), o {1}",
  "{0}, or {1}": "{0}, o {1}",
  "{0}, which has no such option": "{0}, che non ha questa scelta",
  "no --effects": "nessun --effects",
  "--effects beside it": "--effects accanto",
  "a derivative, which has no size of change": "una derivata, che non ha ampiezza di variazione",
  "no --predict": "nessun --predict",
  "--predict FILE, which the survival curves are written to":
    "--predict FILE, in cui si scrivono le curve di sopravvivenza",
  "cluster() in the formula, too": "anche cluster() nella formula",
  "one of the two; g^h for their combinations": "uno dei due; g^h per le loro combinazioni",
  "{0} formulas": "{0} formule",
  "one formula, of whose fit it is": "una sola formula, della cui stima si tratta",
  "--format {0}, which prints coefficients": "--format {0}, che stampa coefficienti",
  "--format table or json": "--format table o json",
  "{0} formulas in a table": "{0} formule in una tabella",
  "a variance of the groups of 0 beside rows before entry":
    "una varianza dei gruppi di 0 accanto a righe prima dell’entrata",
  "a variance of the groups without limit": "una varianza dei gruppi senza limite",
  "a fit with a variance above 0": "una stima con una varianza maggiore di 0",
  "the model {0}": "il modello {0}",
  "a model with a script in R": "un modello con uno script in R",
  "weights of a {0}": "pesi di un {0}",
  "weights of a model with gamma frailty": "pesi di un modello con fragilità gamma",
  "whole numbers as weights, which repeat rows: the command takes none":
    "numeri interi come pesi, che ripetono righe: il comando non ne ammette altri",
  "no weights: the command takes none": "nessun peso: il comando non ne ammette",
  "{0} that are not whole numbers": "{0} che non sono numeri interi",
  "the model {0} with the penalty {1}": "il modello {0} con la penalità {1}",
  "{0} with rows before entry": "{0} con righe prima dell’entrata",
  "no constant gives the panel's share of active units in a world with these coefficients (imitation so strong is explosive): the study would not be of your data":
    "nessuna costante dà la quota di unità attive del panel in un mondo con questi coefficienti (un’imitazione così forte è esplosiva): lo studio non riguarderebbe i tuoi dati",
  "a pooled probit has no spread of units: the world has none, and what units have for good counts as noise":
    "un probit senza effetto casuale non ha dispersione tra unità: il mondo non ne ha, e ciò che le unità hanno stabilmente conta come rumore",
  "clusters by {0} are no column of the world: the study's errors are not clustered":
    "i cluster per {0} non sono una colonna del mondo: gli errori dello studio non sono per cluster",
  "the world's panel is balanced and has {0} rows, yours {1}: errors go with 1 / √rows, so those of the world are {2} of yours for that alone":
    "il panel del mondo è bilanciato e ha {0} righe, il tuo {1}: gli errori vanno con 1 / √righe, perciò già solo per questo quelli del mondo sono {2} dei tuoi",
  "{0} is left out, and {1} is carried over with the coefficient it has where the rest of {2} is 0: fit a formula without the interaction":
    "{0} è tralasciato, e {1} è ripreso con il coefficiente che ha dove il resto di {2} è 0: stima una formula senza l’interazione",
  "it did not converge": "la stima non è arrivata a convergenza",
  "a model that Stata has a command for": "un modello per cui Stata ha un comando",
};
