import { defineWords } from "../../i18n/words.ts";

export const watchWords = defineWords({ heading: "Watch" }, { heading: "Watch" });
