import { defineConfig } from "vitest/config";

/** `npm run test:slurm`: studies on a real Slurm, brought up on this machine's loopback. */
export default defineConfig({
  test: {
    include: ["tests/slurm/**/*.slurm.ts"],
    testTimeout: 300_000,
    hookTimeout: 420_000,
  },
});
