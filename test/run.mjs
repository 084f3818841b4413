// npm test: format, lint (layers included), unused code, types, unit tests, the packages, host tests; closes with what
// all tests together came to.
import { spawn } from 'node:child_process';

const totals = { passing: 0, failing: 0, pending: 0 };

/** The steps, cheapest first; one that fails ends the run. */
const steps = [
  ['format', 'npx', ['prettier', '--check', '--log-level', 'warn', '.']],
  ['lint', 'npx', ['eslint', '.']],
  ['unused code', 'npx', ['knip', '--no-progress']],
  ['types', 'npx', ['tsc']],
  ['unit tests', 'npx', ['mocha']],
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
  ['build', process.execPath, ['esbuild.mjs', '--tests']],
  ['package', process.execPath, ['build/package.mjs']],
  [
    'tests of the packages',
    'npx',
    [
      'mocha',
      '--no-config',
      '--node-option',
      'import=tsx',
      '--timeout',
      '120000',
      '--reporter',
      'dot',
      'test/package/*.test.ts',
    ],
  ],
  [
    'saved pages',
    'npx',
    ['mocha', '--no-config', '--node-option', 'import=tsx', '--reporter', 'dot', 'test/accessibility/*.test.ts'],
  ],
  ['host tests', process.execPath, ['test/host/run.mjs', ...process.argv.slice(2)]],
  [
    'host tests in other surroundings',
    process.execPath,
    [
      'test/host/run.mjs',
      '--lang=en',
      ...process.argv.slice(2),
      '--host=browser',
      '--scenario=restricted,virtual,coexistence,folders,empty,reload',
    ],
  ],
  [
    'host tests in the web worker',
    process.execPath,
    ['test/host/run.mjs', '--lang=en', ...process.argv.slice(2), '--host=web', '--scenario=virtual'],
  ],
  [
    'host tests of the package',
    process.execPath,
    ['test/host/run.mjs', '--package=dist/psirt-maturity.vsix', '--lang=en', ...process.argv.slice(2)],
  ],
];

let failed = false;
for (const [name, command, args] of steps) {
  console.log(`\n> ${name}`);
  const start = Date.now();
  failed = (await run(command, args)) !== 0;
  console.log(`  ${name}: ${Math.round((Date.now() - start) / 1000)} s`);
  if (failed) {
    console.error(`\n${name}: failed`);
    break;
  }
}
if (failed && totals.failing === 0) totals.failing = 1;
console.log(`\n${totals.passing} passed, ${totals.failing} failed, ${totals.pending} skipped`);
process.exitCode = failed ? 1 : 0;

/** Runs a command, shows what it prints, and adds up the tests it tells of. Resolves to its exit code. */
function run(command, args) {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    output += text;
    process.stdout.write(text);
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      for (const kind of Object.keys(totals)) {
        for (const [, count] of output.matchAll(new RegExp(`^\\s*(\\d+) ${kind}\\b`, 'gm')))
          totals[kind] += Number(count);
      }
      resolve(code ?? 1);
    });
  });
}
