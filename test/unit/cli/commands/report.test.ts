import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { printable } from '../../../../src/messages/printable';
import { defaultFormat, formats } from '../../../../src/report/formats';
import { withinAwaited } from '../../../support/within';
import { allScored, Session } from '../../../support/session';
import { yaml } from '../../../support/yaml';

describe('report', () => {
  let session: Session;
  beforeEach(() => (session = new Session().write({ 'router.psirt.yaml': allScored(2) })));
  afterEach(() => session.remove());

  const written = (path: string): string => readFileSync(join(session.folder, path), 'utf8');

  it('prints Markdown unless told otherwise', async () => {
    const outcome = await session.run(['report', 'router.psirt.yaml']);
    assert.deepEqual([outcome.status, outcome.stderr], [0, '']);
    assert.match(outcome.stdout, /^# PSIRT maturity: Router\n/);
    assert.match((await session.run(['report', '--lang', 'ja'])).stdout, /^# PSIRT成熟度：Router\n/);
  });

  it('writes the file it is given, with its folders, and over what is there', async () => {
    const args = ['report', 'router.psirt.yaml', '-o', 'out/router.md'];
    assert.deepEqual(await session.run(args), { status: 0, stdout: '', stderr: '' });
    assert.match(written('out/router.md'), /^# PSIRT maturity/);
    session.write({ 'out/router.md': 'old' });
    await session.run(args);
    assert.match(written('out/router.md'), /^# PSIRT maturity/);
  });

  it('takes the format from the ending of the file', async () => {
    const first = formats.filter(
      ({ id, extension, binary }) => !binary && formats.find((format) => format.extension === extension)?.id === id,
    );
    for (const { id, extension, pictures } of first) {
      const today = ['--today', '2026-11-23'];
      await session.run(['report', 'router.psirt.yaml', '--output', `a.${extension}`, ...today]);
      const named = await session.run([
        'report',
        'router.psirt.yaml',
        '--format',
        id,
        ...(pictures ? ['--view', 'radar'] : []),
        ...today,
      ]);
      assert.equal(written(`a.${extension}`), named.stdout, id);
    }
  });

  it('takes the ending in any case, and refuses one that no format has', async () => {
    await session.run(['report', 'router.psirt.yaml', '-o', 'r.HTML']);
    assert.match(written('r.HTML'), /^<!DOCTYPE html>/i);
    await session.run(['report', 'router.psirt.yaml', '-o', 'v1.2/README']);
    assert.match(written('v1.2/README'), /^# PSIRT maturity/);
    for (const name of ['r.pdf', 'r.doc', 'r.htm', 'r.md.', 'r.md~', 'r.markdown']) {
      const { status, stderr } = await session.run(['report', 'router.psirt.yaml', '-o', name]);
      const ending = name.slice(name.lastIndexOf('.'));
      assert.equal(status, 2);
      const sentence = `${name}: no format has the ending ${ending} (there are .html .md .svg .png .json .csv .xlsx .pptx .docx .jsonl);`;
      assert.ok(stderr.startsWith(`psirt-maturity: ${sentence}`));
      assert.ok(!existsSync(join(session.folder, name)));
    }
    assert.equal((await session.run(['report', 'router.psirt.yaml', '-o', 'r.htm', '--format', 'html'])).status, 0);
    assert.match(written('r.htm'), /^<!DOCTYPE html>/i);
  });

  it('says the same as check --format json', async () => {
    const checked = await session.run(['check', '--format', 'json']);
    assert.equal((await session.run(['report', '--format', 'json'])).stdout, checked.stdout);
  });

  it('reads standard input', async () => {
    const { stdout } = await session.run(['report', '-'], { stdin: 'services: { "1.1": 2 }\n' });
    assert.match(stdout, /^# PSIRT maturity: \\<standard input\\>\n/);
  });

  it('reports several assessments in one document', async () => {
    session.write({ 'b.psirt.yaml': allScored(3).replace('Router', 'Switch') });
    const { stdout, status } = await session.run(['report']);
    assert.equal(status, 0);
    assert.match(stdout, /^# PSIRT maturity of 2 assessments\n/);
    assert.match(stdout, /^## Router$/m);
    assert.match(stdout, /^## Switch$/m);
  });

  it('reports what can be read, and ends with status 2 when something can not', async () => {
    const outcome = await session.run(['report', 'router.psirt.yaml', 'gone.psirt.yaml']);
    assert.equal(outcome.status, 2);
    assert.match(outcome.stdout, /^# PSIRT maturity: Router/);
    assert.equal(outcome.stderr, 'psirt-maturity: gone.psirt.yaml: no such file or folder\n');
  });

  it('says at once that there are more assessments than a report of the format shows', async () => {
    session.write(Object.fromEntries(Array.from({ length: 1001 }, (_, index) => [`many/${index}.psirt.yaml`, ''])));
    const args = ['report', 'many', '--format', 'html', '-o', 'many.html'];
    const outcome = await withinAwaited(5000, () => session.run(args));
    assert.deepEqual([outcome.status, outcome.stdout], [2, '']);
    assert.match(outcome.stderr, /html shows at most 1000 assessments, and 1001 were found; name fewer, or use/);
    assert.match((await session.run([...args, '--lang', 'ja'])).stderr, /1000件までです（見つかったのは1001件）/);
    assert.equal((await session.run(['report', 'many', '--format', 'roll-up-csv'])).status, 0);
  });

  it('says so where a report would be longer than a text can be', async () => {
    const format = defaultFormat as { load: typeof defaultFormat.load };
    const { load } = format;
    format.load = async () => () => printable(' '.repeat(2 ** 29));
    const { status, stderr } = await session.run(['report', 'router.psirt.yaml']);
    format.load = load;
    assert.deepEqual([status, stderr.includes('the report would be longer than can be written')], [2, true], stderr);
  });

  it('shows the history of the latest of very many files of one subject, and says so', async () => {
    const files = Array.from({ length: 502 }, (_, day) => {
      const assessed = new Date(Date.UTC(2024, 0, day + 1)).toISOString().slice(0, 10);
      return [
        `many/${day}.psirt.yaml`,
        yaml`
          subject: Router
          assessed: ${assessed}
          services:
            "1.1": ${day % 5}
        `,
      ];
    });
    session.write(Object.fromEntries(files));
    const { stdout, stderr } = await session.run(['report', 'many', '--history', '--format', 'jsonl']);
    assert.match(stderr, /502 assessments have the subject “Router”; the history shows the latest 500\n/);
    assert.equal((JSON.parse(stdout.slice(0, stdout.indexOf('\n'))) as { date: string }).date, '2024-01-03');
  });

  it('writes nothing when nothing can be read', async () => {
    const outcome = await session.run(['report', 'gone.psirt.yaml', '--output', 'report.md']);
    assert.deepEqual([outcome.status, outcome.stdout], [2, '']);
    assert.ok(!existsSync(join(session.folder, 'report.md')));
  });

  it('never writes over the assessment itself', async () => {
    const outcome = await session.run(['report', '.', '-o', './router.psirt.yaml']);
    assert.equal(outcome.status, 2);
    assert.match(outcome.stderr, /this is the assessment itself/);
    assert.equal(written('router.psirt.yaml'), allScored(2));
  });

  it('says in one line that a file cannot be written', async () => {
    const outcome = await session.run(['report', 'router.psirt.yaml', '-o', 'router.psirt.yaml/report.md']);
    assert.deepEqual([outcome.status, outcome.stdout], [2, '']);
    assert.match(
      outcome.stderr,
      /^psirt-maturity: router\.psirt\.yaml\/report\.md: the file cannot be written \(\w+\)\n$/,
    );
  });
});
