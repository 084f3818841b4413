/**
 * The two settings by which git calls us to merge assessments: a driver in the repository's configuration, and which
 * files it is for.
 */
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { lineEnding } from '../../assessment/yaml/text-edit';
import { linesOf } from '../../assessment/yaml/member-lines';
import { writeFile } from '../../node/file-writer';
import { readText } from '../../node/read-file';
import type { Io } from '../terminal';
import { git, GitFailure, type Place } from './git-process';

const section = 'merge.psirt-maturity';
const attributes = ['*.psirt.yaml merge=psirt-maturity', '*.psirt.yml merge=psirt-maturity'];
/** The file that says which files are whose, at the top of a work tree. */
export const attributesFile = '.gitattributes';

/** A setting of the repository's configuration. */
export interface Setting {
  readonly key: string;
  readonly value: string;
}

/**
 * The settings of the driver. git hands the command to a shell, and puts the names of three files of its own in place
 * of `%O`, `%A` and `%B`.
 */
export function driverSettings(node: string, program: string): Setting[] {
  const words = [node, program].map(shellWord).join(' ');
  return [
    { key: `${section}.name`, value: 'PSIRT Maturity assessments' },
    { key: `${section}.driver`, value: `${words} merge %O %A %B` },
  ];
}

/** A path as one word of a shell's command in which git looks for `%` letters. */
function shellWord(path: string): string {
  const slashed = process.platform === 'win32' ? path.replaceAll('\\', '/') : path;
  return `'${slashed.replaceAll("'", `'\\''`).replaceAll('%', '%%')}'`;
}

/** The program that runs now, as it is started. */
export function ownProgram(): string {
  const built = join(__dirname, '..', 'cli.js');
  return existsSync(built) ? built : (process.argv[1] ?? built);
}

/** Sets what is not set like that yet, and gives it. Throws `Failure`. */
export async function setDriver(place: Place, settings: readonly Setting[]): Promise<Setting[]> {
  const set: Setting[] = [];
  for (const setting of settings) {
    if ((await settingOf(place, setting.key)) === setting.value) continue;
    await git(place, ['config', '--local', '--replace-all', setting.key, setting.value]);
    set.push(setting);
  }
  return set;
}

/** Takes the driver out of the configuration; tells whether it was there. Throws `Failure`. */
export async function unsetDriver(place: Place): Promise<boolean> {
  if ((await settingOf(place, `${section}.driver`)) === undefined) return false;
  await git(place, ['config', '--local', '--remove-section', section]);
  return true;
}

async function settingOf(place: Place, key: string): Promise<string | undefined> {
  try {
    return (await git(place, ['config', '--local', '--null', '--get', key])).toString('utf8').replace(/\0$/, '');
  } catch (error) {
    // git's way to say that there is none.
    if (error instanceof GitFailure && error.status === 1) return undefined;
    throw error;
  }
}

/** Adds the lines that a file of attributes lacks; gives those. Throws `Failure`. */
export async function addAttributes(top: string, io: Io): Promise<string[]> {
  const text = existsSync(join(top, attributesFile)) ? await readText(join(top, attributesFile), io) : '';
  const present = new Set(linesOf(text).map((line) => line.trim()));
  const missing = attributes.filter((line) => !present.has(line));
  if (missing.length === 0) return [];
  const eol = lineEnding(text);
  const start = text === '' || /[\r\n]$/.test(text) ? text : text + eol;
  writeFile(join(top, attributesFile), start + missing.map((line) => line + eol).join(''), io.cwd);
  return missing;
}

/** Takes these lines out of a file of attributes; gives those that were there. Throws `Failure`. */
export async function removeAttributes(top: string, io: Io): Promise<string[]> {
  if (!existsSync(join(top, attributesFile))) return [];
  const lines = linesOf(await readText(join(top, attributesFile), io));
  const isOurs = (line: string) => attributes.includes(line.trim());
  const removed = lines.filter(isOurs).map((line) => line.trim());
  if (removed.length === 0) return [];
  const rest = lines.filter((line) => !isOurs(line)).join('');
  // It was made by `addAttributes`, then.
  if (rest === '') rmSync(join(top, attributesFile));
  else writeFile(join(top, attributesFile), rest, io.cwd);
  return removed;
}
