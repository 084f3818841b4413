/**
 * The two settings that make git call this program to merge assessments: a driver in the repository's configuration,
 * and the attributes that assign files to it.
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
/** The attributes file at the top of a work tree. */
export const attributesFile = '.gitattributes';

/** A setting of the repository's configuration. */
export interface Setting {
  readonly key: string;
  readonly value: string;
}

/**
 * The settings of the driver. Git runs the command in a shell, and replaces `%O`, `%A` and `%B` by the names of
 * temporary files.
 */
export function driverSettings(node: string, program: string): Setting[] {
  const words = [node, program].map(shellWord).join(' ');
  return [
    { key: `${section}.name`, value: 'PSIRT Maturity assessments' },
    { key: `${section}.driver`, value: `${words} merge %O %A %B` },
  ];
}

/** Quotes a path as one word of a shell command in which git expands `%` letters. */
function shellWord(path: string): string {
  const slashed = process.platform === 'win32' ? path.replaceAll('\\', '/') : path;
  return `'${slashed.replaceAll("'", `'\\''`).replaceAll('%', '%%')}'`;
}

/** The command that starts the running program. */
export function ownProgram(): string {
  const built = join(__dirname, '..', 'cli.js');
  return existsSync(built) ? built : (process.argv[1] ?? built);
}

/** Sets what is not set yet; returns the settings changed. Throws `Failure`. */
export async function setDriver(place: Place, settings: readonly Setting[]): Promise<Setting[]> {
  const set: Setting[] = [];
  for (const setting of settings) {
    if ((await settingOf(place, setting.key)) === setting.value) continue;
    await git(place, ['config', '--local', '--replace-all', setting.key, setting.value]);
    set.push(setting);
  }
  return set;
}

/** Removes the driver from the configuration; returns whether it was present. Throws `Failure`. */
export async function unsetDriver(place: Place): Promise<boolean> {
  if ((await settingOf(place, `${section}.driver`)) === undefined) return false;
  await git(place, ['config', '--local', '--remove-section', section]);
  return true;
}

async function settingOf(place: Place, key: string): Promise<string | undefined> {
  try {
    return (await git(place, ['config', '--local', '--null', '--get', key])).toString('utf8').replace(/\0$/, '');
  } catch (error) {
    // Git's exit status for a missing setting.
    if (error instanceof GitFailure && error.status === 1) return undefined;
    throw error;
  }
}

/** Adds missing lines to the attributes file; returns the lines added. Throws `Failure`. */
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

/** Removes the lines from the attributes file; returns the lines removed. Throws `Failure`. */
export async function removeAttributes(top: string, io: Io): Promise<string[]> {
  if (!existsSync(join(top, attributesFile))) return [];
  const lines = linesOf(await readText(join(top, attributesFile), io));
  const isOurs = (line: string) => attributes.includes(line.trim());
  const removed = lines.filter(isOurs).map((line) => line.trim());
  if (removed.length === 0) return [];
  const rest = lines.filter((line) => !isOurs(line)).join('');
  // An empty file was created by `addAttributes`.
  if (rest === '') rmSync(join(top, attributesFile));
  else writeFile(join(top, attributesFile), rest, io.cwd);
  return removed;
}
