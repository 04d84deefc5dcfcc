import { defineWords } from "../../i18n/words.ts";

export const estimateWords = defineWords({ heading: "Estimate" }, { heading: "Estimate" });
