// node build/release-tree.mjs PACKAGE.tgz: commits, on top of the current commit, the tree that a release is tagged
// with: the packed command line and what code hosts and pre-commit look for beside it, and nothing else. Users of the
// Action or the hook at a tag therefore run what was built and tested, and install nothing else; the sources are the
// commit's parent.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const [archive] = process.argv.slice(2);
if (!archive) throw new Error('Which package? node build/release-tree.mjs PACKAGE.tgz');

const tree = mkdtempSync(join(tmpdir(), 'release-'));
try {
  run('tar', ['-xzf', archive, '-C', tree, '--strip-components=1']);
  for (const name of ['action.yml', '.pre-commit-hooks.yaml', 'SECURITY.md']) cpSync(name, join(tree, name));
  const { version } = JSON.parse(readFileSync(join(tree, 'package.json'), 'utf8'));
  const sources = run('git', ['rev-parse', 'HEAD']).trim();
  run('git', [`--work-tree=${tree}`, 'add', '--all', '--force', '.']);
  run('git', [`--work-tree=${tree}`, 'commit', '--quiet', `--message=v${version}`, `--message=Built from ${sources}.`]);
} finally {
  rmSync(tree, { recursive: true });
}

/** The output of a program; throws where it fails. */
function run(program, args) {
  return execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
}
