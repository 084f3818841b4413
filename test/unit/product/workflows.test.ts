import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import manifest from '../../../package.json';
import { root } from '../../support/root';

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
}

interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly 'timeout-minutes'?: number;
  readonly steps: readonly Step[];
}

interface Workflow {
  readonly permissions: Readonly<Record<string, string>>;
  readonly env?: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

const folder = join(root, '.github', 'workflows');
const workflows = readdirSync(folder).map((name) => {
  const text = readFileSync(join(folder, name), 'utf8');
  return { name, text, workflow: parse(text) as Workflow };
});
const jobs = workflows.flatMap(({ name, workflow }) =>
  Object.entries(workflow.jobs).map(([id, job]) => ({ place: `${name}: ${id}`, job })),
);
const steps = jobs.flatMap(({ place, job }) => job.steps.map((step) => ({ place, step })));

describe('the workflows', () => {
  it('call scripts that exist', () => {
    for (const { name, text } of workflows) {
      for (const [, script = ''] of text.matchAll(/npm run ([\w:-]+)/g)) {
        assert.ok(Object.hasOwn(manifest.scripts, script), `${script} in ${name}`);
      }
    }
  });

  it('use actions by the digest of a commit, whose version stands beside it', () => {
    for (const { name, text } of workflows) {
      for (const line of text.split('\n').filter((each) => each.includes('uses:'))) {
        assert.match(line, /^ *(- )?uses: [\w-]+(\/[\w-]+)+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/, name);
      }
    }
  });

  it('leave no credentials behind in a checkout', () => {
    const checkouts = steps.filter(({ step }) => step.uses?.startsWith('actions/checkout@'));
    assert.ok(checkouts.length > 5);
    for (const { place, step } of checkouts) assert.equal(step.with?.['persist-credentials'], false, place);
  });

  it('give no right but those a job states for itself, and each job a bound of time', () => {
    for (const { name, workflow } of workflows) assert.deepEqual(workflow.permissions, {}, name);
    for (const { place, job } of jobs) {
      assert.ok(job.permissions && job['timeout-minutes'], place);
      const writes = Object.values(job.permissions).filter((right) => right === 'write').length;
      const commands = job.steps.map(({ run = '' }) => run).join('\n');
      if (writes > 0) assert.doesNotMatch(commands, /npm (ci|install|test)/, `${place} may write: it runs no packages`);
    }
  });

  it('tell a secret to the one step that publishes with it, and to nobody else', () => {
    for (const { name, text, workflow } of workflows) {
      assert.equal(workflow.env, undefined, name);
      const places = text.split('\n').filter((line) => line.includes('secrets.'));
      const publishing = steps.filter(
        ({ place, step }) => place.startsWith(`${name}:`) && /secrets\./.test(JSON.stringify(step.env ?? {})),
      );
      assert.equal(places.length, publishing.length, name);
      for (const { place, step } of publishing)
        assert.match(step.run ?? '', /^npx --no-install (vsce|ovsx) publish \S+( \S+)?$/, place);
    }
  });

  it('look whether what was built came through unchanged before anything is done with it', () => {
    for (const { place, job } of jobs) {
      const names = job.steps.map(({ uses = '', run = '' }) => run || uses.replace(/@.*/, ''));
      const at = names.indexOf('actions/download-artifact');
      if (at >= 0 && job.steps[at]?.with?.['name'] === 'packages')
        assert.equal(names[at + 1], 'cd dist && sha256sum --check SHA256SUMS', place);
    }
  });

  it('run no script of a package that is installed', () => {
    for (const { place, step } of steps) {
      for (const [command] of (step.run ?? '').matchAll(/npm (ci|install).*/g))
        assert.match(command, /--ignore-scripts/, place);
    }
  });

  it('never make an expression part of a script', () => {
    for (const { place, step } of steps) assert.doesNotMatch(step.run ?? '', /\$\{\{/, place);
  });
});

describe('packages that would run a script when they are installed', () => {
  it('are known one by one, and none is allowed to', () => {
    const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
      packages: Record<string, { hasInstallScript?: boolean }>;
    };
    const scripted = Object.entries(lock.packages).flatMap(([path, { hasInstallScript }]) =>
      hasInstallScript && path !== 'node_modules/fsevents' ? [path.replace(/^.*node_modules\//, '')] : [],
    );
    assert.deepEqual([...new Set(scripted)].sort(), Object.keys(manifest.allowScripts).sort());
    assert.ok(Object.values(manifest.allowScripts).every((allowed) => !allowed));
    assert.match(readFileSync(join(root, '.npmrc'), 'utf8'), /^ignore-scripts=true$/m);
  });
});

describe('the contact for vulnerabilities', () => {
  const text = readFileSync(join(root, '.well-known', 'security.txt'), 'utf8');
  const fields = new Map(
    text
      .trim()
      .split('\n')
      .map((line) => line.split(/: (.*)/, 2) as [string, string]),
  );

  it('is a security.txt with what RFC 9116 asks for, on the repository that the manifest names', () => {
    const address = manifest.repository.url.replace(/\.git$/, '');
    assert.equal(fields.get('Contact'), `${address}/security/advisories/new`);
    assert.equal(fields.get('Policy'), `${address}/blob/main/SECURITY.md`);
    assert.match(fields.get('Expires') ?? '', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    assert.equal(fields.get('Preferred-Languages'), 'en, ja');
  });

  it('is the one that the policy names, in both languages', () => {
    const policy = readFileSync(join(root, 'SECURITY.md'), 'utf8');
    assert.equal(policy.split(`(${fields.get('Contact')})`).length - 1, 2);
  });
});
