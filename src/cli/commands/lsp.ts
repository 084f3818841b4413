/** `lsp`: serves editors that speak the Language Server Protocol. */
import { Failure } from '../../node/failure';
import { command } from './command';

const options = { stdio: { type: 'boolean' } } as const;

/** Runs `lsp`; the client decides when the process ends. */
export const lsp = command(options, async ({ values, positionals }, _io, t) => {
  const [surplus] = positionals;
  if (surplus !== undefined) throw new Failure('cli.too-many-arguments', { value: surplus });
  if (!values.stdio) throw new Failure('cli.needs-stdio');
  const { serve } = await import('../../lsp/node');
  serve(t.language);
  return new Promise<never>(() => undefined);
});
