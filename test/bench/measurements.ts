/** What the bench measures: each by its name, with the rows it gives. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { parseAssessment } from '../../src/assessment/parse';
import { YamlReader } from '../../src/assessment/yaml/incremental-reader';
import { hoverAt } from '../../src/language/hover';
import { checkAssessment } from '../../src/rules/check';
import { scoreAssessment } from '../../src/scoring/score';
import { timeActivations } from './activation';
import { fleetRows } from './fleet';
import { timeServers } from './language-server';
import { timeAssessmentsView } from './assessments-view';
import { fullAssessment, tenfold, withCriteria } from '../support/full-assessment';
import { measureLongSteps } from './long-steps';
import { timeManyFiles } from './many-files';
import { loadLimits, sizeAtOnce } from './load-size';
import { alone, compared, median, type Row } from './rows';
import { languageServer, languageServerValidation } from './yaml-server';
import { sheet, t } from '../support/words';

const root = process.cwd();
const text = fullAssessment();

/** The median of many timings of one call, in milliseconds; the calls are warmed up first. */
function time(call: () => unknown, rounds = 400): number {
  for (let round = 0; round < rounds / 2; round++) call();
  const timings = Array.from({ length: rounds }, () => {
    const start = performance.now();
    call();
    return performance.now() - start;
  });
  return median(timings);
}

/**
 * The medians of several calls made in turns, a dozen of each at a time, so that all meet the same machine and none
 * pays for the caches another has emptied; the first third of the turns warms up.
 */
async function inTurns(calls: readonly (() => unknown)[], turns = 60, dozen = 12): Promise<number[]> {
  const timings = calls.map((): number[] => []);
  for (let turn = 0; turn < turns; turn++) {
    for (const [index, call] of calls.entries()) {
      for (let time = 0; time < dozen; time++) {
        const start = performance.now();
        await call();
        if (turn >= turns / 3 && time >= 2) timings[index]?.push(performance.now() - start);
      }
    }
  }
  return timings.map(median);
}

/** The whole way of a text: parsed, scored, checked. */
function analyse(source: string, read?: Parameters<typeof parseAssessment>[1]): unknown {
  const assessment = parseAssessment(source, read);
  const scored = scoreAssessment(sheet, assessment);
  return checkAssessment({ sheet, assessment, scored, today: '2026-11-23', t, documents: new Map() });
}

/** `more` says what is special of a text, behind its size. */
async function analysisRows(source: string, more = ''): Promise<Row[]> {
  const validate = await languageServerValidation(source);
  const calls = [() => analyse(source), () => parseDocument(source), validate];
  const [ours = 0, bare = 0, server = 0] = await inTurns(calls);
  const size = `${(source.length / 1000).toFixed(1)} KB${more}`;
  return [
    compared(`text to problems and scores (${size}) / yaml parseDocument`, ours, bare, 1.25),
    compared(`text to problems and scores (${size}) / yaml-language-server`, ours, server, 0.6),
  ];
}

/** After each keystroke one line of one note is another; the server gets the same texts. */
async function typingRow(source: string, more = ''): Promise<Row> {
  const versions = ['Reviewed with', 'Reviewed  with'].map((words) => source.replace('Reviewed with', words));
  const reader = new YamlReader();
  let count = 0;
  const next = (): string => versions[count++ % 2] ?? '';
  const validate = languageServer();
  const [ours = 0, server = 0] = await inTurns(
    [() => analyse(next(), (text) => reader.read(text)), () => validate(next())],
    source.length > 20_000 ? 12 : 60,
  );
  return compared(
    `analysis after a keystroke (${(source.length / 1000).toFixed(1)} KB${more}) / yaml-language-server`,
    ours,
    server,
    0.3,
  );
}

/** A full assessment with 150 answered criteria keeps to what holds without any. */
async function criteriaRows(): Promise<Row[]> {
  const answered = withCriteria(text, sheet, 150);
  const more = ', 150 criteria';
  return [...(await analysisRows(answered, more)), await typingRow(answered, more)];
}

/** Medians over a few starts of VS Code, each of which times both. */
function activationRow(): Row {
  const starts = timeActivations(5);
  const [ours, peer] = [median(starts.map((start) => start.ours)), median(starts.map((start) => start.peer))];
  return compared('activation in VS Code / its JSON features', ours, peer, 0.5);
}

/** Medians of a few starts; the second opening is of the same workspace, in a window that was loaded anew. */
function viewRows(): Row[] {
  const rowsOf = (
    scenario: string,
    rounds: number,
    limits: { readonly first: number; readonly second?: number },
  ): Row[] =>
    timeAssessmentsView(scenario, rounds).flatMap(({ opening, files, firstPaint, total, longest, ours }) => {
      const what = `Assessments view over ${files} files, ${opening} opening`;
      return [
        alone(`${what}: first paint`, firstPaint, 'ms'),
        alone(`${what}: complete`, total, 'ms', limits[opening]),
        longestStep(what, ours, longest),
      ];
    });
  return [...rowsOf('many', 3, { first: 3000, second: 1000 }), ...rowsOf('very-many', 1, { first: 15_000 })];
}

/** Longest steps on the thread of VS Code's extensions, ours beside those of all that runs there. */
function stepRows(): Row[] {
  return measureLongSteps(3).map(({ what, ours, all }) => longestStep(what, ours, all));
}

function longestStep(what: string, ours: number, all: number): Row {
  return {
    what: `longest step, ${what}`,
    unit: 'ms',
    ours,
    peer: all,
    aim: { limit: 50, is: 'at-most', of: 'ours' },
  };
}

function hoverRow(): Row {
  const assessment = parseAssessment(text);
  const context = { sheet, assessment, scored: scoreAssessment(sheet, assessment), t };
  const offset = text.indexOf('"3.2"') + 2;
  return alone(
    'hover on a service, cached document',
    time(() => hoverAt(context, offset), 2000),
    'ms',
    0.1,
  );
}

/** Both commands in turns, so that both meet the same machine. Node 22 and newer start in half the time of Node 20. */
function coldRow(): Row {
  const folder = mkdtempSync(join(tmpdir(), 'psirt-bench-'));
  const file = join(folder, 'full.psirt.yaml');
  writeFileSync(file, text);
  const spawn = (args: string[]) => {
    const start = performance.now();
    execFileSync(process.execPath, args, { stdio: 'ignore', cwd: folder });
    return performance.now() - start;
  };
  const [ours, peer]: [number[], number[]] = [[], []];
  for (let round = 0; round < 41; round++) {
    ours.push(spawn([join(root, 'dist', 'cli.js'), 'check', file]));
    peer.push(spawn(['-e', '0']));
  }
  rmSync(folder, { recursive: true });
  return compared('check of one file, cold / node -e 0', median(ours), median(peer), 1.5);
}

/** Both servers over standard input and output; the first sessions warm what the system keeps of files. */
async function serverRows(): Promise<Row[]> {
  const sessions: Awaited<ReturnType<typeof timeServers>>[] = [];
  for (let round = 0; round < 6; round++) sessions.push(await timeServers(text));
  const of = (pick: (one: (typeof sessions)[number]) => number): number => median(sessions.slice(1).map(pick));
  const [first, theirs] = [of(({ ours }) => ours.first), of(({ peer }) => peer.first)];
  const [typed, theirTyped] = [of(({ ours }) => median(ours.keystrokes)), of(({ peer }) => median(peer.keystrokes))];
  return [
    {
      ...compared('language server: start to problems / yaml-language-server', first, theirs),
      aim: { limit: 300, is: 'at-most', of: 'ours' },
    },
    compared('language server: keystroke to problems / yaml-language-server', typed, theirTyped, 0.5),
  ];
}

/**
 * Each figure the median of a few runs; the peer is a loop of `yaml` and `ajv` with our JSON Schema over the same
 * files. More cannot be asked of all cores than what independent processes reach on this machine in the same run.
 */
async function manyFilesRows(): Promise<Row[]> {
  const [few, many] = [await timeManyFiles(1000, 3), await timeManyFiles(10_000, 3)];
  const ceiling = many.one / many.apart;
  const perFile = (one: typeof few): number => one.all / one.files;
  return [
    compared('check: time per file, 10,000 files / 1,000 files', perFile(many), perFile(few), 1.05),
    compared('check of 1000 files / a loop of yaml and ajv', few.all, few.peer, 0.9),
    compared('check of 10000 files / a loop of yaml and ajv', many.all, many.peer, 0.6),
    {
      ...compared(`check of ${many.files} files: one thread / all cores`, many.one, many.all),
      aim: { limit: Math.min(1.7, 0.95 * ceiling), is: 'at-least', of: 'ratio' },
    },
    compared(`check of ${many.files} files: one thread / a process for each core`, many.one, many.apart),
    compared(
      `check of ${many.files} files, none changed: --cache / a loop of yaml and ajv`,
      many.cached,
      many.peer,
      0.1,
    ),
    alone(`check of ${many.files} files: peak memory`, many.peak / 1024, 'MB', 300),
  ];
}

function sizeRows(): Row[] {
  return Object.entries(loadLimits).map(([file, limit]) =>
    alone(`size of dist/${file}`, sizeAtOnce(join(root, 'dist', file)) / 1024, 'KB', limit),
  );
}

export interface Measurement {
  readonly name: string;
  /** It starts a VS Code, which has to be installed and takes minutes. */
  readonly inEditor: boolean;
  readonly rows: () => readonly Row[] | Promise<readonly Row[]>;
}

/** All that is measured: what needs no editor first, what takes long last. */
export const measurements: readonly Measurement[] = [
  { name: 'size', inEditor: false, rows: sizeRows },
  { name: 'analysis', inEditor: false, rows: () => analysisRows(text) },
  { name: 'criteria', inEditor: false, rows: criteriaRows },
  { name: 'typing', inEditor: false, rows: async () => [await typingRow(text), await typingRow(tenfold(text))] },
  { name: 'hover', inEditor: false, rows: () => [hoverRow()] },
  { name: 'cold', inEditor: false, rows: () => [coldRow()] },
  { name: 'server', inEditor: false, rows: serverRows },
  { name: 'files', inEditor: false, rows: manyFilesRows },
  { name: 'fleet', inEditor: false, rows: () => fleetRows(text) },
  { name: 'activation', inEditor: true, rows: () => [activationRow()] },
  { name: 'view', inEditor: true, rows: viewRows },
  { name: 'steps', inEditor: true, rows: stepRows },
];
