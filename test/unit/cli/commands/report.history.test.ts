import assert from 'node:assert/strict';
import { assessmentOf, Repository } from '../../../support/repository';

describe('report --history', () => {
  let repository: Repository;
  beforeEach(() => (repository = new Repository()));
  afterEach(() => repository.remove());

  const rows = (markdown: string, heading: string): string[] => {
    const section = markdown.slice(markdown.indexOf(heading)).split(/\n## /)[0] ?? '';
    return section.split('\n').filter((line) => line.startsWith('| ') && !line.includes('---'));
  };

  it('shows each committed version, past a renaming, and what the file says now', async () => {
    repository.commit('one', { 'old.psirt.yaml': assessmentOf({ '1.1': 1 }) });
    repository.git('mv', 'old.psirt.yaml', 'new.psirt.yaml');
    repository.commit('two', { 'new.psirt.yaml': assessmentOf({ '1.1': 3 }) });
    repository.write({ 'new.psirt.yaml': assessmentOf({ '1.1': 4 }) });
    const { stdout, stderr, status } = await repository.run([
      'report',
      'new.psirt.yaml',
      '--history',
      '--today',
      '2030-01-01',
    ]);
    assert.deepEqual([status, stderr], [0, '']);
    const [, ...points] = rows(stdout, '## Trend of the averages').map((row) =>
      row.split(' | ').map((cell) => cell.replace(/^\| /, '')),
    );
    assert.deepEqual(
      points.map(([, , mean, first]) => [mean, first]),
      [
        ['1.00', '1.00'],
        ['3.00', '3.00'],
        ['4.00', '4.00'],
      ],
    );
    assert.deepEqual(points.at(-1)?.slice(0, 2), ['2030-01-01', 'now']);
  });

  it('shows the dated files of one subject, in a repository or not', async () => {
    repository.write({
      'a.psirt.yaml': assessmentOf({ '1.1': 1 }, 'assessed: 2029-01-01\n'),
      'b.psirt.yaml': assessmentOf({ '1.1': 2 }, 'assessed: 2029-07-01\n'),
      'c.psirt.yaml': assessmentOf({ '1.1': 5 }, 'assessed: 2029-07-01\n').replace('Router', 'Camera'),
    });
    const outcome = await repository.run([
      'report',
      'b.psirt.yaml',
      'a.psirt.yaml',
      'c.psirt.yaml',
      '--history',
      '--today',
      '2030-01-01',
    ]);
    assert.equal(outcome.stderr, '');
    const points = outcome.stdout.split('\n').filter((line) => /^\| 20/.test(line));
    const starts = [
      '| 2029-01-01 | a.psirt.yaml | 1.00 ',
      '| 2030-01-01 | now | 2.00 ',
      '| 2029-07-01 | b.psirt.yaml | 2.00 ',
      '| 2030-01-01 | now | 1.00 ',
    ];
    assert.equal(points.length, starts.length, 'the camera has no namesake');
    for (const start of starts)
      assert.ok(
        points.some((line) => line.startsWith(start)),
        start,
      );
  });

  it('draws the line in HTML, and says nothing of it where it is not asked for', async () => {
    repository.commit('one', { 'a.psirt.yaml': assessmentOf({ '1.1': 1 }) });
    repository.commit('two', { 'a.psirt.yaml': assessmentOf({ '1.1': 3 }) });
    const asked = (await repository.run(['report', 'a.psirt.yaml', '--history', '--format', 'html'])).stdout;
    assert.match(asked, /<figure class="trend-chart large"/);
    assert.doesNotMatch((await repository.run(['report', 'a.psirt.yaml', '--format', 'html'])).stdout, /<figure/);
  });

  it('compares with an earlier version in HTML, too', async () => {
    repository.commit('one', { 'a.psirt.yaml': assessmentOf({ '1.1': 1 }) });
    repository.write({ 'a.psirt.yaml': assessmentOf({ '1.1': 3 }) });
    const { stdout } = await repository.run([
      'report',
      'a.psirt.yaml',
      '--against',
      'HEAD',
      '--format',
      'html',
      '--size',
      'full',
    ]);
    assert.match(stdout, /<section class="changes">.*1\.1<\/span> Internal stakeholders: [^<]*1[^<]*3/);
  });

  it('rolls several assessments up: together by area, and what is weak everywhere', async () => {
    repository.write({
      'a.psirt.yaml': assessmentOf({ '1.1': 1, '2.1': 4 }),
      'b.psirt.yaml': assessmentOf({ '1.1': 2, '2.1': 5 }),
    });
    const markdown = (await repository.run(['report', 'a.psirt.yaml', 'b.psirt.yaml', '--size', 'full'])).stdout;
    assert.match(
      markdown,
      /## Assessments side by side\n\n.*\n.*\n\| 1 Stakeholder ecosystem management \| 1\.50 \| 1\.00 \| 0\/2 \|\n\| 2 Vulnerability discovery \| 4\.50 \| 4\.00 \| 2\/2 \|/,
    );
    assert.match(markdown, /### Below target everywhere\n\n- 1\.1 Internal stakeholders: 1\.50 in 2\n/);
    assert.match(
      (await repository.run(['report', 'a.psirt.yaml', 'b.psirt.yaml', '--format', 'html', '--size', 'full'])).stdout,
      /<section class="roll-up">.*1\.50 in 2/,
    );
  });
});
