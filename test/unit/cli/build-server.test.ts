import assert from 'node:assert/strict';
import { Session } from './session';

describe('text from files in the log of a build server', () => {
  let session: Session;
  const evil = ['::error file=a::b', '::set-output name=x::y', '##vso[task.setvariable variable=PATH]/evil', '##[add-path]/evil'];
  const value = JSON.stringify(evil.join(' '));
  const lines = evil.map((line) => `        ${line}\n`).join('');
  const text = (score: number) =>
    `subject: ${value}\nassessed: 2020-01-01\nwording: ${value}\n${value}: 1\nservices:\n  "1.1":\n    score: ${score}\n    evidence: [${value}]\n` +
    `    note: |\n${lines}    plan: [{ action: ${value}, owner: ${value}, due: 2020-01-01 }]\n  "1.2": { excluded: ${value} }\n  ${value}: 2\n`;
  const wording = `language: en\ntitle: x\nservices:\n  "1.1":\n    title: ${value}\n    objective: |\n${lines}    levels:\n      "4": { summary: ${value}, description: ${value} }\n`;

  before(() => {
    session = new Session();
    session.write({ 'a.psirt.yaml': text(3), '::warning::b.psirt.yaml': text(2), 'own.psirt-wording.yaml': wording, 'table.csv': `id,score,note\n${evil[0]},1,x\n1.1,9,${evil[2]}\n1.2,${evil[3]},\n` });
  });
  after(() => session.remove());

  const files = ['a.psirt.yaml', '::warning::b.psirt.yaml'];
  const runs: string[][] = [
    ...['text', 'json', 'jsonl', 'sarif', 'markdown', 'github'].map((format) => ['check', ...files, '--format', format]),
    ...['markdown', 'html', 'csv', 'json'].map((format) => ['report', ...files, '--format', format]),
    ['report', 'a.psirt.yaml', '--format', 'svg'],
    ...['text', 'markdown', 'json'].map((format) => ['compare', ...files, '--format', format]),
    ...['text', 'markdown', 'json'].map((format) => ['sheet', '1.1', '--format', format, '--wording', 'own.psirt-wording.yaml']),
    ['import', 'table.csv', 'a.psirt.yaml', '--dry-run'],
    ['wording', 'check', 'own.psirt-wording.yaml'],
    ['check', '::error::gone'],
  ];
  for (const args of runs) {
    it(`is no command to it: ${args.join(' ')}`, async () => {
      const { stdout, stderr } = await session.run(args);
      assert.notEqual(stdout + stderr, '');
      for (const line of `${stdout}\n${stderr}`.split('\n')) {
        assert.doesNotMatch(line, /##(vso)?\[/);
        // The commands of our own annotations name a rule.
        if (!/^::(error|warning|notice) file=[^:]*,title=[a-z-]+::/.test(line)) assert.doesNotMatch(line, /^\s*::[a-z-]+( .*)?::/i);
      }
    });
  }
});
