import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readdirSync, readFileSync, watch } from 'node:fs';
import { join } from 'node:path';
import { Session } from '../../support/session';
import { main, root } from '../../support/root';

const fileWriter = join(root, 'src', 'node', 'file-writer.ts');

/** Writes one of two texts over the other, again and again, until it is killed. */
const writer = (file: string): string => `
  const { writeFile } = require(${JSON.stringify(fileWriter)});
  for (let round = 0; ; round++) {
    writeFile(${JSON.stringify(file)}, (round % 2 ? 'a' : 'b').repeat(4_000_000) + '\\n', '/');
    if (round === 1) process.stdout.write('writing');
  }`;

describe('A process that is killed while it writes', () => {
  const session = new Session();
  after(() => session.remove());

  it('leaves the file as it was before or as it is to be', async () => {
    const file = join(session.folder, 'kept.txt');
    for (let round = 0; round < 8; round++) {
      const child = spawn(process.execPath, ['--require', 'tsx/cjs', '--eval', writer(file)], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const ended = new Promise((resolve) => child.on('close', resolve));
      await new Promise((resolve) => child.stdout.once('data', resolve));
      await new Promise((resolve) => setTimeout(resolve, round * 7));
      child.kill('SIGKILL');
      await ended;
      assert.match(readFileSync(file, 'utf8'), /^(a{4000000}|b{4000000})\n$/);
    }
  });
});

/** What a file says to who opened it before something was done: less than all of it, had it been written in place. */
async function saidThroughout(file: string, work: () => Promise<unknown>): Promise<string> {
  const opened = openSync(file, 'r');
  try {
    await work();
    return readFileSync(opened, 'utf8');
  } finally {
    closeSync(opened);
  }
}

describe('A command that writes over a file', () => {
  const session = new Session();
  after(() => session.remove());

  it('puts another in its place, so that at no time there is half of one', async () => {
    const [before, table] = ['services: { "1.1": 2 }\n', 'id,score\n1.1,4\n'];
    session.write({
      'a.psirt.yaml': before,
      'own.psirt-wording.yaml': before,
      'report.md': before,
      'sheet.txt': '1.1 Internal stakeholders\n',
    });
    const keeps = async (path: string, args: string[]): Promise<void> => {
      const file = join(session.folder, path);
      assert.equal(await saidThroughout(file, () => session.run(args, { stdin: table })), before, path);
      assert.notEqual(readFileSync(file, 'utf8'), before, path);
    };
    await keeps('report.md', ['report', 'a.psirt.yaml', '--output', 'report.md']);
    await keeps('a.psirt.yaml', ['import', '-', 'a.psirt.yaml']);
    await keeps('own.psirt-wording.yaml', [
      'wording',
      'import',
      'sheet.txt',
      '--output',
      'own.psirt-wording.yaml',
      '--force',
    ]);
  });
});

describe('check that is interrupted', () => {
  const session = new Session().write(
    Object.fromEntries(
      Array.from({ length: 600 }, (_, index) => [`p${index}.psirt.yaml`, `services: { "1.1": ${index % 6} }\n`]),
    ),
  );
  after(() => session.remove());

  it('ends at once with 130, and leaves no cache half written', async () => {
    const cache = join(session.folder, 'my.cache');
    // From the root, where the threads of a program that is not built find what compiles them.
    const args = ['--import', 'tsx', main, 'check', session.folder, '--cache', cache];
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
    const ended = new Promise((resolve) => child.on('close', resolve));
    child.stdout.once('data', () => child.kill('SIGINT'));
    child.stdout.resume();
    assert.equal(await ended, 130);
    assert.ok(!existsSync(cache));
  });
});

describe('A command that is interrupted while it writes a file', () => {
  // These come before standard input, which never ends.
  const names = Array.from({ length: 40 }, (_, index) => `+${index}.psirt.yaml`);
  const files = Object.fromEntries(names.map((name) => [name, 'services: { "1.1": 2 }\n']));
  const session = new Session().write({ ...files, 'all.json': 'old' });
  after(() => session.remove());

  it('leaves the file as it was, and nothing beside it', async () => {
    const before = readdirSync(session.folder).sort();
    const changed = new Promise((resolve) => watch(session.folder, { persistent: false }).once('change', resolve));
    const args = ['--import', require.resolve('tsx'), main, 'check', '.', '-', '--output', 'all.json'];
    const child = spawn(process.execPath, args, { cwd: session.folder, stdio: ['pipe', 'ignore', 'inherit'] });
    const ended = new Promise((resolve) => child.on('close', resolve));
    await changed;
    assert.equal(readdirSync(session.folder).length, before.length + 1);
    child.kill('SIGINT');
    assert.equal(await ended, 130);
    assert.deepEqual(readdirSync(session.folder).sort(), before);
    assert.equal(readFileSync(join(session.folder, 'all.json'), 'utf8'), 'old');
  });
});
