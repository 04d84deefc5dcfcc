/** What fits say of themselves, by its English template. */
export const warningPhrases: Readonly<Record<string, string>> = {
  "no maximum found in {0} Newton steps; try another start, or scale the columns":
    "nessun massimo trovato in {0} passi di Newton; prova altri valori iniziali, o riporta le colonne a grandezze simili",
  "there are no rows: nothing can be estimated": "non ci sono righe: non si può stimare nulla",
  "the outcome is {0} in every row: nothing can be estimated":
    "l’esito è {0} in ogni riga: non si può stimare nulla",
  "no row is in {0}, so nothing can be said about it; merge levels, or leave the interaction out":
    "nessuna riga è in {0}, perciò non se ne può dire nulla; unisci livelli, o togli l’interazione",
  "no row is in {0}, so nothing can be said about them; merge levels, or leave the interaction out":
    "nessuna riga è in {0}, perciò non se ne può dire nulla; unisci livelli, o togli l’interazione",
  "{0} has no rows with {1}, so nothing can be said about it; {2} stands in as the reference level and has no estimate; drop the level":
    "{0} non ha righe con {1}, perciò non se ne può dire nulla; {2} fa da livello di riferimento e non ha stima; togli il livello",
  "{0} has no rows with {1}, so nothing can be said about it; drop the level":
    "{0} non ha righe con {1}, perciò non se ne può dire nulla; togli il livello",
  "the outcome is {0} in {1} with {2}": "l’esito è {0} in {1} con {2}",
  "none of {0}, …": "nessuno tra {0}, …",
  "none of {0}": "nessuno tra {0}",
  "{0}: no finite estimate exists; drop the term with the rows it decides, or merge it with another":
    "{0}: non esiste una stima finita; togli il termine con le righe che decide, o uniscilo a un altro",
  "{0} in {1} with {2} below {3}": "{0} in {1} con {2} sotto {3}",
  "{0} in {1} with {2} above {3}": "{0} in {1} con {2} sopra {3}",
  "the outcome is {0} and {1}": "l’esito è {0} e {1}",
  "the outcome is {0}": "l’esito è {0}",
  "a combination of {0} predicts the outcome perfectly: no finite estimate exists; drop one of them":
    "una combinazione di {0} prevede perfettamente l’esito: non esiste una stima finita; togline uno",
  "the outcome is 1 exactly above a threshold of {0}": "l’esito è 1 esattamente sopra una soglia di {0}",
  "the outcome is 1 exactly below a threshold of {0}": "l’esito è 1 esattamente sotto una soglia di {0}",
  "the one row": "l’unica riga",
  "all {0} rows": "tutte le {0} righe",
  "a combination of {0} decides the outcome of rows":
    "una combinazione di {0} decide l’esito di alcune righe",
  "the terms decide the outcome of rows": "i termini decidono l’esito di alcune righe",
  "The likelihood rises for ever": "La verosimiglianza cresce senza fine",
  "The likelihood rises for ever as {0}": "La verosimiglianza cresce senza fine mentre {0}",
  "{0}: no limit of its own (NaN)": "{0}: nessun limite proprio (NaN)",
  "{0}: no limit of their own (NaN)": "{0}: nessun limite proprio (NaN)",
  "Every row is predicted perfectly, so nothing remains to be estimated":
    "Ogni riga è prevista perfettamente, perciò non resta nulla da stimare",
  "The log-likelihood is that of the {0} rows that are not decided":
    "La log-verosimiglianza è quella delle {0} righe non decise",
  "{0}: estimated, as is the log-likelihood, by the {1} rows that are not decided":
    "{0}: la stima, come la log-verosimiglianza, viene dalle {1} righe non decise",
  'Drop or merge what decides the outcome, or use the penalty "firth"':
    "Togli o unisci ciò che decide l’esito, o usa la penalità di Firth",
  "all rows are in one cluster: its scores sum to zero, so there is no cluster-robust covariance":
    "tutte le righe sono in un solo cluster: i suoi punteggi hanno somma zero, perciò non c’è covarianza robusta per cluster",
  "No event was observed, so no coefficient can be estimated; check which value of the outcome means an event.":
    "Non si è osservato alcun evento, perciò nessun coefficiente si può stimare; controlla quale valore dell’esito indica l’evento.",
  "{0} never varies among those at risk at an event (is constant, perhaps within each stratum)":
    "{0} non varia mai tra chi è a rischio quando avviene un evento (è costante, forse dentro ogni strato)",
  "{0} never vary among those at risk at an event (are constant, perhaps within each stratum)":
    "{0} non variano mai tra chi è a rischio quando avviene un evento (sono costanti, forse dentro ogni strato)",
  "the terms before it": "i termini che lo precedono",
  "{0} is a linear combination of {1} among those at risk":
    "{0} è una combinazione lineare di {1} tra chi è a rischio",
  "{0}, but for {1} of its size, too little to be told apart: centre or rescale these columns":
    "{0}, salvo {1} della sua grandezza, troppo poco per distinguerlo: centra o riscala queste colonne",
  "so are {0} of the terms before them": "lo stesso vale per {0} rispetto ai termini che precedono",
  "{0}. No estimate: leave it out; the others are those of the model without it.":
    "{0}. Nessuna stima: toglilo; le altre sono quelle del modello senza di esso.",
  "{0}. No estimate: leave them out; the others are those of the model without them.":
    "{0}. Nessuna stima: toglili; le altre sono quelle del modello senza di essi.",
  "The likelihood rises for ever as {0}: at every event the subject with the most extreme value failed. The log-likelihood is that of the limit; merge categories, leave the term out, or use Firth's penalty.":
    "La verosimiglianza cresce senza fine mentre {0}: a ogni evento è toccato al soggetto con il valore più estremo. La log-verosimiglianza è quella del limite; unisci categorie, togli il termine, o usa la penalità di Firth.",
  "The likelihood rises for ever as {0}: at every event the subject with the most extreme value failed. The log-likelihood and the estimate of {1} are those of the limit; merge categories, leave the term out, or use Firth's penalty.":
    "La verosimiglianza cresce senza fine mentre {0}: a ogni evento è toccato al soggetto con il valore più estremo. La log-verosimiglianza e la stima di {1} sono quelle del limite; unisci categorie, togli il termine, o usa la penalità di Firth.",
  "The likelihood rises for ever as {0}: at every event the subject with the most extreme value failed. The log-likelihood and the estimates of {1} are those of the limit; merge categories, leave the term out, or use Firth's penalty.":
    "La verosimiglianza cresce senza fine mentre {0}: a ogni evento è toccato al soggetto con il valore più estremo. La log-verosimiglianza e le stime di {1} sono quelle del limite; unisci categorie, togli il termine, o usa la penalità di Firth.",
  "All rows are in one cluster, whose scores sum to zero at the estimates, so there is no robust covariance; name a finer cluster, or use the standard errors of the model.":
    "Tutte le righe sono in un solo cluster, i cui punteggi hanno somma zero nelle stime, perciò non c’è covarianza robusta; indica cluster più fini, o usa gli errori standard del modello.",
  "No maximum was found in {0} iterations; allow more, or start nearer to the estimates.":
    "Nessun massimo trovato in {0} iterazioni; concedine di più, o parti più vicino alle stime.",
  "The information matrix lost its rank on the way to the maximum; start nearer to the estimates, or leave out terms that say almost the same.":
    "La matrice d’informazione ha perso rango sulla via del massimo; parti più vicino alle stime, o togli termini che dicono quasi lo stesso.",
  'With up to {0} events at one time, the exact method for ties would take {1} multiplications an evaluation and was not tried; use ties "efron", which takes no longer than without ties, or a discrete-time model with a complementary log-log link and one dummy a period.':
    "Con fino a {0} eventi allo stesso tempo, il metodo esatto per i tempi uguali richiederebbe {1} moltiplicazioni a ogni valutazione e non è stato tentato; usa il metodo di Efron, che non richiede più tempo, o un modello a tempo discreto con log-log complementare e una variabile indicatrice per periodo.",
  "Efron's": "di Efron",
  "Breslow's": "di Breslow",
  "{0} of the events share their time with another, and on average {1} of those at risk fail at one time, as in yearly data: {2} approximation pulls the coefficients towards zero. A discrete-time model with a complementary log-log link and one dummy a period estimates the same hazard ratios without that error.":
    "Il {0} degli eventi ha lo stesso tempo di un altro, e in media l’evento tocca insieme il {1} di chi è a rischio, come in dati annuali: l’approssimazione {2} tira i coefficienti verso zero. Un modello a tempo discreto con log-log complementare e una variabile indicatrice per periodo stima gli stessi rapporti tra rischi senza quell’errore.",
  "{0} and {1} more": "{0} e altri {1}",
  "{0} and {1}": "{0} e {1}",
  "{0} goes to {1}": "{0} va a {1}",
  "{0} go to {1}": "{0} vanno a {1}",
  "{0} has no rows with {1}, so nothing can be said about it":
    "{0} non ha righe con {1}, perciò non se ne può dire nulla",
  "{0} has no rows with {1}, so nothing can be said about them":
    "{0} non ha righe con {1}, perciò non se ne può dire nulla",
  "{0}; 1 row was left out because its label is not among the levels ({1})":
    "{0}; 1 riga è stata tralasciata perché la sua etichetta non è tra i livelli ({1})",
  "{0}; {1} rows were left out because their labels are not among the levels ({2})":
    "{0}; {1} righe sono state tralasciate perché le loro etichette non sono tra i livelli ({2})",
  "{0}; check the spelling of the levels, or take out what does not occur":
    "{0}; controlla come sono scritti i livelli, o togli quelli che non compaiono",
  "the Hessian is singular: the data do not tell the frailty from the other terms; give the hazard a simpler course over time, or spells of several rows and units of several spells":
    "l’hessiana è singolare: i dati non distinguono la fragilità dagli altri termini; dai al rischio un andamento più semplice nel tempo, o episodi di più righe e unità di più episodi",
  "every group has one row: θ cannot be told from the shape of the link; this is the cloglog without frailty":
    "ogni gruppo ha una riga: θ non si distingue dalla forma del legame; questo è il cloglog senza fragilità",
  "θ = 0 is the maximum: the groups differ no more than chance; the estimates are those of the cloglog without frailty":
    "il massimo è θ = 0: i gruppi non differiscono più che per caso; le stime sono quelle del cloglog senza fragilità",
  "θ grows without limit, and the coefficients may grow with it: a few groups have the events and the others none, or the groups say too little of a frailty; put the spells of a unit in one group, or give the hazard a simpler course":
    "θ cresce senza limite, e forse i coefficienti con essa: pochi gruppi hanno gli eventi e gli altri nessuno, o i gruppi dicono troppo poco di una fragilità; metti gli episodi di un’unità in un gruppo, o dai al rischio un andamento più semplice",
  "{0} is a linear combination of the terms before it":
    "{0} è una combinazione lineare dei termini che lo precedono",
  "{0} is a linear combination of {1} but for {2} of its size, too little to be told apart: centre or rescale these columns":
    "{0} è una combinazione lineare di {1} salvo {2} della sua grandezza, troppo poco per distinguerlo: centra o riscala queste colonne",
  "{0} does not vary": "{0} non varia",
  "{0} is a linear combination of {1}": "{0} è una combinazione lineare di {1}",
  "and so are {0} of the terms before them": "e lo stesso vale per {0} rispetto ai termini che precedono",
  "{0}. No estimate: drop it; the others are those of the model without it":
    "{0}. Nessuna stima: toglilo; le altre sono quelle del modello senza di esso",
  "{0}. No estimate: drop them; the others are those of the model without them":
    "{0}. Nessuna stima: toglili; le altre sono quelle del modello senza di essi",
  "no row is in {0}, so nothing can be said about it; drop the level":
    "nessuna riga è in {0}, perciò non se ne può dire nulla; togli il livello",
  "no row is in {0}, so nothing can be said about them; drop the level":
    "nessuna riga è in {0}, perciò non se ne può dire nulla; togli i livelli",
  "{0} rows and as many parameters or more: no degree of freedom is left for standard errors":
    "{0} righe e altrettanti parametri o più: non restano gradi di libertà per gli errori standard",
  "the alternating projections did not settle: the absorbed factors are hardly connected by rows":
    "le proiezioni alternate non si sono stabilizzate: gli effetti assorbiti sono appena collegati dalle righe",
  "{0}: no variation within the absorbed effects; not estimated, so drop it":
    "{0}: nessuna variazione dentro gli effetti assorbiti; non stimato: toglilo",
  "the outcome does not vary within the absorbed effects: nothing to explain":
    "l’esito non varia dentro gli effetti assorbiti: non c’è nulla da spiegare",
  "the outcome does not vary: nothing to explain": "l’esito non varia: non c’è nulla da spiegare",
  "no maximum found in {0} Newton steps; try another start, or more quadrature nodes":
    "nessun massimo trovato in {0} passi di Newton; prova altri valori iniziali, o più nodi di quadratura",
  "the Hessian is singular at the estimates: the data do not identify every parameter":
    "l’hessiana è singolare nelle stime: i dati non identificano ogni parametro",
  "σ grows without limit: the outcome hardly varies within groups, which the random effect then explains alone":
    "σ cresce senza limite: l’esito varia appena dentro i gruppi, e l’effetto casuale lo spiega da solo",
  "σ = 0 is the maximum: the groups differ no more than chance; the estimates are those of the pooled {0}":
    "il massimo è σ = 0: i gruppi non differiscono più che per caso; le stime sono quelle del {0} senza effetto casuale",
  "every group has one row: σ cannot be told from the scale of the coefficients; this is the pooled {0}":
    "ogni gruppo ha una riga: σ non si distingue dalla scala dei coefficienti; questo è il {0} senza effetto casuale",
  "the outcome never changes within a group: σ grows without limit, and the coefficients with it; shown is the pooled {0}, whose log-likelihood is not that of the limit. Explain one row a group instead, or leave out the random effect and take errors by cluster":
    "l’esito non cambia mai dentro un gruppo: σ cresce senza limite, e i coefficienti con essa; qui è mostrato il {0} senza effetto casuale, la cui log-verosimiglianza non è quella del limite. Spiega invece una riga per gruppo, o togli l’effetto casuale e prendi errori per cluster",
  "{0} quadrature nodes are too few for the model without terms: twice as many move its log-likelihood by {1}, and the likelihood-ratio test by twice that; take Wald's test":
    "{0} nodi di quadratura sono troppo pochi per il modello senza termini: il doppio sposta la sua log-verosimiglianza di {1}, e il test del rapporto di verosimiglianza di due volte tanto; prendi il test di Wald",
  "twice the nodes move the log-likelihood by {0}; fit again with quadratureNodes = {1} or more":
    "il doppio dei nodi sposta la log-verosimiglianza di {0}; stima di nuovo con {1} nodi di quadratura o più (nel terminale --quadrature {1})",
  "{0} rows were left out: their outcome is one and the same in {1}, so these dummies have no finite estimate; the other estimates are not changed by it":
    "{0} righe sono state tralasciate: il loro esito è sempre lo stesso in {1}, perciò queste variabili indicatrici non hanno stima finita; le altre stime non ne sono cambiate",
};
