// Packs what `npm run build` made: the extension (dist/psirt-maturity.vsix), and the command line for npm (dist/psirt-maturity-cli.tgz).
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packagedReadme } from './readme.mjs';

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const folder = join('dist', 'npm');

packExtension();
packCommandLine();

function packExtension() {
  writeFileSync(join('dist', 'README.md'), packagedReadme('extension'));
  const options = ['--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links', '--readme-path', 'dist/README.md'];
  run('npx', ['vsce', 'package', ...options, '--out', join('dist', `${manifest.name}.vsix`)]);
}

/** The command line has a manifest of its own: it needs neither the extension nor what that is built with. */
function packCommandLine() {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, 'dist'), { recursive: true });
  const texts = readdirSync('dist').filter((name) => /\.(json|css)$/.test(name) && !/^(messages\.|panel\.css$)/.test(name));
  for (const name of ['cli.js', 'cli', ...texts]) {
    cpSync(join('dist', name), join(folder, 'dist', name), { recursive: true });
  }
  for (const name of ['LICENSE', 'CHANGELOG.md', 'schemas']) cpSync(name, join(folder, name), { recursive: true });
  for (const name of ['README.md', 'THIRD-PARTY-NOTICES.txt']) cpSync(join('dist', name), join(folder, name));
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(commandLineManifest(), null, 2)}\n`);
  const [{ filename }] = JSON.parse(run('npm', ['pack', '--json', '--pack-destination', 'dist', `./${folder}`], 'pipe'));
  renameSync(join('dist', filename), join('dist', `${manifest.name}-cli.tgz`));
}

function commandLineManifest() {
  const { name, version, license, keywords, engines, bin } = manifest;
  return { name, version, description: 'Scores product security maturity assessments (.psirt.yaml) and reports their problems', license, keywords, engines: { node: engines.node }, bin };
}

function run(command, args, stdout = 'inherit') {
  return execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', stdout, 'inherit'], shell: process.platform === 'win32' });
}
