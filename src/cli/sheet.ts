/** `sheet`: prints the maturity sheet, whole or in part. */
import type { Translate } from '../messages/messages';
import { sheetJson } from '../report/sheet-json';
import { sheetMarkdown } from '../report/sheet-markdown';
import { narrowed, sheetPart } from '../report/sheet-part';
import { sheetText } from '../report/sheet-text';
import { choice, parseArguments } from './arguments';
import { Failure } from './failure';
import { loadExplainedSheet } from './load-texts';
import { columnsOf, measureFor, paintFor, type Io } from './terminal';

/** Carries out `sheet`. */
export async function sheet(args: readonly string[], io: Io, t: Translate): Promise<number> {
  const { values, positionals } = parseArguments(args, { format: { type: 'string' } });
  const format = choice('--format', values.format, ['text', 'markdown', 'json'] as const) ?? 'text';
  const [id, surplus] = positionals;
  if (surplus !== undefined) throw new Failure('cli.too-many-arguments', { value: surplus });
  const part = sheetPart(loadExplainedSheet(t.language), id);
  if (!part) throw new Failure('cli.unknown-service', { value: id ?? '' });
  const measure = await measureFor(JSON.stringify(part));
  const reader = { t, measure, paint: paintFor(io.stdout, io.env), width: columnsOf(io.stdout, 80) };
  const formats = { text: () => sheetText(part, reader), markdown: () => sheetMarkdown(part, t), json: () => sheetJson(narrowed(part)) };
  io.stdout.write(formats[format]());
  return 0;
}
