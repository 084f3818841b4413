import { join } from 'node:path';

/** The folder of the whole project. */
export const root = join(__dirname, '..', '..');

/** The command line's entry, to be run as a process of its own. */
export const main = join(root, 'src', 'cli', 'main.ts');
