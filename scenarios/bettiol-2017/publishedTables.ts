import { publishedTables } from "../published.ts";
import table1 from "./published/table1.json" with { type: "json" };
import table2 from "./published/table2.json" with { type: "json" };
import table3 from "./published/table3.json" with { type: "json" };
import table4 from "./published/table4.json" with { type: "json" };
import text from "./published/text.json" with { type: "json" };

/**
 * Tables 1 (the sample), 2 and 3 (domestic and offshoring firms) and 4 (who considered coming back) of Bettiol et al. (2017), and
 * the figures in its text, which stand in no table of the paper.
 */
export const published = publishedTables([table1, table2, table3, table4, text]);
