import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import schema from '../../../../schemas/result.schema.json';
import { checkFormats } from '../../../../src/cli/check/check-formats';
import type { AssessmentLine } from '../../../../src/report/check/json-lines-model';
import { assessmentOf, Repository } from '../../../support/repository';
import { parsed } from '../../../support/session';

interface Sarif {
  readonly runs: [{ readonly artifacts: { roles?: string[] }[]; readonly results: { ruleId: string }[] }];
}

describe('check --against names assessments that are no longer there', () => {
  let repository: Repository;
  beforeEach(() => {
    repository = new Repository();
    repository.commit('start', {
      'products/a.psirt.yaml': assessmentOf({ '1.1': 3, '1.2': 2, '1.3': 1 }),
      'products/b.psirt.yaml': assessmentOf({ '1.1': 1 }).replace('Router', 'Gateway'),
      'other/c.psirt.yaml': assessmentOf({ '2.1': 2 }).replace('Router', 'Camera'),
      'other/plain.yaml': 'a: 1\n',
    });
    repository.git('checkout', '--quiet', '-b', 'topic');
  });
  afterEach(() => repository.remove());
  const remove = (...paths: string[]): void => {
    repository.git('rm', '--quiet', '-r', ...paths);
    repository.commit('removed');
  };
  /** The exit status, and `path message` of what the rule finds. */
  const gone = async (...args: string[]): Promise<[number, ...string[]]> => {
    const outcome = await repository.run(['check', '--against', 'main', '--format', 'json', ...args]);
    assert.equal(outcome.stderr, '');
    const { deleted = assert.fail('none asked for'), summary } = parsed(outcome);
    const problems = deleted.flatMap(({ path, problems: own }) => own.map(({ message }) => `${path} ${message}`));
    assert.ok(problems.length <= summary.warnings + summary.errors);
    return [outcome.status, ...problems];
  };
  const deleted = (path: string) => `${path} This assessment has been deleted; it still exists in main.`;

  it('below the paths that are checked, and by those', async () => {
    remove('products/a.psirt.yaml', 'other/c.psirt.yaml', 'other/plain.yaml');
    const both = [deleted('other/c.psirt.yaml'), deleted('products/a.psirt.yaml')];
    assert.deepEqual(await gone(), [0, ...both]);
    assert.deepEqual(await gone('./products/'), [0, deleted('products/a.psirt.yaml')]);
    assert.deepEqual(await gone('products/b.psirt.yaml'), [0]);
    assert.deepEqual(await gone('products/[a-m].psirt.yaml', 'products/b*'), [0, deleted('products/a.psirt.yaml')]);
    assert.deepEqual(await gone('**/*.yaml', 'products'), [0, ...both]);
    const absolute = join(repository.folder, 'products');
    assert.deepEqual(await gone(absolute), [0, deleted(join(absolute, 'a.psirt.yaml'))]);
  });

  it('where nothing is left of what an argument means, be it a file, a folder or a pattern', async () => {
    remove('products/a.psirt.yaml', 'other/c.psirt.yaml', 'other/plain.yaml');
    for (const argument of ['other', 'other/c.psirt.yaml', 'other/*.psirt.yaml', './other/.']) {
      assert.deepEqual(await gone(argument), [0, deleted('other/c.psirt.yaml')], argument);
    }
    const { status, stderr } = await repository.run(['check', '--against', 'main', 'other', 'nowhere', 'no*where']);
    assert.equal(status, 2);
    assert.match(stderr, /^psirt-maturity: nowhere: [^\n]*\npsirt-maturity: no\*where: [^\n]*\n$/);
  });

  it('from the folder one stands in', async () => {
    remove('products/a.psirt.yaml', 'other/c.psirt.yaml');
    const args = ['check', '--against', 'main', '../other', '.'];
    const { stdout } = await repository.run(args, { folder: 'products' });
    assert.match(stdout, /^\.\.\/other\/c\.psirt\.yaml: warning This assessment has been deleted/);
    assert.match(stdout, /^a\.psirt\.yaml: warning This assessment has been deleted/m);
  });

  it('not those that were renamed, nor those that are back, nor those that others deleted on main', async () => {
    repository.git('mv', 'products/a.psirt.yaml', 'other/z.psirt.yaml');
    repository.commit('moved');
    repository.git('rm', '--quiet', '--cached', 'products/b.psirt.yaml');
    repository.git('commit', '--quiet', '--message', 'ignored from now on');
    assert.deepEqual(await gone(), [0]);
    repository.git('checkout', '--quiet', '--force', 'main');
    remove('other/c.psirt.yaml');
    repository.git('checkout', '--quiet', '-b', 'later', 'topic~1');
    assert.deepEqual(await gone(), [0]);
  });

  it('also where they were moved to what is not checked', async () => {
    repository.git('mv', 'products/a.psirt.yaml', 'other/z.psirt.yaml');
    repository.commit('moved');
    const moved =
      'products/a.psirt.yaml This assessment has been moved to other/z.psirt.yaml, outside the paths that are checked.';
    assert.deepEqual(await gone('products'), [0, moved]);
    const { stdout } = await repository.run(['check', 'products', '--against', 'main', '--format', 'markdown']);
    assert.match(stdout, /\| Router \| 2\.00 → – \| moved away \| 1 warning \|/);
    repository.git('mv', 'products/b.psirt.yaml', 'products/b.yaml');
    repository.commit('moved');
    assert.deepEqual(await gone('products/*'), [0, moved, deleted('products/b.psirt.yaml')]);
  });

  it('before that is committed or even staged', async () => {
    repository.git('rm', '--quiet', 'products/a.psirt.yaml');
    rmSync(join(repository.folder, 'other'), { recursive: true });
    assert.deepEqual(await gone(), [0, deleted('other/c.psirt.yaml'), deleted('products/a.psirt.yaml')]);
    repository.git('mv', 'products/b.psirt.yaml', 'products/y.psirt.yaml');
    rmSync(join(repository.folder, 'products', 'y.psirt.yaml'));
    const { stdout, status } = await repository.run(['check', '--against', 'main']);
    assert.deepEqual(
      [status, [...stdout.matchAll(/^(\S+): warning/gm)].map(([, path]) => path)],
      [0, ['other/c.psirt.yaml', 'products/a.psirt.yaml', 'products/b.psirt.yaml']],
    );
  });

  it('with the severity that is chosen for the rule', async () => {
    remove('products/a.psirt.yaml');
    assert.deepEqual((await gone('--rule', 'assessment-deleted=error'))[0], 1);
    assert.deepEqual((await gone('--fail-on', 'warning', 'products/a.psirt.yaml'))[0], 1);
    assert.deepEqual(await gone('--rule', 'assessment-deleted=off'), [0]);
  });

  it('in every format, before the others or apart from them', async () => {
    remove('products/a.psirt.yaml');
    const print = async (format: string) =>
      (await repository.run(['check', '--against', 'main', '--format', format, 'products'])).stdout;
    const text = await print('text');
    assert.match(
      text,
      /^products\/a\.psirt\.yaml: warning This assessment has been deleted.* \(assessment-deleted\)\n\n/,
    );
    assert.match(text, /\n1 assessment: 0 errors, \d warnings, 0 infos\n$/);
    const annotation =
      /^::warning file=products\/a\.psirt\.yaml,title=assessment-deleted::This assessment has been deleted/;
    assert.match(await print('github'), annotation);
    const markdown = await print('markdown');
    assert.match(
      markdown,
      /---: [^\n]*\n\| Router \| 2\.00 → – \| deleted \| 1 warning \|\n\n1 more assessment is unch/,
    );
    assert.match(markdown, /\n- products\/a\.psirt\.yaml warning: This assessment has been deleted/);
    const lines = (await print('jsonl'))
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as AssessmentLine);
    assert.deepEqual(
      lines.map(({ path, deleted: isDeleted, mean, scored }) => [path, isDeleted, mean, scored]),
      [
        ['products/a.psirt.yaml', true, null, 0],
        ['products/b.psirt.yaml', false, 1, 1],
      ],
    );
    assert.match(await print('unix'), /^products\/a\.psirt\.yaml:1:1: This assessment has been deleted/);
    const [suite = ''] = /<testsuite [^]*?<\/testsuite>/.exec(await print('junit')) ?? [];
    assert.match(suite, /name="products\/a\.psirt\.yaml" tests="1" [^]* name="assessment-deleted"[^]*has been deleted/);
    const { runs } = JSON.parse(await print('sarif')) as Sarif;
    assert.deepEqual(
      runs[0].artifacts.map(({ roles }) => roles),
      [['deleted'], undefined],
    );
    assert.equal(runs[0].results[0]?.ruleId, 'assessment-deleted');
  });

  it('in JSON as a list of its own, which is there when a version to compare with is given', async () => {
    remove('products/a.psirt.yaml');
    const print = async (...args: string[]) => parsed(await repository.run(['check', '--format', 'json', ...args]));
    const json = await print('--against', 'main', 'products');
    assert.deepEqual(
      json.assessments.map(({ path }) => path),
      ['products/b.psirt.yaml'],
    );
    const found = json.deleted?.map(({ path, subject, overall }) => [path, subject, overall.mean]);
    assert.deepEqual(found, [['products/a.psirt.yaml', 'Router', 2]]);
    const validate = new Ajv({ strict: false }).compile(schema);
    assert.ok(validate(json), JSON.stringify(validate.errors));
    assert.deepEqual((await print('--against', 'HEAD')).deleted, []);
    assert.equal((await print()).deleted, undefined);
  });

  it('when all of them are gone', async () => {
    remove('products', 'other');
    for (const format of Object.keys(checkFormats)) {
      const { status, stdout, stderr } = await repository.run(['check', '--against', 'main', '--format', format]);
      assert.deepEqual([status, stderr], [0, ''], format);
      for (const name of ['products/a', 'products/b', 'other/c']) assert.ok(stdout.includes(`${name}.psirt.yaml`));
      if (['json', 'sarif', 'codequality'].includes(format)) JSON.parse(stdout);
    }
  });
});
