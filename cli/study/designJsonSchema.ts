import * as z from "zod/mini";
import { designSchema } from "../../study/design.ts";
import { EXIT } from "../failure.ts";

/**
 * The JSON schema (draft 2020-12) of a design, for editors: it knows names, types and ranges of the file, not those of the
 * scenarios and methods it refers to.
 */
export function designJsonSchema(): object {
  return { title: "Design of a Monte Carlo study", ...z.toJSONSchema(designSchema, { io: "input" }) };
}

/** `bandwagon study schema`. Returns the exit code. */
export function printDesignSchema(): number {
  process.stdout.write(`${JSON.stringify(designJsonSchema(), null, 2)}\n`);
  return EXIT.done;
}
