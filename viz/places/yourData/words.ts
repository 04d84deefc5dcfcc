import { defineWords } from "../../i18n/words.ts";

export const yourDataWords = defineWords({ heading: "YourData" }, { heading: "YourData" });
