/** What a link may hold, by its English template. */
export const linkPhrases: Readonly<Record<string, string>> = {
  "the name of a parameter": "il nome di un parametro",
  "a number, a word, true or false, or a list": "un numero, una parola, true o false, o un elenco",
  "short plain text": "un breve testo semplice",
  "the name of a scenario": "il nome di uno scenario",
  "1 to 64 characters": "da 1 a 64 caratteri",
  "a whole number from 0 to 9999": "un numero intero da 0 a 9999",
  "1 or 0": "1 o 0",
};
