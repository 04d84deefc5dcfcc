import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    setupFiles: ["tests/propertySeed.ts"],
    // A busy machine is no failure: what is waited for comes or does not.
    expect: { poll: { timeout: 30_000 } },
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Two cores: workers started by the tests themselves need room beside vitest's own.
    maxWorkers: 2,
  },
});
