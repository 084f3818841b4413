/**
 * The GitHub Action (`action.yml`): `check` with the step's inputs, its figures as outputs and its comment as the
 * step's summary. Each is a separate run of the command line.
 */
import { spawnSync } from 'node:child_process';
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { isStandardInput } from '../../node/read-file';
import type { Result } from '../../report/check/result-model';
import { together } from '../../scoring/roll-up';

const program = join(__dirname, '..', 'cli.js');
const { env } = process;

process.exitCode = checkAsAsked();
writeOutputs();
writeSummary();

/** Prints or writes what the step asks for; the exit status is the step's. */
function checkAsAsked(): number {
  const output = input('output');
  const args = [
    `--fail-on=${input('fail-on')}`,
    `--format=${input('format')}`,
    ...(output ? [`--output=${output}`] : []),
  ];
  return (
    spawnSync(process.execPath, [program, ...checkArguments(args)], {
      stdio: ['ignore', 'inherit', 'inherit'],
    }).status ?? 2
  );
}

/** Writes the step's outputs: numbers only, never text from a file. A missing mean is empty. */
function writeOutputs(): void {
  const result = env['GITHUB_OUTPUT'] && printed('json');
  if (!result) return;
  const { assessments, summary } = JSON.parse(result) as Result;
  const figures = {
    assessments: summary.assessments,
    mean: together(assessments.map(({ overall }) => overall)).mean ?? '',
    'below-target': assessments.reduce((sum, { overall }) => sum + overall.belowTarget, 0),
    problems: summary.errors + summary.warnings + summary.infos,
    errors: summary.errors,
    warnings: summary.warnings,
    infos: summary.infos,
  };
  const lines = Object.entries(figures).map(([name, value]) => `${name}=${value}\n`);
  appendFileSync(env['GITHUB_OUTPUT'] ?? '', lines.join(''));
}

function writeSummary(): void {
  const comment = env['GITHUB_STEP_SUMMARY'] && printed('markdown');
  if (comment) appendFileSync(env['GITHUB_STEP_SUMMARY'] ?? '', comment);
}

/** The output of `check` in a format, for parsing: without the parts for a build server's log. */
function printed(format: string): string {
  const { GITHUB_ACTIONS: _, ...others } = env;
  const args = checkArguments(['--fail-on=never', `--format=${format}`]);
  const { stdout } = spawnSync(process.execPath, [program, ...args], {
    encoding: 'utf8',
    env: others,
    maxBuffer: Infinity,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return stdout;
}

/** Inputs cannot add options: values are joined to their option, and paths follow `--`. */
function checkArguments(own: readonly string[]): string[] {
  const against = input('against');
  const rules = lines('rules').map((rule) => `--rule=${rule}`);
  return [
    'check',
    ...own,
    `--lang=${input('lang')}`,
    ...(against ? [`--against=${against}`] : []),
    ...rules,
    '--',
    // A step has no standard input, so `-` is a file of that name.
    ...lines('paths').map((path) => (isStandardInput(path) ? `./${path}` : path)),
  ];
}

function lines(name: string): string[] {
  return input(name)
    .split(/\r?\n/)
    .filter((line) => line !== '');
}

/** An input of the step; the runner fills in the defaults of `action.yml`. */
function input(name: string): string {
  return env[`INPUT_${name.toUpperCase()}`] ?? '';
}
