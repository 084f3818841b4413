import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import schema from '../../../../schemas/comparison.schema.json';
import type { ComparisonResult } from '../../../../src/report/comparison/comparison-model';
import { assessmentOf, Repository } from '../../../support/repository';
import { Session } from '../../../support/session';
import { languages } from '../../../../src/messages/messages';
import { yaml } from '../../../support/yaml';

const before = assessmentOf({ '1.1': 1, '1.2': 3, '1.3': 2, '2.1': 2, '2.2': 1, '3.1': 4 }, 'target: 3\n');
const after = assessmentOf(
  { '1.1': 3, '1.2': 2, '1.3': '{ score: 2, target: 4 }', '2.1': 2, '2.2': '{ excluded: Not ours }', '4.1': 5 },
  'target: 2.5\n',
);

describe('compare', () => {
  let repository: Repository;
  beforeEach(() => (repository = new Repository()));
  afterEach(() => repository.remove());
  const json = async (...args: string[]): Promise<ComparisonResult> => {
    const { status, stdout, stderr } = await repository.run(['compare', ...args, '--format', 'json']);
    assert.deepEqual([status, stderr], [0, '']);
    return JSON.parse(stdout) as ComparisonResult;
  };
  const refusal = async (...args: string[]): Promise<string> => {
    const { status, stdout, stderr } = await repository.run(['compare', ...args]);
    assert.deepEqual([status, stdout], [2, '']);
    return stderr.replace(/^psirt-maturity: /, '').trimEnd();
  };

  for (const language of languages) {
    for (const format of ['text', 'markdown', 'json']) {
      it(`looks right in ${language} as ${format}`, async () => {
        repository.write({ 'old.psirt.yaml': before, 'router.psirt.yaml': after });
        const { stdout } = await repository.run([
          'compare',
          'old.psirt.yaml',
          'router.psirt.yaml',
          '--format',
          format,
          '--lang',
          language,
        ]);
        const golden = join(
          __dirname,
          '..',
          'golden',
          `compare.${language}.${{ text: 'txt', markdown: 'md', json: 'json' }[format]}`,
        );
        if (process.env.UPDATE_GOLDEN) writeFileSync(golden, stdout);
        assert.equal(stdout, readFileSync(golden, 'utf8'));
      });
    }
  }

  it('prints JSON as its schema has it', async () => {
    repository.write({ 'old.psirt.yaml': before, 'router.psirt.yaml': after });
    const result = await json('old.psirt.yaml', 'router.psirt.yaml');
    const validate = new Ajv({ strict: false }).compile(schema);
    assert.ok(validate(result), JSON.stringify(validate.errors));
    assert.equal(result.services.length, 28);
  });

  it('says so when nothing changed', async () => {
    repository.write({ 'a.psirt.yaml': before });
    assert.match(
      (await repository.run(['compare', 'a.psirt.yaml', 'a.psirt.yaml'])).stdout,
      /\nNo score, exclusion or target changed\n$/,
    );
  });

  it('fits a terminal', async () => {
    repository.write({ 'a.psirt.yaml': before, 'b.psirt.yaml': after });
    const { stdout } = await repository.run(['compare', 'a.psirt.yaml', 'b.psirt.yaml'], {
      columns: 56,
      env: { TERM: 'dumb' },
    });
    for (const line of stdout.split('\n')) assert.ok(line.length <= 56, line);
  });

  it('takes REV:PATH for either side, as git writes it', async () => {
    repository.commit('one', { 'products/router.psirt.yaml': assessmentOf({ '1.1': 1 }) });
    repository.git('tag', 'v1.0');
    repository.commit('two', { 'products/router.psirt.yaml': assessmentOf({ '1.1': 2 }) });
    repository.write({ 'products/router.psirt.yaml': assessmentOf({ '1.1': 4 }) });
    const scores = async (...args: string[]) => {
      const [service] = (await json(...args)).services;
      return [service?.before.score, service?.after.score];
    };
    assert.deepEqual(await scores('v1.0:products/router.psirt.yaml', 'HEAD:products/router.psirt.yaml'), [1, 2]);
    assert.deepEqual(await scores('HEAD~1:products/router.psirt.yaml', 'products/router.psirt.yaml'), [1, 4]);
    assert.deepEqual(await scores('HEAD:./products/router.psirt.yaml', 'products/router.psirt.yaml'), [2, 4]);
    assert.deepEqual(await scores('products/router.psirt.yaml', '--against', 'v1.0'), [1, 4]);
  });

  it('compares with the latest version that says something else when nothing is named', async () => {
    repository.commit('one', { 'a.psirt.yaml': assessmentOf({ '1.1': 1 }) });
    repository.commit('two', { 'a.psirt.yaml': assessmentOf({ '1.1': 2 }) });
    repository.commit('elsewhere', { 'b.txt': 'b' });
    assert.equal((await json('a.psirt.yaml')).services[0]?.before.score, 1);
    repository.write({ 'a.psirt.yaml': assessmentOf({ '1.1': 3 }) });
    assert.equal((await json('a.psirt.yaml')).services[0]?.before.score, 2);
  });

  it('follows renames, whatever the names', async () => {
    const old = '製品/ルーター "v1".psirt.yaml';
    repository.commit('one', { [old]: assessmentOf({ '1.1': 1, '1.2': 2, '1.3': 3 }) });
    repository.git('mv', old, 'edge router.psirt.yaml');
    repository.commit('moved');
    repository.write({ 'edge router.psirt.yaml': assessmentOf({ '1.1': 2, '1.2': 2, '1.3': 3 }) });
    const { before: version, services } = await json('edge router.psirt.yaml', '--against', 'HEAD~1');
    assert.deepEqual([version.name, services[0]?.before.score], [`HEAD~1:${old}`, 1]);
    repository.commit('two');
    assert.equal((await json('edge router.psirt.yaml')).services[0]?.before.score, 1);
  });

  it('reads one side from standard input', async () => {
    repository.write({ 'a.psirt.yaml': assessmentOf({ '1.1': 1 }) });
    const { stdout } = await repository.run(['compare', 'a.psirt.yaml', '-', '--format', 'json'], {
      stdin: assessmentOf({ '1.1': 2 }),
    });
    assert.equal((JSON.parse(stdout) as ComparisonResult).services[0]?.change, 1);
  });

  it('prefers a file whose name has a colon', async () => {
    repository.write({ 'HEAD:a.psirt.yaml': assessmentOf({ '1.1': 1 }), 'b.psirt.yaml': assessmentOf({ '1.1': 2 }) });
    assert.equal((await json('HEAD:a.psirt.yaml', 'b.psirt.yaml')).services[0]?.change, 1);
  });

  it('makes nothing of texts but text', async () => {
    const evil = assessmentOf({ '1.1': 2 }).replace('Router', '"\\e[31m<img src=x> | @team `x`"');
    repository.write({ 'a.psirt.yaml': assessmentOf({ '1.1': 1 }), 'b.psirt.yaml': evil });
    const { stdout } = await repository.run(['compare', 'a.psirt.yaml', 'b.psirt.yaml', '--format', 'markdown']);
    assert.match(stdout, /^### �\\\[31m\\<img src=x\\> \\\| \\@\u200bteam \\`x\\`: 1\.00 → 2\.00 \(\+1\.00\)$/m);
    assert.ok(!(await repository.run(['compare', 'a.psirt.yaml', 'b.psirt.yaml'])).stdout.includes('\u001b'));
  });

  describe('refuses', () => {
    beforeEach(() => void repository.commit('one', { 'a.psirt.yaml': before, 'broken.psirt.yaml': 'services: [' }));

    it('revisions that do not exist, or look like options', async () => {
      assert.match(
        await refusal('a.psirt.yaml', '--against', 'nowhere'),
        /^“nowhere” is not a revision of this repository/,
      );
      for (const revision of ['--output=x', '-n1', '', 'HEAD:a.psirt.yaml', 'HEAD..main', 'HEAD\nHEAD']) {
        assert.match(await refusal('a.psirt.yaml', `--against=${revision}`), / is not a revision of this repository/);
      }
      assert.match(await refusal('--', '--output=x:a.psirt.yaml', 'a.psirt.yaml'), /^“--output=x” is not a revision/);
      assert.equal(repository.git('status', '--porcelain'), '');
    });

    it('files a revision does not have', async () => {
      assert.equal(
        await refusal('HEAD:gone.psirt.yaml', 'a.psirt.yaml'),
        'there is no file “gone.psirt.yaml” in HEAD (start a path from the current folder with ./)',
      );
      repository.write({ 'new.psirt.yaml': after });
      assert.match(await refusal('new.psirt.yaml', '--against', 'HEAD'), /there is no file “new\.psirt\.yaml”/);
      assert.equal(
        await refusal('new.psirt.yaml'),
        'new.psirt.yaml: no committed version differs from the present file',
      );
    });

    it('what can not be read as an assessment', async () => {
      assert.equal(
        await refusal('a.psirt.yaml', 'broken.psirt.yaml'),
        'broken.psirt.yaml: cannot be read as an assessment (psirt-maturity check says why)',
      );
      assert.match(
        await refusal('HEAD:broken.psirt.yaml', 'a.psirt.yaml'),
        /^HEAD:broken\.psirt\.yaml: cannot be read/,
      );
    });

    it('nothing, too much, and a second file besides --against', async () => {
      assert.match(await refusal(), /^name what to compare/);
      assert.match(await refusal('a', 'b', 'c'), /unexpected argument/);
      assert.match(await refusal('a', 'b', '--against', 'HEAD'), /replaces the second file/);
    });
  });
});

describe('compare in an organisation’s own words', () => {
  it('names services as the wording beside the file does', async () => {
    const session = new Session();
    try {
      session.write({
        'products/a.psirt.yaml': 'services: { "1.1": 1 }\n',
        'products/b.psirt.yaml': 'services: { "1.1": 2 }\n',
        'products/sheet.psirt-wording.yaml': yaml`
          language: en
          services:
            "1.1": { title: Everyone inside }
        `,
      });
      const { stdout, stderr } = await session.run(['compare', 'products/a.psirt.yaml', 'products/b.psirt.yaml']);
      assert.equal(stderr, '');
      assert.match(stdout, /1\.1 +Everyone inside/);
    } finally {
      session.remove();
    }
  });
});
