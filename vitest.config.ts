import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    setupFiles: ["tests/propertySeed.ts"],
    // A busy machine is no failure: what is waited for comes or does not.
    expect: { poll: { timeout: 30_000 } },
    // A few builds and studies take half a minute alone, and several times that beside other work.
    testTimeout: 180_000,
    hookTimeout: 300_000,
    // Two cores: workers started by the tests themselves need room beside vitest's own.
    maxWorkers: 2,
  },
});
