// npm test: format, types, the packages, unit tests, host tests, beside which lint (layers included) and the search for
// unused code run; closes with what all tests together came to.
import { spawn } from 'node:child_process';
import { constants, setPriority } from 'node:os';

/**
 * A command, and what it is called. One that `gives way` takes only the time that others leave.
 * @typedef {[name: string, command: string, args: readonly string[], manner?: 'gives way']} Step
 */

const totals = { passing: 0, failing: 0, pending: 0 };

const mocha = ['mocha', '--no-config', '--node-option', 'import=tsx', '--reporter', 'dot'];

/**
 * @param {string} name
 * @param {readonly string[]} args
 * @returns {Step}
 */
const hostTests = (name, ...args) => [name, process.execPath, ['test/host/run.mjs', ...args, ...process.argv.slice(2)]];

/**
 * @param {string} name
 * @param {string} scenarios
 * @returns {Step}
 */
const elsewhere = (name, scenarios) => hostTests(name, '--lang=en', '--host=browser', `--scenario=${scenarios}`);

/**
 * The stages, one after the other; a stage that fails ends the run. The rows of a stage run at the same time, the steps
 * of a row one after the other. The unit tests take all cores by themselves, and so does a VS Code that is typed into
 * as fast as its tests do, but for what gives way. In other surroundings little is typed, and half of the time goes by
 * waiting.
 * @type {readonly (readonly (readonly Step[])[])[]}
 */
const stages = [
  [
    [
      ['format', 'npx', ['prettier', '--check', '--cache', '--log-level', 'warn', '.']],
      ['types', 'npx', ['tsc', '--incremental', '--tsBuildInfoFile', 'node_modules/.cache/types.tsbuildinfo']],
    ],
    [
      ['build', process.execPath, ['esbuild.mjs', '--tests']],
      ['package', process.execPath, ['build/package.mjs']],
      ['tests of the packages', 'npx', [...mocha, '--timeout', '120000', 'test/package/*.test.ts']],
    ],
    [
      ['a VS Code and a browser to test in', process.execPath, ['test/host/ready.mjs']],
      ['saved pages', 'npx', [...mocha, 'test/accessibility/*.test.ts']],
    ],
  ],
  [[['unit tests', 'npx', ['mocha']]]],
  [
    [
      hostTests('host tests in English', '--lang=en'),
      hostTests('host tests in Japanese', '--lang=ja'),
      [
        'grammar tests',
        'npx',
        [
          'vscode-tmgrammar-test',
          '-g',
          'test/unit/product/grammar/yaml-stand-in.tmLanguage.json',
          '-g',
          'syntaxes/psirt-yaml.tmLanguage.json',
          'test/unit/product/grammar/*.psirt.yaml',
        ],
      ],
    ],
    [
      ['unused code', 'npx', ['knip', '--no-progress'], 'gives way'],
      ['lint', 'npx', ['eslint', '.'], 'gives way'],
    ],
  ],
  [
    [elsewhere('host tests in other surroundings', 'restricted,virtual,coexistence,folders')],
    [
      elsewhere('host tests without a folder, and in a window loaded anew', 'empty,reload'),
      hostTests('host tests in the web worker', '--lang=en', '--host=web', '--scenario=virtual'),
      hostTests('host tests of the package', '--lang=en', '--package=dist/psirt-maturity.vsix'),
    ],
  ],
];

/** The step whose output shows while it runs; that of others waits for their end. @type {Step | undefined} */
let watched;

let failed = false;
for (const rows of stages) {
  failed = (await Promise.all(rows.map(runRow))).includes(false);
  if (failed) break;
}
if (failed && totals.failing === 0) totals.failing = 1;
console.log(`\n${totals.passing} passed, ${totals.failing} failed, ${totals.pending} skipped`);
process.exitCode = failed ? 1 : 0;

/**
 * Runs the steps of a row up to one that fails.
 * @param {readonly Step[]} row
 * @returns {Promise<boolean>} whether all went well
 */
async function runRow(row) {
  for (const step of row) {
    if (!(await runStep(step))) return false;
  }
  return true;
}

/**
 * @param {Step} step
 * @returns {Promise<boolean>} whether it went well
 */
async function runStep(step) {
  const [name, command, args, manner] = step;
  const start = Date.now();
  const watch = () => {
    watched = step;
    console.log(`\n> ${name}`);
  };
  if (!watched) watch();
  const { code, output } = await run(command, args, manner, (text) => {
    if (watched === step) process.stdout.write(text);
  });
  const well = code === 0;
  if (watched === step) watched = undefined;
  else process.stdout.write(`\n> ${name}\n${output}`);
  console.log(`  ${name}: ${Math.round((Date.now() - start) / 1000)} s${well ? '' : ', FAILED'}`);
  if (watched) console.log(`\n> ${watched[0]}, continued`);
  return well;
}

/**
 * Runs a command, and adds up the tests it tells of.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {Step[3]} manner
 * @param {(text: string) => void} onOutput
 * @returns {Promise<{ code: number, output: string }>} its exit code, and what it printed
 */
function run(command, args, manner, onOutput) {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  if (manner === 'gives way' && child.pid) setPriority(child.pid, constants.priority.PRIORITY_LOW);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      output += text;
      onOutput(text);
    });
  }
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      for (const kind of Object.keys(totals)) {
        for (const [, count] of output.matchAll(new RegExp(`^\\s*(\\d+) ${kind}\\b`, 'gm')))
          totals[kind] += Number(count);
      }
      resolve({ code: code ?? 1, output });
    });
  });
}
