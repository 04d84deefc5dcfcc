import { defineWords } from "../../i18n/words.ts";

export const repeatWords = defineWords({ heading: "Repeat" }, { heading: "Repeat" });
