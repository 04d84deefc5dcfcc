/** What is refused of a world and its parameters, by its English template. */
export const worldPhrases: Readonly<Record<string, string>> = {
  "{0}, a world of clusters, which has no pairs of firm and destination":
    "{0}, un mondo di distretti, che non ha coppie di impresa e destinazione",
  "a scenario with pairs: {0}, …. A world of clusters can be simulated (bandwagon simulate {1}) and checked against its paper (bandwagon replicate); no model of a study fits it":
    "uno scenario con coppie: {0}, …. Un mondo di distretti si può simulare (bandwagon simulate {1}) e confrontare con il suo articolo (bandwagon replicate); nessun modello di uno studio vi si adatta",
  scenario: "scenario",
  "model specification": "modello",
  "a parameter that contains {0}, which is set as well":
    "un parametro che contiene {0}, che è pure impostato",
  "each parameter once": "ogni parametro una volta sola",
  "the panel is empty: every firm closed or has a turnover above turnoverCeiling = {0} million; set a higher one, or 0 for none":
    "il panel è vuoto: ogni impresa ha chiuso o ha un fatturato sopra turnoverCeiling = {0} milioni; imposta un valore più alto, o 0 per nessun limite",
  'the panel is empty: every firm closed, and surveyRule = "balanced" keeps survivors only; set surveyRule = "unbalanced", or a smaller closure in datedShocks or closureRate':
    'il panel è vuoto: ogni impresa ha chiuso, e surveyRule = "balanced" tiene solo le superstiti; imposta surveyRule = "unbalanced", o un closure minore in datedShocks o closureRate',
  "the panel is empty: every firm closed before the second recorded year; set a smaller closureRate or closure in datedShocks, or a later year of it":
    "il panel è vuoto: ogni impresa ha chiuso prima del secondo anno registrato; imposta un closureRate minore o un closure minore in datedShocks, o un suo anno successivo",
  "a panel with rows": "un panel con righe",
  nothing: "nulla",
  "a deeply nested list": "un elenco annidato in profondità",
  "a deeply nested object": "un oggetto annidato in profondità",
  "{0} for {1}": "{0} per {1}",
  "{0} ({1})": "{0} ({1})",
  "{0}, {1} and {2}": "{0}, {1} e {2}",
  "at least {0}": "almeno {0}",
  "above {0}": "maggiore di {0}",
  "at most {0}": "al massimo {0}",
  "below {0}": "minore di {0}",
  "text in quotes": "testo tra virgolette",
  "a whole number": "un numero intero",
  "an object in braces": "un oggetto tra parentesi graffe",
  "a list in brackets": "un elenco tra parentesi quadre",
  "a value of type {0}": "un valore di tipo {0}",
  "a list of at least {0}": "un elenco di almeno {0}",
  "text that is not empty": "un testo non vuoto",
  'the unknown name "{0}"': "il nome sconosciuto «{0}»",
  'one of {0} parameters, as "bandwagon scenarios NAME" lists them':
    "uno di {0} parametri, come li elenca «bandwagon scenarios NOME»",
  "the name of a {0}: {1}, … ({2} in all)": "il nome di uno {0}: {1}, … ({2} in tutto)",
  "the name of a {0}: {1}": "il nome di uno {0}: {1}",
  "a value nested too deeply": "un valore annidato troppo in profondità",
  "at most {0} levels of brackets and braces": "al massimo {0} livelli di parentesi",
  'the name "{0}"': "il nome «{0}»",
  "a name other than {0}": "un nome diverso da {0}",
  "an object of effects": "un oggetto di effetti",
  "whole number": "un numero intero",
  "the code of a province": "la sigla di una provincia",
  "a list of { year, entry, exit, closure, destination, province, firm }":
    "un elenco di { year, entry, exit, closure, destination, province, firm }",
  "1 to the number of firms": "da 1 al numero delle imprese",
  "three numbers, each -5 to 5": "tre numeri, ciascuno da -5 a 5",
  "four numbers, each {0} to {1}": "quattro numeri, ciascuno da {0} a {1}",
  "{0} to {1}": "da {0} a {1}",
  "whole number, {0} to {1}": "un numero intero, da {0} a {1}",
  "whole number, 1 to 1000000": "un numero intero, da 1 a 1000000",
  "the name of an industry of the world: clothing, footwear":
    "il nome di un settore del mondo: clothing, footwear",
  "a list of { year, province, destination, firms, firm, industry, stay }":
    "un elenco di { year, province, destination, firms, firm, industry, stay }",
  "the number of a firm: 1 to {0}": "il numero di un’impresa: da 1 a {0}",
  "the code of a province of this world: {0}, … ({1} in all)":
    "la sigla di una provincia di questo mondo: {0}, … ({1} in tutto)",
  "the code of a province of this world: {0}": "la sigla di una provincia di questo mondo: {0}",
};
