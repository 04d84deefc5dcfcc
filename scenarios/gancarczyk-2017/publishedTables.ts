import { publishedTables } from "../published.ts";
import table1 from "./published/table1.json" with { type: "json" };
import table2 from "./published/table2.json" with { type: "json" };
import table3 from "./published/table3.json" with { type: "json" };

/** Tables 1 to 3 of Gancarczyk & Gancarczyk (2017): phases, cost options and differentiation options. */
export const published = publishedTables([table1, table2, table3]);
