import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { parse } from 'yaml';
import { parseAssessment } from '../../../../src/assessment/parse';
import { newAssessment } from '../../../../src/assessment/template';
import { loadSheet } from '../../../../src/node/load-texts';
import { translator } from '../../../../src/messages/catalogues';
import { outOfScopeIds, serviceIds } from '../../../../src/sheet/sheet';
import { parsed, Session } from '../../../support/session';
import { yaml } from '../../../support/yaml';

describe('new', () => {
  let session: Session;
  const read = (path: string) => readFileSync(join(session.folder, path), 'utf8');
  beforeEach(() => (session = new Session()));
  afterEach(() => session.remove());

  it('writes an assessment of today, with the ending, and says where', async () => {
    assert.deepEqual(await session.run(['new', 'products/edge router']), {
      status: 0,
      stderr: '',
      stdout: 'products/edge router.psirt.yaml\n',
    });
    const text = read('products/edge router.psirt.yaml');
    assert.match(
      text,
      /^sheet: psirt-maturity@1\.0\nsubject: edge router\nassessed: 2026-11-23\nassessors: \[\]\ntarget: 2\.5\n/,
    );
    assert.match(text, /\n {2}# 1 Stakeholder ecosystem management\n {2}"1\.1": {6}# Internal stakeholders\n/);
  });

  it('keeps an ending that is right already', async () => {
    assert.equal((await session.run(['new', 'a.psirt.yml'])).stdout, 'a.psirt.yml\n');
    assert.equal((await session.run(['new', 'b.psirt.yaml'])).stdout, 'b.psirt.yaml\n');
  });

  it('makes the ending of a YAML file that of an assessment', async () => {
    const written = async (given: string) => (await session.run(['new', given])).stdout.trim();
    assert.equal(await written('a.yaml'), 'a.psirt.yaml');
    assert.equal(await written('b.yml'), 'b.psirt.yml');
    assert.equal(await written('c.psirt'), 'c.psirt.yaml');
    assert.equal(await written('v1.2'), 'v1.2.psirt.yaml');
    assert.match(read('a.psirt.yaml'), /^subject: a$/m);
    for (const nameless of ['.yaml', 'x/.psirt.yml', '.psirt']) {
      assert.match((await session.run(['new', nameless])).stderr, /this is not the name of a file to write/, nameless);
    }
  });

  it('takes subject and target, and writes its comments in the language asked for', async () => {
    await session.run(['new', 'a', '--subject', 'ルーター', '--target', '3', '--lang', 'ja']);
    const text = read('a.psirt.yaml');
    assert.match(text, /^subject: ルーター$/m);
    assert.match(text, /^target: 3$/m);
    assert.match(text, /^# 各サービスのレベルを0から順に読み/m);
  });

  it('refuses to overwrite', async () => {
    session.write({ 'a.psirt.yaml': 'mine' });
    assert.deepEqual(await session.run(['new', 'a']), {
      status: 2,
      stdout: '',
      stderr: 'psirt-maturity: a.psirt.yaml: the file already exists and was not changed\n',
    });
    assert.equal(read('a.psirt.yaml'), 'mine');
  });

  it('says when a folder of the path can not be made', async () => {
    session.write({ file: '' });
    const { status, stderr } = await session.run(['new', 'file/a']);
    assert.equal(status, 2);
    assert.match(stderr, /^psirt-maturity: file\/a\.psirt\.yaml: the file cannot be written \(E[A-Z]+\)\n$/);
  });

  it('names every service in scope, none of them scored, which is a single problem', async () => {
    await session.run(['new', 'a']);
    const [assessment] = parsed(await session.run(['check', '--format', 'json'])).assessments;
    assert.deepEqual(
      assessment?.problems.map(({ rule }) => rule),
      ['missing-score'],
    );
    const { services } = parseAssessment(read('a.psirt.yaml'));
    assert.deepEqual(
      [...services.keys()],
      serviceIds.filter((id) => !outOfScopeIds.includes(id)),
    );
    assert.ok([...services.values()].every(({ quoted, score }) => quoted && !score));
  });

  it('gives any subject back as it was', () => {
    const sheet = loadSheet('en');
    const back = (subject: string, version: '1.1' | '1.2') =>
      (
        parse(newAssessment({ subject, target: 2.5, today: '2026-11-23', sheet, t: translator('en') }), {
          version,
        }) as { subject: unknown }
      ).subject;
    const awkward = fc.constantFrom(
      'no',
      '12:30',
      '0x1f',
      '~',
      '',
      ' a ',
      '- a',
      'a: b',
      'a #b',
      '"',
      "'",
      '{a',
      '2026-11-20',
      'a\nb\n',
      '\u0007',
      '# x',
      '|',
      '\u2028',
      '\ud83e\udd16',
    );
    fc.assert(
      fc.property(fc.oneof(awkward, fc.string({ unit: 'grapheme' })), (subject) => {
        assert.equal(back(subject, '1.2'), subject);
        assert.equal(back(subject, '1.1'), subject);
      }),
    );
  });

  it("makes an assessor's own file for an assessment, without its answers", async () => {
    session.write({
      'a.psirt.yaml': yaml`
        sheet: psirt-maturity@1.0
        services:
          "1.1": 3 # kept
      `,
    });
    const options = ['--individual-for', 'a.psirt.yaml', '--assessor', 'QA'];
    assert.equal((await session.run(['new', 'own/a.qa', ...options])).status, 0);
    assert.equal(
      read('own/a.qa.psirt.yaml'),
      yaml`
        sheet: psirt-maturity@1.0
        individual-for: ../a.psirt.yaml
        assessors: [QA]
        services:
          "1.1": # kept
      `,
    );
    const checked = await session.run(['check', '.', '--fail-on', 'error']);
    assert.equal(checked.status, 0, checked.stdout);
    assert.equal((await session.run(['new', 'b', '--individual-for', 'a.psirt.yaml'])).status, 2);
    assert.equal((await session.run(['new', 'b', ...options, '--subject', 'B'])).status, 2);
    assert.equal((await session.run(['new', 'b', '--individual-for', 'gone.psirt.yaml', '--assessor', 'A'])).status, 2);
  });
});
