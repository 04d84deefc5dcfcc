import { defineWords } from "../i18n/words.ts";

export const shellWords = defineWords(
  {
    title: "Bandwagon",
    tagline: "See herding happen, switch it off, and find out whether a probit can tell",
    skip: "Skip to the content",
    navigation: "Places of the lab",
    places: {
      watch: "Watch",
      estimate: "Estimate",
      repeat: "Repeat",
      "tell-apart": "Tell apart",
      "your-data": "Your data",
      learn: "Learn",
    },
    loading: "Loading …",
    failed: (place: string) => `“${place}” could not be loaded. Check the connection, then reload the page.`,
    broke: (message: string) =>
      `This part of the page stopped with an error: ${message}. The others go on; a reload starts it again.`,
    settings: "Settings",
    language: "Language",
    languageNames: { en: "English", it: "Italiano" },
    theme: "Appearance",
    themes: { system: "As the system", light: "Light", dark: "Dark", projector: "Projector (large)" },
    share: "Share",
    copyLink: "Copy link",
    copied: "Link copied.",
    notCopied: "The browser did not allow copying. The link is in the address bar.",
    embedCode: "Code for a slide or a course page",
    shareHint: "The link holds the world, its parameters, the seed, the place and the step.",
    openWhole: "Open in the lab",
    help: "Keyboard",
    helpTitle: "Everything works by keyboard",
    helpKeys: [
      ["Tab, Shift + Tab", "next or previous control"],
      ["Enter, Space", "press a button, choose a province"],
      ["Arrows", "move a slider, or on the map from province to province"],
      ["Home, End", "first or last year, province or value"],
      ["Space", "Watch: play or pause while no control has the focus (can be turned off there)"],
      ["Esc", "close a dialog"],
    ] as readonly (readonly [string, string])[],
    close: "Close",
    notices: "Messages",
    privacy:
      "Everything is computed in this browser: nothing is sent anywhere, and the page's own security policy forbids it.",
    borders: "Borders simplified; made with Natural Earth.",
    version: (version: string) => `Version ${version}`,
    problems: {
      version: (found: string, expected: string) =>
        `The link has version ${found}; this page reads version ${expected}, and took what it understands.`,
      unknown: (name: string, found: string, expected: string) =>
        `The link's “${name}” (“${found}”) is unknown and was left out. Known: ${expected}.`,
      value: (name: string, found: string, expected: string) =>
        `The link's “${name}” is “${found}”; its default is used instead. Accepted: ${expected}.`,
      noStep: (found: string) =>
        `The link's “step” is “${found}”; this place has no steps, and it was left out.`,
      tooLong: (found: string, expected: string) =>
        `The link is too long and was not read: it has ${found} characters. Accepted: at most ${expected}.`,
    },
  },
  {
    title: "Bandwagon",
    tagline: "Guarda nascere l’imitazione, spegnila e scopri se un probit se ne accorge",
    skip: "Vai al contenuto",
    navigation: "Sezioni del laboratorio",
    places: {
      watch: "Osserva",
      estimate: "Stima",
      repeat: "Ripeti",
      "tell-apart": "Distingui",
      "your-data": "I tuoi dati",
      learn: "Impara",
    },
    loading: "Caricamento …",
    failed: (place) =>
      `Non è stato possibile caricare “${place}”. Controlla la connessione e ricarica la pagina.`,
    broke: (message) =>
      `Questa parte della pagina si è fermata con un errore: ${message}. Le altre continuano; ricaricando riparte.`,
    settings: "Impostazioni",
    language: "Lingua",
    languageNames: { en: "English", it: "Italiano" },
    theme: "Aspetto",
    themes: { system: "Come il sistema", light: "Chiaro", dark: "Scuro", projector: "Proiettore (grande)" },
    share: "Condividi",
    copyLink: "Copia il link",
    copied: "Link copiato.",
    notCopied: "Il browser non ha permesso la copia. Il link è nella barra degli indirizzi.",
    embedCode: "Codice per una diapositiva o la pagina di un corso",
    shareHint: "Il link contiene il mondo, i suoi parametri, il seme, la sezione e il passo.",
    openWhole: "Apri nel laboratorio",
    help: "Tastiera",
    helpTitle: "Tutto funziona da tastiera",
    helpKeys: [
      ["Tab, Maiusc + Tab", "comando successivo o precedente"],
      ["Invio, Spazio", "premere un pulsante, scegliere una provincia"],
      ["Frecce", "muovere un cursore o, sulla mappa, passare di provincia in provincia"],
      ["Inizio, Fine", "primo o ultimo anno, provincia o valore"],
      ["Spazio", "Osserva: avviare o fermare quando nessun comando è selezionato (si può disattivare lì)"],
      ["Esc", "chiudere una finestra"],
    ],
    close: "Chiudi",
    notices: "Messaggi",
    privacy:
      "Tutto è calcolato in questo browser: nulla viene inviato altrove, e la politica di sicurezza della pagina lo vieta.",
    borders: "Confini semplificati; realizzato con Natural Earth.",
    version: (version) => `Versione ${version}`,
    problems: {
      version: (found, expected) =>
        `Il link ha la versione ${found}; questa pagina legge la versione ${expected} e ha preso ciò che capisce.`,
      unknown: (name, found, expected) =>
        `“${name}” nel link (“${found}”) è sconosciuto ed è stato tralasciato. Conosciuti: ${expected}.`,
      value: (name, found, expected) =>
        `“${name}” nel link vale “${found}”; si usa invece il valore predefinito. Accettati: ${expected}.`,
      noStep: (found) => `“step” nel link vale “${found}”; questo luogo non ha passi, ed è stato ignorato.`,
      tooLong: (found, expected) =>
        `Il link è troppo lungo e non è stato letto: ha ${found} caratteri. Accettati: al massimo ${expected}.`,
    },
  },
);
