// Prints "tests: N passed, M failed" from vitest's JSON reports, the first of which must have a test that passed; exits
// with 1 when a test failed or none passed.
import { readFileSync } from "node:fs";

function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return { numPassedTests: 0, numFailedTests: 0, testResults: [] };
  }
}

const reports = process.argv.slice(2).map(readReport);
const total = (name) => reports.reduce((sum, report) => sum + report[name], 0);
// A file that cannot even be loaded has no tests to count, and must not go unseen.
const brokenFiles = reports
  .flatMap(({ testResults }) => testResults)
  .filter(
    ({ status, assertionResults }) =>
      status === "failed" && !assertionResults.some((test) => test.status === "failed"),
  );
for (const { name } of brokenFiles) console.log(`${name} failed outside its tests`);
const passed = total("numPassedTests");
const failed = total("numFailedTests") + brokenFiles.length;
console.log(`tests: ${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || reports[0]?.numPassedTests === 0 ? 1 : 0;
