// Prints "tests: N passed, M failed" from vitest's JSON report; exits with 1 when a test failed or none passed.
import { readFileSync } from "node:fs";

function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return { numPassedTests: 0, numFailedTests: 0, testResults: [] };
  }
}

const { numPassedTests: passed, numFailedTests, testResults } = readReport(process.argv[2]);
// A file that cannot even be loaded has no tests to count, and must not go unseen.
const brokenFiles = testResults.filter(
  ({ status, assertionResults }) =>
    status === "failed" && !assertionResults.some((test) => test.status === "failed"),
);
for (const { name } of brokenFiles) console.log(`${name} failed outside its tests`);
const failed = numFailedTests + brokenFiles.length;
console.log(`tests: ${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
