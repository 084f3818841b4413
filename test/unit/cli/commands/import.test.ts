import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { editableColumns } from '../../../../src/exchange/csv-columns';
import { languages } from '../../../../src/messages/messages';
import { Session } from '../../../support/session';

const text = '\ufeffsheet: psirt-maturity@1.0\r\nservices:\r\n  "1.1": 3 # mine\r\n  "1.2":\r\n';

describe('import', () => {
  let session: Session;
  beforeEach(() => (session = new Session().write({ 'a.psirt.yaml': text })));
  afterEach(() => session.remove());
  const now = () => readFileSync(join(session.folder, 'a.psirt.yaml'), 'utf8');

  it('takes over what report wrote and somebody changed, and keeps byte order mark, line ends and comments', async () => {
    await session.run(['report', 'a.psirt.yaml', '--output', 'a.csv']);
    const csv = readFileSync(join(session.folder, 'a.csv'), 'utf8');
    assert.deepEqual(await session.run(['import', 'a.csv', 'a.psirt.yaml']), {
      status: 0,
      stdout: '0 services changed\n',
      stderr: '',
    });
    assert.equal(now(), text);
    session.write({ 'a.csv': csv.replace('"scored","3",', '"scored","4",') });
    assert.deepEqual(await session.run(['import', 'a.csv', 'a.psirt.yaml']), {
      status: 0,
      stdout: '1.1 Internal stakeholders: score 3 → 4\n1 service changed\n',
      stderr: '',
    });
    assert.equal(now(), text.replace('3 # mine', '4 # mine'));
  });

  for (const language of languages) {
    it(`names every column that it reads (${language})`, async () => {
      const { stdout } = await session.run(['import', '--help', '--lang', language]);
      assert.deepEqual(
        editableColumns.filter((column) => !stdout.includes(column)),
        [],
      );
    });
  }

  it('writes nothing with --dry-run, but says what it would do', async () => {
    const { status, stdout } = await session.run(['import', '-', 'a.psirt.yaml', '--dry-run', '--lang', 'ja'], {
      stdin: 'id,score\n1.2,1\n',
    });
    assert.deepEqual(
      [status, stdout],
      [0, '1.2 発見者コミュニティとの関わり：スコア なし → 1\n1サービスが変わります\n'],
    );
    assert.equal(now(), text);
  });

  it('takes over the rows that fit and reports the others, with status 1', async () => {
    const outcome = await session.run(['import', '-', 'a.psirt.yaml'], {
      stdin: 'id,score\n1.1,9\n1.2,1\n\u001b[2J,1\n',
    });
    assert.equal(outcome.status, 1);
    assert.equal(outcome.stdout, '1.2 Finder community: score none → 1\n1 service changed\n');
    assert.equal(
      outcome.stderr,
      'psirt-maturity: -: row 2 (1.1): A score is a whole number from 0 to 5, not “9”.\n' +
        'psirt-maturity: -: row 4 (\ufffd[2J): The maturity sheet has no such service. Spreadsheets sometimes change IDs, too: 1.1 may have become a date.\n',
    );
    assert.equal(now(), text.replace('"1.2":', '"1.2": 1'));
  });

  it('gives up with status 2 where there is nothing to read', async () => {
    const says = async (args: string[], stdin = '') => {
      const { status, stderr } = await session.run(['import', ...args], { stdin });
      return [status, stderr.replace(/^psirt-maturity: /, '').trim()];
    };
    assert.deepEqual(await says(['a.csv']), [
      2,
      'name the table to import and the file to change: psirt-maturity import CSV PATH',
    ]);
    assert.deepEqual(await says(['a.csv', 'a.psirt.yaml']), [2, 'a.csv: no such file or folder']);
    assert.deepEqual(await says(['-', 'gone.psirt.yaml']), [2, 'gone.psirt.yaml: no such file or folder']);
    assert.deepEqual(await says(['a.csv', '-']), [
      2,
      'name the table to import and the file to change: psirt-maturity import CSV PATH',
    ]);
    assert.match(
      String((await says(['-', 'a.psirt.yaml'], 'x,y\n'))[1]),
      /^-: The first row of the table has no column “id”/,
    );
    assert.equal(now(), text);
  });
});
