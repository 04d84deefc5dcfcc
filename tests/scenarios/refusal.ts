import { InvalidInput } from "../../scenarios/index.ts";

/** The answer to a request that must be refused. */
export function refusal(request: () => unknown): InvalidInput {
  try {
    request();
  } catch (error) {
    if (error instanceof InvalidInput) return error;
    throw error;
  }
  throw new Error("the request was not refused");
}
