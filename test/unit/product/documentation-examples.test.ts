/** What the pages for users show is true: files are read, commands run, and their options exist. */
import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { parseCrosswalk } from '../../../src/crosswalk/read-own';
import { translator } from '../../../src/messages/catalogues';
import { type MessageKey } from '../../../src/messages/messages';
import { parseOverlay } from '../../../src/overlay/read-overlay';
import { analyse, errorsOf, sheet } from '../../support/analyse';
import { codeOf, commandsOf, pages } from '../../support/documentation';
import { FleetTables } from '../../support/duckdb';
import { root } from '../../support/root';
import { Session } from '../../support/session';
import { yaml } from '../../support/yaml';

const action = parse(readFileSync(join(root, 'action.yml'), 'utf8')) as { inputs: object };

/** The mistakes of a sample in YAML, by what kind of file it is part of. */
function mistakesIn(sample: string): unknown[] {
  if (/^(- uses|on|maturity|repos):/m.test(sample)) return mistakesInWorkflow(sample);
  if (sample.startsWith('language:')) return [...parseOverlay(sample).issues];
  if (sample.startsWith('source:')) return [...parseCrosswalk(sample, sheet).issues];
  return errorsOf(analyse(sample.startsWith('  ') ? `services:\n${sample}` : sample));
}

/** A workflow for a build server: uses are pinned, and give our action the inputs that it has. */
function mistakesInWorkflow(sample: string): string[] {
  parse(sample);
  const uses = [...sample.matchAll(/uses: (\S+)\n?(?: +with: \{ (.*) \})?/g)];
  return uses.flatMap(([, name = '', inputs = '']) => {
    if (!/(^|\/)psirt-maturity@v[\d.]+$/.test(name))
      return /@[0-9a-f]{40}$/.test(name) ? [] : [`${name} is not pinned`];
    return [...inputs.matchAll(/([\w-]+): /g)].flatMap(([, key = '']) => (key in action.inputs ? [] : [key]));
  });
}

/** The words of a command line, those in quotes without them. */
function wordsOf(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    ([, double, single, word]) => double ?? single ?? word ?? '',
  );
}

/** Whether a line can be run as it is: no placeholders, no alternatives, and nothing it needs beside assessments. */
function isComplete(line: string): boolean {
  const isPlaceholder =
    /[[\]…|]|--(?:stdio|against|template)|(?:^| )(?:[A-Z]{3,}|ファイル|パス|名前|表|回答|コマンド)(?: |$)/.test(line);
  const [, command = '', first] = wordsOf(line);
  return (
    !isPlaceholder && (first !== undefined || ['check', 'sheet', '--version'].includes(command)) && command !== 'git'
  );
}

const filled = yaml`
  sheet: psirt-maturity@1.0
  subject: Edge router firmware
  services:
    "1.1": { score: 2, responder: Support }
    "1.2": { score: 3, responder: サポート }`;
const individual = (name: string) => yaml`
  individual-for: edge-router.psirt.yaml
  assessors: [${name}]
  services:
    "1.1": 2`;

describe('the examples of', () => {
  for (const page of pages) {
    const lines = commandsOf(page);

    it(`${page.path} in YAML and JSON are read without a mistake`, () => {
      for (const sample of codeOf(page, 'yaml')) assert.deepEqual(mistakesIn(sample), [], sample);
      for (const sample of codeOf(page, 'json')) JSON.parse(sample);
    });

    it(`${page.path} run`, async () => {
      const session = new Session();
      session.write({
        'router.psirt.yaml': filled,
        'edge-router.psirt.yaml': filled,
        'edge-router.qa.psirt.yaml': individual('Quality Assurance'),
        'edge-router.pso.psirt.yaml': individual('Product Security Office'),
        'products/router.psirt.yaml': filled,
        'products/terminal.psirt.yaml': filled,
        'security/router.psirt.yaml': filled,
      });
      try {
        for (const line of lines.filter(isComplete)) {
          const words = wordsOf(line).slice(1);
          if (words[0] === 'new') rmSync(join(session.folder, words[1] ?? ''), { force: true });
          const { status, stderr } = await session.run(words);
          assert.ok(status === 0 || (status === 1 && words[0] === 'check'), `${line}: ${status} ${stderr}`);
        }
      } finally {
        session.remove();
      }
    });

    it(`${page.path} use options that the help of their command explains`, () => {
      const inText = [
        'check',
        'compare',
        'report',
        'import',
        'sheet',
        'crosswalk',
        'sign-off',
        'wording',
        'mcp',
      ].flatMap((command) => commandsOf(page, command).map((line) => `psirt-maturity ${line}`));
      for (const line of [...lines, ...inText].filter((each) => !each.includes(';'))) {
        const [, command = ''] = wordsOf(line);
        if (command.startsWith('-') || !/^[a-z]/.test(command)) continue;
        const help = translator('en')(`cli.help.${command}` as MessageKey);
        for (const [option] of line.matchAll(/--[a-z][a-z-]+/g))
          assert.ok(option === '--help' || help.includes(option), `${line}: ${option}`);
      }
    });
  }

  it('the documentation in SQL give rows, of the lines that `check` writes', async function () {
    const engine = await FleetTables.open();
    if (!engine) return this.skip();
    const session = new Session();
    session.write({ 'products/router.psirt.yaml': filled.replace('score: 2', 'score: 0') });
    await session.run(['check', 'products', '--output', 'maturity.jsonl', '--fail-on', 'never']);
    const file = join(session.folder, 'maturity.jsonl');
    const queries = pages
      .flatMap((page) => codeOf(page, 'sql'))
      .flatMap((sql) => sql.match(/^SELECT .*(?=;$)/gm) ?? []);
    assert.ok(queries.length >= 4);
    for (const query of queries) {
      const rows = await engine.rows(`(${query.replaceAll('maturity.jsonl', file)})`);
      assert.equal(rows[0]?.['subject'], 'Edge router firmware', query);
    }
    engine.close();
    session.remove();
  });
});
