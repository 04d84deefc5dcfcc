import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { resolveDesign } from "../../../study/cells.ts";
import { parseDesign } from "../../../study/design.ts";
import { emptyLogIndex } from "../../../study/log/logIndex.ts";
import { replicationKeys } from "../../../study/replicationKeys.ts";
import {
  countOfRanges,
  keysOfShard,
  missingRanges,
  type ShardPlan,
} from "../../../study/shards/shardPlan.ts";

const design = resolveDesign(
  parseDesign({
    aim: "x",
    dataGenerating: { name: "w", scenario: "canello-2022/return", vary: { firms: [100, 200, 300] } },
    methods: ["canello-2022/cox-exact"],
    performance: ["bias"],
    replications: 7,
    seed: "1",
  }),
);
const every = [...replicationKeys(design)];
function indexOf(done: readonly boolean[]) {
  const index = emptyLogIndex(
    design.cells.map(({ key }) => key),
    7,
  );
  every.forEach(({ cell, replication }, at) => {
    const place = { file: 0, offset: 0, length: 1, checksum: "0" };
    if (done[at]) index.add({ cell: design.cells[cell]?.key ?? "", replication, ...place });
  });
  return index;
}
const plan = (missing: ShardPlan["missing"], shards: number): ShardPlan => ({
  plan: 1,
  attempt: 1,
  design: "",
  shards,
  missing,
});

describe("the shards of a study", () => {
  it("share out what is missing: each replication once, none that is there", () => {
    const anyDone = fc.array(fc.boolean(), { minLength: every.length, maxLength: every.length });
    fc.assert(
      fc.property(anyDone, fc.integer({ min: 1, max: 30 }), (done, shards) => {
        const missing = missingRanges(design, indexOf(done));
        const wanted = every.filter((_, at) => !done[at]);
        expect(countOfRanges(missing)).toBe(wanted.length);
        const dealt = Array.from({ length: shards }, (_, shard) => [
          ...keysOfShard(design, plan(missing, shards), shard + 1),
        ]);
        const name = ({ cell, replication }: { cell: number; replication: number }) =>
          `${cell}/${replication}`;
        expect(dealt.flat().map(name).sort()).toEqual(wanted.map(name).sort());
        const lengths = dealt.map(({ length }) => length);
        expect(Math.max(...lengths) - Math.min(...lengths)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("have a part of every cell each", () => {
    const missing = missingRanges(design, indexOf([]));
    expect(missing[0]).toEqual({ cell: "w {firms=100}", from: 1, to: 7 });
    const cells = [...keysOfShard(design, plan(missing, 2), 1)].map(({ cell }) => cell);
    expect(new Set(cells)).toEqual(new Set([0, 1, 2]));
    expect(() => [...keysOfShard(design, plan(missing, 2), 3)]).toThrow(
      "there is no shard 3: they are 1 to 2",
    );
  });
});
