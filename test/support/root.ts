import { join } from 'node:path';

/** The folder of the whole project. */
export const root = join(__dirname, '..', '..');

/** The program of the command line. */
export const main = join(root, 'src', 'cli', 'main.ts');
