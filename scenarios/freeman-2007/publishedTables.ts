import { publishedTables } from "../published.ts";
import appendixA from "./published/appendixA.json" with { type: "json" };
import table1 from "./published/table1.json" with { type: "json" };

/** Appendix A (the seven cases) and Table 1 (five situations, after Benito & Welch) of Freeman (2007). */
export const published = publishedTables([appendixA, table1]);
