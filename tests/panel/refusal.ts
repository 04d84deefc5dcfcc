import { InvalidTable } from "../../panel/invalidTable.ts";

/** The refusal an action ends in; fails the test when it ends otherwise. */
export function refusal(action: () => unknown): InvalidTable {
  try {
    action();
  } catch (error) {
    if (error instanceof InvalidTable) return error;
    throw error;
  }
  throw new Error("was not refused");
}

/** The same for an asynchronous action. */
export async function refusalOf(action: Promise<unknown>): Promise<InvalidTable> {
  try {
    await action;
  } catch (error) {
    if (error instanceof InvalidTable) return error;
    throw error;
  }
  throw new Error("was not refused");
}
