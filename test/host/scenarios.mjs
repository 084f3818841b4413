import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Surroundings to run tests in; each but the plain ones has a suite of its own.
 * @typedef {object} Scenario
 * @property {readonly string[]} extensions folders of extensions to load beside ours
 * @property {Record<string, unknown>} settings
 * @property {(workspace: string) => string | null} [place] what to open in place of the copy of the workspace, which it
 * is given: the address
 *   of a folder or a `.code-workspace` file, or nothing
 */

const here = dirname(fileURLToPath(import.meta.url));

/** @type {Readonly<Record<string, Scenario>>} */
export const scenarios = {
  plain: { extensions: [], settings: {} },
  /** Nobody has said yet that the workspace is trusted. */
  restricted: {
    extensions: [],
    settings: {
      'security.workspace.trust.enabled': true,
      'security.workspace.trust.startupPrompt': 'never',
      'security.workspace.trust.banner': 'never',
    },
  },
  /** The folder is not on a disk. */
  virtual: { extensions: [join(here, 'memory-files')], settings: {}, place: () => 'memtest:/assessments' },
  /** The workspace has two folders. */
  folders: { extensions: [], settings: {}, place: twoFolders },
  /** No folder is open. */
  empty: { extensions: [], settings: {}, place: () => null },
  /** The window is loaded anew in the middle of the tests. */
  reload: { extensions: [], settings: {} },
  /** A YAML server is installed, too. */
  coexistence: { extensions: [join(here, 'stand-in')], settings: {}, place: withPackedServer },
  /** Files at the limits of what is read, and a folder with many others. */
  large: { extensions: [], settings: {}, place: withManyFiles },
  /** Many assessments; the window is loaded anew once they have been shown. */
  many: { extensions: [], settings: {}, place: (workspace) => withAssessments(workspace, 2_000) },
  'very-many': { extensions: [], settings: {}, place: (workspace) => withAssessments(workspace, 10_000) },
  /** How long extensions take to start. */
  activation: { extensions: [], settings: {} },
};

/**
 * @param {string} workspace
 * @returns {string} a workspace file for two empty folders
 */
function twoFolders(workspace) {
  const names = ['devices', 'services'];
  names.forEach((name) => mkdirSync(join(workspace, name)));
  const file = join(workspace, 'both.code-workspace');
  writeFileSync(file, JSON.stringify({ folders: names.map((path) => ({ path })) }));
  return file;
}

/**
 * @param {string} workspace
 * @returns {string} the workspace, with 50,000 empty files, a fifth of them in one folder, and 50 assessments that cite
 * some of them
 */
function withManyFiles(workspace) {
  const write = (
    /** @type {string} */ folder,
    /** @type {number} */ count,
    /** @type {(index: number) => string} */ nameOf,
    text = '',
  ) => {
    mkdirSync(join(workspace, folder), { recursive: true });
    for (let index = 0; index < count; index++)
      writeFileSync(join(workspace, folder, nameOf(index)), text.replaceAll('{}', String(index)));
  };
  write('flat', 10_000, (index) => `${index}.md`);
  for (let folder = 0; folder < 400; folder++)
    write(`nested/${folder % 20}/${folder}`, 100, (index) => `${index}.${index % 2 ? 'md' : 'txt'}`);
  const evidence = Array.from(
    { length: 40 },
    (_, index) => `      - /flat/${index}.md\n      - gone-${index}.md\n`,
  ).join('');
  write(
    'products',
    50,
    (index) => `${index}.psirt.yaml`,
    `sheet: psirt-maturity@1.0\nsubject: Product {}\nservices:\n  "1.1":\n    score: 2\n    evidence:\n${evidence}`,
  );
  return workspace;
}

/**
 * @param {string} workspace
 * @param {number} count
 * @returns {string} the workspace, with so many full assessments in twenty folders, each with other scores, whose
 * evidence all cite
 */
function withAssessments(workspace, count) {
  const ids = Object.keys(JSON.parse(readFileSync(join(here, '../../src/sheet/criteria.json'), 'utf8')));
  for (let folder = 0; folder < 20; folder++) mkdirSync(join(workspace, 'many', String(folder)), { recursive: true });
  for (let number = 0; number < count; number++) {
    const services = ids.map(
      (id, index) => `  "${id}": { score: ${(number + index) % 4}, evidence: [/docs/psirt-charter.md] }\n`,
    );
    const head = `subject: Product ${number}\nassessed: 2026-0${1 + (number % 9)}-15\nservices:\n`;
    const file = join(workspace, 'many', String(number % 20), `${number}.psirt.yaml`);
    writeFileSync(file, `sheet: psirt-maturity@1.0\n${head}${services.join('')}`);
  }
  return workspace;
}

/**
 * @param {string} workspace
 * @returns {string} the workspace, with the YAML server in it to be installed
 */
function withPackedServer(workspace) {
  const vsce = join(here, '..', '..', 'node_modules', '.bin', 'vsce');
  const args = [
    'package',
    '--no-dependencies',
    '--allow-missing-repository',
    '--skip-license',
    '--out',
    join(workspace, 'yaml-server.vsix'),
  ];
  execFileSync(vsce, args, { cwd: join(here, 'stand-in'), stdio: 'pipe', shell: process.platform === 'win32' });
  return workspace;
}
