import { defineWords } from "../../i18n/words.ts";

export const tellApartWords = defineWords({ heading: "TellApart" }, { heading: "TellApart" });
