import { formulaPhrases } from "./formulaPhrases.ts";
import { linkPhrases } from "./linkPhrases.ts";
import { requestPhrases } from "./requestPhrases.ts";
import { tablePhrases } from "./tablePhrases.ts";
import { warningPhrases } from "./warningPhrases.ts";
import { worldPhrases } from "./worldPhrases.ts";

/** Everything that the engine says, in Italian, by its English template: `{0}` stands where the same value stands. */
export const italianPhrases: Readonly<Record<string, string>> = {
  ...warningPhrases,
  ...tablePhrases,
  ...formulaPhrases,
  ...requestPhrases,
  ...worldPhrases,
  ...linkPhrases,
};
