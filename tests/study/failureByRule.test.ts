import { describe, expect, it } from "vitest";
import { failureByRule } from "../../study/failureByRule.ts";

const estimate = (term: string, value: number, stdError: number) => ({
  term,
  truth: 0,
  estimate: value,
  stdError,
  statistic: 0,
  pValue: 1,
  confLow: 0,
  confHigh: 0,
});
const separated = { code: "quasi-separation", message: "3 rows were left out" };

describe("a fit that has estimates is a failure", () => {
  it("where it warns of what the design names", () => {
    expect(failureByRule({ warnings: ["quasi-separation"] }, [separated], [])).toEqual({
      status: "quasi-separation",
      message: "3 rows were left out",
    });
    expect(failureByRule({ warnings: ["heavy-ties"] }, [separated], [])).toBeNull();
  });

  it("where an estimate or an error is large", () => {
    const rule = { largeEstimate: 10, largeStdError: 100 };
    expect(failureByRule(rule, [], [estimate("a", 10, 100), estimate("b", -10.5, 1)])).toEqual({
      status: "large-estimate",
      message: "b = -10.5: farther from 0 than 10, which the design counts as a failure",
    });
    expect(failureByRule(rule, [], [estimate("a", 1, 101)])?.status).toBe("large-std-error");
    expect(failureByRule(rule, [], [estimate("a", 10, Number.NaN)])).toBeNull();
  });

  it("by no rule at all never", () => {
    expect(failureByRule(undefined, [separated], [estimate("a", 1e9, 1e9)])).toBeNull();
  });
});
