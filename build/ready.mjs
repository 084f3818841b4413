// node build/ready.mjs: checks whether a release can be made of this state; lists everything that is missing, and
// fails where something is.
import { existsSync, readFileSync } from 'node:fs';

const day = 24 * 60 * 60 * 1000;
/** The release's contact has to be valid for at least this many days. */
const leastValidity = 90;

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const problems = [ownerProblem(), contactProblem(), changelogProblem(), upgradeProblem()].filter(
  (problem) => problem !== undefined,
);
for (const problem of problems) console.error(problem);
process.exitCode = problems.length ? 1 : 0;

function ownerProblem() {
  if (!manifest.repository.url.includes('/OWNER/')) return undefined;
  return 'package.json: put the owner of the repository into "repository", then run "npm run generate".';
}

function contactProblem() {
  const [, expires] = /^Expires: (.+)$/m.exec(readFileSync('.well-known/security.txt', 'utf8')) ?? [];
  if (Date.parse(expires ?? '') - Date.now() > leastValidity * day) return undefined;
  return `.well-known/security.txt: check the contact, and set "Expires" to a day more than ${leastValidity} days ahead, within a year.`;
}

function changelogProblem() {
  if (readFileSync('CHANGELOG.md', 'utf8').includes(`## ${manifest.version}`)) return undefined;
  return `CHANGELOG.md: has no entry of ${manifest.version}.`;
}

function upgradeProblem() {
  const kept = `test/unit/product/upgrade/${manifest.version}.json`;
  if (existsSync(kept)) return undefined;
  return `${kept}: is missing; "KEEP_VERSION=1 npm run test:one -- test/unit/product/upgrade.test.ts" makes it.`;
}
