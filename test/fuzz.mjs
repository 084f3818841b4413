// npm run fuzz [-- FACTOR]: the tests that try random texts and edits, with FACTOR times as many of them (20 unless
// told).
import { spawn } from 'node:child_process';

const factor = Number(process.argv[2] ?? 20);
if (!Number.isInteger(factor) || factor < 1) throw new Error('The factor is a whole number from 1.');
const tests = [
  'parse.any-text',
  'edit/edit.any-file',
  'edit/conflict-edit',
  'edit/criterion-edit',
  'edit/evidence-edit',
  'edit/insert-services.any-file',
  'edit/long-form.any-file',
  'merge/merge.any-file',
  'yaml/common-yaml',
  'yaml/incremental-reader',
].map((name) => `test/unit/assessment/${name}.test.ts`);
const args = ['--no-config', '--import=tsx', '--timeout=0', '--reporter=spec', ...tests];
const child = spawn(process.execPath, ['node_modules/mocha/bin/mocha.js', ...args], {
  stdio: 'inherit',
  env: { ...process.env, FUZZ: String(factor) },
});
child.on('close', (code) => (process.exitCode = code ?? 1));
