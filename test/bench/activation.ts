/**
 * How long the extension takes to activate, and VS Code's own JSON features beside it: by VS Code's clock, in the same
 * run.
 */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

export interface Activation {
  /** In milliseconds. */
  readonly ours: number;
  readonly peer: number;
}

/** One start of VS Code for each round; throws when one fails. */
export function timeActivations(rounds: number): Activation[] {
  return Array.from({ length: rounds }, () => {
    const run = join('test', 'host', 'run.mjs');
    const output = execFileSync(process.execPath, [run, '--scenario=activation', '--lang=en'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [, ours, peer] = /^Activation of .*: (\d+) ms, of .*: (\d+) ms$/m.exec(output) ?? [];
    if (!ours || !peer) throw new Error(`No times of activation in:\n${output}`);
    return { ours: Number(ours), peer: Number(peer) };
  });
}
