/** Repositories that try to make git start a program, which leaves a mark. */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { assessmentOf, Repository } from './repository';
import { yaml } from './yaml';

/** A repository with an assessment in two versions and under two names, and a program that leaves a mark. */
export class HostileRepository extends Repository {
  readonly mark = join(this.folder, '.git', 'mark');
  readonly program = join(this.folder, '.git', 'program');

  constructor() {
    super();
    this.commit('one', {
      'old.psirt.yaml': assessmentOf({ '1.1': 3, '1.2': 2, '1.3': 2 }),
      '.gitattributes': '*.yaml diff=evil filter=evil merge=evil\n',
    });
    this.git('mv', 'old.psirt.yaml', 'a.psirt.yaml');
    this.commit('two', { 'a.psirt.yaml': assessmentOf({ '1.1': 2, '1.2': 2, '1.3': 2 }) });
    writeFileSync(this.program, `#!/bin/sh\necho "$0 $*" >> ${this.mark}\nexit 1\n`, { mode: 0o755 });
  }

  set(settings: Readonly<Record<string, string>>): void {
    for (const [key, value] of Object.entries(settings)) this.git('config', '--add', key, value);
  }

  /** Takes the contents of a file in a commit out of the repository. */
  lose(name: string): void {
    const id = this.git('rev-parse', name);
    rmSync(join(this.folder, '.git', 'objects', id.slice(0, 2), id.slice(2)));
  }

  /** Whether the mark has been left since this was asked last. */
  get isMarked(): boolean {
    const found = existsSync(this.mark);
    rmSync(this.mark, { force: true });
    return found;
  }

  /** Runs git as anyone would; the trap may make it fail. */
  plainGit(...args: string[]): void {
    spawnSync('git', args, { cwd: this.folder, env: this.env, stdio: 'ignore' });
  }

  /** Runs every command that asks git something. */
  async runAll(env: Readonly<Record<string, string>> = {}, folder = '.'): Promise<void> {
    const path = 'a.psirt.yaml';
    const history = [
      ['compare', path],
      ['report', path, '--history'],
    ];
    const revisions = [
      ['check', '--against', 'HEAD~1', '.'],
      ['check', '--against', 'main', path],
      ['compare', path, '--against', 'HEAD~1'],
      ['report', path, '--against', 'HEAD~1'],
      ['compare', 'HEAD~1:./old.psirt.yaml', path],
    ];
    for (const args of [...history, ...revisions]) await this.run(args, { env, folder });
  }
}

/** Settings that make an object that is missing one to be fetched from `url`. */
export const promising = (url: string) => ({
  'core.repositoryFormatVersion': '1',
  'extensions.partialClone': 'origin',
  'remote.origin.promisor': 'true',
  'remote.origin.url': url,
});

interface Trap {
  lay(repository: HostileRepository): void;
  /** What plain git does that springs it. */
  readonly spring: readonly string[];
}

const settings = (values: (program: string) => Readonly<Record<string, string>>, spring: readonly string[]): Trap => ({
  lay: (repository) => repository.set(values(repository.program)),
  spring,
});

const missing = (values: (program: string) => Readonly<Record<string, string>>): Trap => ({
  lay(repository) {
    repository.lose('HEAD~1:old.psirt.yaml');
    repository.set(values(repository.program));
  },
  spring: ['cat-file', '-p', 'HEAD~1:old.psirt.yaml'],
});

export const traps: Readonly<Record<string, Trap>> = {
  'a missing object and remote.*.uploadpack': missing((program) => ({
    ...promising('.'),
    'remote.origin.uploadpack': program,
  })),
  'a missing object and core.sshCommand': missing((program) => ({
    ...promising('ssh://example.invalid/x'),
    'core.sshCommand': program,
  })),
  'a missing object and core.gitProxy': missing((program) => ({
    ...promising('git://example.invalid/x'),
    'core.gitProxy': program,
    'protocol.allow': 'always',
  })),
  'a missing object and an address that is a command': missing((program) => ({
    ...promising(`ext::${program}`),
    'protocol.ext.allow': 'always',
  })),
  'a missing object and an address rewritten': missing((program) => ({
    ...promising('https://example.invalid/x'),
    [`url.ext::${program} .insteadOf`]: 'https://example.invalid/',
    'protocol.ext.allow': 'always',
  })),
  'core.fsmonitor': settings((program) => ({ 'core.fsmonitor': program }), ['status']),
  'filter.*.clean': settings(
    (program) => ({ 'filter.evil.clean': program, 'filter.evil.smudge': program }),
    ['hash-object', 'a.psirt.yaml'],
  ),
  'filter.*.process': settings(
    (program) => ({ 'filter.evil.process': program, 'filter.evil.required': 'true' }),
    ['hash-object', 'a.psirt.yaml'],
  ),
  'diff.external': settings((program) => ({ 'diff.external': program }), ['diff', 'HEAD~1']),
  'diff.*.command': settings((program) => ({ 'diff.evil.command': program }), ['diff', 'HEAD~1']),
  'diff.*.textconv': settings((program) => ({ 'diff.evil.textconv': program }), ['log', '-p']),
  'core.hooksPath': {
    lay(repository) {
      const hooks = ['post-index-change', 'reference-transaction', 'pre-auto-gc', 'post-checkout'].map(
        (name) => `.git/evil/${name}`,
      );
      repository.write(Object.fromEntries(hooks.map((path) => [path, readFileSync(repository.program)])));
      repository.makeExecutable(...hooks);
      repository.set({ 'core.hooksPath': join(repository.folder, '.git', 'evil') });
    },
    spring: ['read-tree', 'HEAD'],
  },
  'hooks of the repository': {
    lay(repository) {
      repository.write({ '.git/hooks/post-index-change': readFileSync(repository.program) });
      repository.makeExecutable('.git/hooks/post-index-change');
    },
    spring: ['read-tree', 'HEAD'],
  },
  'gpg.program and log.showSignature': {
    lay(repository) {
      const signed = repository.git('cat-file', '-p', 'HEAD').replace(
        /\ncommitter .*/,
        yaml`
          $&
          gpgsig -----BEGIN PGP SIGNATURE-----
           x
           -----END PGP SIGNATURE-----`,
      );
      const id = execFileSync('git', ['hash-object', '-t', 'commit', '-w', '--stdin'], {
        cwd: repository.folder,
        env: repository.env,
        input: `${signed}\n`,
      })
        .toString()
        .trim();
      repository.git('reset', '--quiet', '--soft', id);
      repository.set({ 'gpg.program': repository.program, 'log.showSignature': 'true' });
    },
    spring: ['log', '-1'],
  },
  'a file that is included': {
    lay(repository) {
      repository.write({ '.git/evil': `[core]\n  fsmonitor = ${repository.program}\n` });
      repository.set({ 'includeIf.gitdir:/.path': 'evil' });
    },
    spring: ['status'],
  },
  'the configuration of a work tree': {
    lay(repository) {
      repository.write({ '.git/config.worktree': `[core]\n  fsmonitor = ${repository.program}\n` });
      repository.set({ 'core.repositoryFormatVersion': '1', 'extensions.worktreeConfig': 'true' });
    },
    spring: ['status'],
  },
  'objects of another repository, which are missing there': {
    lay(repository) {
      repository.lose('HEAD~1:old.psirt.yaml');
      cpSync(join(repository.folder, '.git', 'objects'), join(repository.folder, '.git', 'others'), {
        recursive: true,
      });
      repository.write({ '.git/objects/info/alternates': join(repository.folder, '.git', 'others') });
      repository.set({
        ...promising('.'),
        'remote.origin.uploadpack': repository.program,
        'core.alternateRefsCommand': repository.program,
      });
    },
    spring: ['cat-file', '-p', 'HEAD~1:old.psirt.yaml'],
  },
  'a replacement that is missing': {
    lay(repository) {
      repository.write({ 'b.txt': 'b' });
      const id = repository.git('hash-object', '-w', 'b.txt');
      repository.git('update-ref', `refs/replace/${repository.git('rev-parse', 'HEAD~1:old.psirt.yaml')}`, id);
      rmSync(join(repository.folder, '.git', 'objects', id.slice(0, 2), id.slice(2)));
      repository.set({ ...promising('.'), 'remote.origin.uploadpack': repository.program });
    },
    spring: ['cat-file', '-p', 'HEAD~1:old.psirt.yaml'],
  },
};

/** Every other setting of git that names a program; `*` stands for what the user names. */
export const otherPrograms = [
  'alias.log',
  'alias.rev-parse',
  'alias.cat-file.command',
  'browser.x.cmd',
  'browser.x.path',
  'core.askPass',
  'core.editor',
  'core.pager',
  'credential.helper',
  'diff.evil.wordRegex',
  'diff.guitool',
  'diff.tool',

  'difftool.x.cmd',
  'difftool.x.path',
  'fsmonitor.socketDir',
  'gc.recentObjectsHook',
  'gpg.openpgp.program',
  'gpg.ssh.defaultKeyCommand',
  'gpg.ssh.program',
  'gpg.x509.program',
  'guitool.x.cmd',
  'help.browser',

  'hook.x.command',
  'imap.tunnel',
  'instaweb.browser',
  'instaweb.httpd',
  'interactive.diffFilter',
  'man.x.cmd',
  'man.x.path',
  'merge.evil.driver',
  'merge.tool',
  'mergetool.x.cmd',
  'mergetool.x.path',
  'pager.cat-file',

  'pager.diff-index',
  'pager.log',
  'pager.rev-parse',
  'remote.origin.receivepack',
  'sendemail.ccCmd',
  'sendemail.headerCmd',
  'sendemail.sendmailCmd',
  'sendemail.toCmd',
  'sequence.editor',
  'ssh.variant',
  'submodule.x.update',

  'tar.x.command',
  'trailer.x.cmd',
  'trailer.x.command',
  'uploadpack.packObjectsHook',
  'web.browser',
];
