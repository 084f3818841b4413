import assert from 'node:assert/strict';
import type * as vscode from 'vscode';
import {
  commitNamed,
  commitsOf,
  committedVersions,
  dayOf,
  pathBelow,
  refsOf,
  textIn,
  type Repository,
} from '../../../../src/extension/core/git-versions';
import { Stopped } from '../../../../src/extension/core/until-stopped';
import { StopSource } from '../../../support/stop-source';

const uri = (path: string, scheme = 'file') =>
  ({ scheme, path, fsPath: path, toString: () => `${scheme}://${path}` }) as vscode.Uri;
const id = (digit: number): string => String(digit).repeat(40);
const file = uri('/repo/a.psirt.yaml');
const never = new Promise<never>(() => undefined);

/** A repository of three commits, that answers otherwise where it is told to. */
function repository(answers: Partial<Repository> = {}): Repository {
  return {
    rootUri: uri('/repo'),
    state: {},
    log: async () => [3, 2, 1].map((digit) => ({ hash: id(digit), message: `c${digit}`, parents: [] })),
    buffer: async (commit) => new TextEncoder().encode(`text of ${commit[0]}`),
    getMergeBase: async () => undefined,
    diffBetween: async () => [],
    ...answers,
  };
}

async function textsOf(...given: Parameters<typeof committedVersions>): Promise<string[]> {
  const texts: string[] = [];
  for await (const { text } of committedVersions(...given)) texts.push(text);
  return texts;
}

describe('versions out of VS Code’s Git extension', () => {
  it('are those asked for, and no more', async () => {
    assert.deepEqual(await textsOf(repository(), file), ['text of 3', 'text of 2', 'text of 1']);
    assert.equal((await textsOf(repository(), file, { maximum: 2 })).length, 2);
    const refs = Array.from({ length: 9 }, () => ({ type: 0 as const, name: 'main', commit: id(1) }));
    assert.equal((await refsOf(repository({ getRefs: async () => refs }), 4)).length, 4);
  });

  it('a name is that of a commit, a branch or a tag that there is, or nothing', async () => {
    const refs = [
      { type: 0 as const, name: 'main', commit: id(1) },
      { type: 2 as const, name: 'odd', commit: '--all' },
    ];
    const there = repository({ state: { HEAD: { commit: id(2) } }, getRefs: async () => refs });
    assert.equal(await commitNamed(there, 'main'), id(1));
    assert.equal(await commitNamed(there, 'HEAD'), id(2));
    assert.equal(await commitNamed(there, id(3)), id(3));
    for (const name of ['', 'odd', '--output=x', 'main~1', 'HEAD:x', 'gone'])
      assert.equal(await commitNamed(there, name), undefined, name);
    assert.equal(await commitNamed(repository({ state: { HEAD: { commit: '-x' } } }), 'HEAD'), undefined);
  });

  it('are of commits that are named by their full id: git is asked for nothing else', async () => {
    const named = (hash: string, parents: string[] = []) => ({ hash, message: '', parents });
    const asked: unknown[] = [];
    const odd = repository({
      log: async ({ range }) => {
        asked.push(range);
        return [named('--output=/x'), named('HEAD'), named(id(1).toUpperCase() + 'A'), named(id(1), ['--all'])];
      },
      getRefs: async () => [{ type: 0, name: 'x', commit: '-x' }],
    });
    assert.deepEqual(await textsOf(odd, file), ['text of 1']);
    assert.deepEqual(asked, [undefined]);
    assert.deepEqual(await refsOf(odd, 4), []);
  });

  it('follow a file to its former name below the root of the repository alone', async () => {
    for (const [former, texts] of [
      [uri('/repo/old.psirt.yaml'), 2],
      [uri('/repository/old.psirt.yaml'), 1],
      [uri('/repo/../etc/passwd'), 1],
      [uri('/repo/old.psirt.yaml', 'vscode-remote'), 1],
    ] as const) {
      const renamed = repository({
        log: async ({ range }) => [{ hash: id(range ? 1 : 2), message: '', parents: range ? [] : [id(1)] }],
        diffBetween: async () => [{ uri: file, originalUri: former, renameUri: file }],
      });
      assert.equal((await textsOf(renamed, file)).length, texts, String(former));
      renamed.buffer = async (_, path) => {
        if (path === file.path) throw new Error('none');
        return new TextEncoder().encode(path);
      };
      assert.equal(await textIn(renamed, id(1), file), texts === 2 ? former.path : undefined, String(former));
    }
  });

  it('are counted where they are there and cannot be read, not where the file was deleted', async () => {
    let unread = 0;
    const texts = await textsOf(
      repository({
        buffer: async (commit) => {
          if (commit === id(3))
            throw Object.assign(new Error('Path not known by git'), { gitErrorCode: 'UnknownPath' });
          return commit === id(2) ? Uint8Array.of(0xff, 0xfe, 0xff) : new TextEncoder().encode('x');
        },
      }),
      file,
      { onUnread: () => unread++ },
    );
    assert.deepEqual([texts, unread], [['x'], 1]);
  });

  it('are no longer waited for once that is stopped, whatever never answers', async () => {
    const rename = { log: async () => [{ hash: id(2), message: '', parents: [id(1)] }] };
    for (const stuck of [{ log: () => never }, { buffer: () => never }, { ...rename, diffBetween: () => never }]) {
      const source = new StopSource();
      const reading = textsOf(repository(stuck), file, { token: source.token });
      setTimeout(() => source.cancel());
      await assert.rejects(reading, Stopped);
      assert.equal(source.listeners.size, 0);
    }
    const source = new StopSource();
    source.cancel();
    await assert.rejects(commitsOf(repository(), file, 5, source.token), Stopped);
  });
});

describe('what a commit says of itself', () => {
  it('is the day it was committed, else written; and none where that is no time', () => {
    const [day, none] = [new Date('2026-01-02'), new Date(NaN)];
    assert.equal(dayOf({ commitDate: day, authorDate: new Date(0) }), day);
    assert.equal(dayOf({ commitDate: none, authorDate: day }), day);
    assert.equal(dayOf({ authorDate: day }), day);
    for (const commit of [{}, { commitDate: none }, { commitDate: none, authorDate: none }])
      assert.equal(dayOf(commit), undefined);
  });

  it('makes a version without a day the earliest', async () => {
    const log = async () => [{ hash: id(1), message: '', parents: [], commitDate: new Date(1e300) }];
    for await (const { date } of committedVersions(repository({ log }), file))
      assert.equal(date, '1970-01-01T00:00:00.000Z');
  });

  it('stands at a path from the root of its repository', () => {
    assert.equal(pathBelow(uri('/repo'), uri('/repo/a/b')), 'a/b');
    assert.equal(pathBelow(uri('/'), uri('/a')), 'a');
    for (const other of ['/repo', '/repo2/a', '/a', '/repo/a/../../b'])
      assert.equal(pathBelow(uri('/repo'), uri(other)), undefined);
  });
});
