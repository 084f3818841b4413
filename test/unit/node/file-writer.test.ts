import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { writeFile } from '../../../src/node/file-writer';
import { allScored, Session } from '../../support/session';
import { root } from '../../support/root';
import { yaml } from '../../support/yaml';
import { itOnUnix } from '../../support/unix';

const sources = join(root, 'src');
const table = 'id,score\n1.1,3\n';
const isRoot = process.getuid?.() === 0;

describe('a file that is written', () => {
  let session: Session;
  const at = (...path: string[]) => join(session.folder, ...path);
  const names = () => readdirSync(session.folder).sort();
  const says = async (args: string[], stdin = table) => {
    const { status, stderr } = await session.run(args, { stdin });
    return [status, stderr.replace(/^psirt-maturity: /, '').trim()];
  };
  beforeEach(
    () => (session = new Session().write({ 'a.psirt.yaml': allScored(2), 'sheet.txt': '1.1 Internal stakeholders\n' })),
  );
  afterEach(() => session.remove());

  itOnUnix('keeps its rights, whatever those of new files are', async () => {
    for (const mode of [0o600, 0o666, 0o640, 0o755]) {
      writeFileSync(at('a.psirt.yaml'), allScored(2));
      chmodSync(at('a.psirt.yaml'), mode);
      assert.deepEqual(await says(['import', '-', 'a.psirt.yaml']), [0, '']);
      assert.equal(statSync(at('a.psirt.yaml')).mode & 0o7777, mode);
      assert.match(readFileSync(at('a.psirt.yaml'), 'utf8'), /"1\.1": 3/);
    }
  });

  itOnUnix('keeps its owner, or says that it could not', async function () {
    if (!isRoot) this.skip();
    chownSync(at('a.psirt.yaml'), 1234, 2345);
    assert.deepEqual(await says(['import', '-', 'a.psirt.yaml']), [0, '']);
    const { uid, gid } = statSync(at('a.psirt.yaml'));
    assert.deepEqual([uid, gid], [1234, 2345]);
    chmodSync(session.folder, 0o777);
    chmodSync(at('a.psirt.yaml'), 0o4666);
    const script = `
      const { writeFile } = require(${JSON.stringify(join(sources, 'node', 'file-writer.ts'))});
      process.setgid(65534);
      process.setuid(65534);
      console.log(writeFile('a.psirt.yaml', 'x', process.cwd(), { isAssessment: true }).map(({ key }) => key).join());`;
    const child = spawnSync(process.execPath, ['--require', require.resolve('tsx/cjs'), '--eval', script], {
      cwd: session.folder,
      encoding: 'utf8',
    });
    assert.equal(child.stdout.trim(), 'cli.lost-rights', child.stderr);
    assert.equal(statSync(at('a.psirt.yaml')).mode & 0o7777, 0o666, 'nobody else gets the rights of who owned it');
  });

  it('says which names do not follow it', async () => {
    linkSync(at('a.psirt.yaml'), at('backup.psirt.yaml'));
    assert.deepEqual(await says(['import', '-', 'a.psirt.yaml']), [
      0,
      'a.psirt.yaml: the file has other names (hard links), which keep the previous content',
    ]);
    assert.equal(readFileSync(at('backup.psirt.yaml'), 'utf8'), allScored(2));
  });

  it('stays a link where it is one', async () => {
    symlinkSync('a.psirt.yaml', at('link.psirt.yaml'));
    assert.deepEqual(await says(['import', '-', 'link.psirt.yaml']), [0, '']);
    assert.match(readFileSync(at('a.psirt.yaml'), 'utf8'), /"1\.1": 3/);
    assert.ok(
      readdirSync(session.folder, { withFileTypes: true })
        .find(({ name }) => name === 'link.psirt.yaml')
        ?.isSymbolicLink(),
    );
  });

  it('is left as it is where an editor saved it since it was read', async () => {
    const saved = `${allScored(2)}# saved meanwhile\n`;
    const stdin = (async function* () {
      yield Buffer.from('id,score\n');
      writeFileSync(at('a.psirt.yaml'), saved);
      yield Buffer.from('1.1,3\n');
    })();
    const { status, stdout, stderr } = await session.run(['import', '-', 'a.psirt.yaml'], { stdin });
    // What comes back is shown before it is written.
    assert.deepEqual([status, stdout], [2, '1.1 Internal stakeholders: score 2 → 3\n']);
    assert.equal(
      stderr,
      'psirt-maturity: a.psirt.yaml: the file was changed in the meantime and was not overwritten; run the command again\n',
    );
    assert.equal(readFileSync(at('a.psirt.yaml'), 'utf8'), saved);
    assert.deepEqual(names(), ['a.psirt.yaml', 'sheet.txt']);
  });

  it('starts with a byte order mark where it did, not where its first letter only looks like one', async () => {
    const text = yaml`
      （memo）: 1
      services:
        "1.1": 2
    `;
    for (const start of ['', '\ufeff']) {
      writeFileSync(at('a.psirt.yaml'), start + text);
      assert.equal((await says(['import', '-', 'a.psirt.yaml']))[0], 0);
      assert.equal(readFileSync(at('a.psirt.yaml'), 'utf8'), start + text.replace(': 2', ': 3'));
    }
  });

  it('may have the longest name there is', async () => {
    const long = (ending: string) => `${'n'.repeat(255 - ending.length)}${ending}`;
    session.write({ [long('.psirt.yaml')]: allScored(2), [long('.md')]: '' });
    assert.deepEqual(await says(['import', '-', long('.psirt.yaml')]), [0, '']);
    assert.deepEqual(await says(['report', 'a.psirt.yaml', '-o', long('.md')]), [0, '']);
    assert.deepEqual(await says(['new', long('.psirt.yaml').replace('n', 'm')]), [0, '']);
    assert.match(String((await says(['new', long('.psirt.yaml') + 'n']))[1]), /cannot be written \(ENAMETOOLONG\)$/);
    assert.equal(names().length, 5);
  });

  itOnUnix('is not left half written, nor empty, where there is no space for it', () => {
    session.write({ 'table.csv': table, 'report.md': 'old\n', 'all.json': 'old\n', 'own.psirt-wording.yaml': 'old\n' });
    const before = names();
    const commands = [
      ['import', 'table.csv', 'a.psirt.yaml'],
      ['report', 'a.psirt.yaml', '-o', 'report.md'],
      ['report', 'a.psirt.yaml', '-o', 'new.xlsx'],
      ['check', '-o', 'all.json'],
      ['check', '-o', 'new.sarif'],
      ['check', '--cache', 'new.cache'],
      ['new', 'new'],
      ['compare', 'a.psirt.yaml', 'a.psirt.yaml', '-o', 'new.txt'],
      ['wording', 'import', 'sheet.txt'],
      ['wording', 'import', 'sheet.txt', '--force', '-o', 'own.psirt-wording.yaml'],
    ];
    // A limit of nothing for each file is what a full disk is: creating it works, writing does not.
    const script = `
      const { run } = require(${JSON.stringify(join(sources, 'cli', 'run.ts'))});
      const { readdirSync } = require('node:fs');
      void (async () => {
        for (const args of ${JSON.stringify(commands)}) {
          let said = '';
          const io = { cwd: process.cwd(), env: {}, stdout: { write: () => true }, stderr: { write: (text) => (said += text) }, now: () => new Date() };
          console.log(JSON.stringify({ status: await run(args, io), said, names: readdirSync('.').sort() }));
        }
      })();`;
    const limited = [
      '-c',
      `trap '' XFSZ; ulimit -f 0; exec "$@"`,
      'sh',
      process.execPath,
      '--import',
      require.resolve('tsx'),
      '--eval',
      script,
    ];
    const options = { cwd: session.folder, encoding: 'utf8', env: { ...process.env, TSX_DISABLE_CACHE: '1' } } as const;
    const { stdout, stderr } = spawnSync('sh', limited, options);
    const lines = stdout.trim().split('\n');
    assert.equal(lines.length, commands.length, stderr);
    for (const [index, line] of lines.entries()) {
      const outcome = JSON.parse(line) as { status: number; said: string; names: string[] };
      const args = commands[index]?.join(' ');
      assert.equal(outcome.status, 2, args);
      assert.match(outcome.said, /: the file cannot be written \(EFBIG\)\n$/, args);
      assert.deepEqual(outcome.names, before, args);
    }
    for (const kept of ['report.md', 'all.json', 'own.psirt-wording.yaml'])
      assert.equal(readFileSync(at(kept), 'utf8'), 'old\n');
    assert.equal(readFileSync(at('a.psirt.yaml'), 'utf8'), allScored(2));
  });

  itOnUnix('is not replaced where it is not to be written to', function () {
    if (isRoot) this.skip();
    session.write({ 'report.md': 'old\n' });
    chmodSync(at('report.md'), 0o444);
    assert.throws(() => writeFile('report.md', 'new', session.folder), { key: 'cli.unwritable' });
    assert.equal(readFileSync(at('report.md'), 'utf8'), 'old\n');
  });

  it('is no folder', async () => {
    mkdirSync(at('folder.md'));
    assert.match(
      String((await says(['report', 'a.psirt.yaml', '-o', 'folder.md']))[1]),
      /this is not the name of a file to write$/,
    );
  });
});
