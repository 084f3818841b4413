import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import manifest from '../../../package.json';
import { root } from '../../support/root';

const read = (name: string) => readFileSync(join(root, name), 'utf8');

describe('the version', () => {
  const { version } = manifest;

  it('is that of the latest entry in the changelog', () => {
    const [, latest] = /^## \[?(\d+\.\d+\.\d+)/m.exec(read('CHANGELOG.md')) ?? [];
    assert.equal(latest, version);
  });

  it('is that of the lock file', () => {
    const lock = JSON.parse(read('package-lock.json')) as {
      version: string;
      packages: Record<string, { version: string }>;
    };
    assert.deepEqual([lock.version, lock.packages['']?.version], [version, version]);
  });

  it('is the one that is tagged, where this commit has a tag of a version', () => {
    const tags = git('tag', '--points-at', 'HEAD')
      .split('\n')
      .filter((tag) => /^v\d+\.\d+\.\d+$/.test(tag));
    assert.ok(tags.length === 0 || tags.includes(`v${version}`), tags.join(', '));
  });
});

/** What git says, or nothing where the sources came without a repository. */
function git(...args: string[]): string {
  try {
    return execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch {
    return '';
  }
}
