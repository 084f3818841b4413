/**
 * Entry of the server for agents that the extension carries, as one file: `psirt-maturity mcp --stdio` without the rest
 * of the command line. VS Code's own Node runs it.
 */
import { parseArgs } from 'node:util';
import { languageOf } from '../messages/messages';
import { printable, printableLines } from '../messages/printable';
import { serve } from '../mcp/node';
import { Failure } from '../node/failure';
import { loadMessages } from '../node/load-texts';
import { revisionsOf } from './commands/mcp';

const options = { root: { type: 'string' }, lang: { type: 'string' } } as const;

async function main(): Promise<void> {
  const { root = '.', lang } = parseArgs({ options }).values;
  const t = loadMessages(languageOf(lang));
  const { env } = process;
  try {
    await serve(
      { root, cwd: process.cwd(), inRevision: revisionsOf({ env }), readOnly: false, now: () => new Date() },
      t,
    );
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    process.stderr.write(printableLines(`psirt-maturity: ${printable(t(error.key, error.parameters))}\n`));
    process.exitCode = 2;
  }
}

void main();
