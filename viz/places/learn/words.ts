import { defineWords } from "../../i18n/words.ts";

export const learnWords = defineWords({ heading: "Learn" }, { heading: "Learn" });
