/** `sheet`: prints the maturity sheet, whole or in part. */
import { languages, type Translate } from '../../messages/messages';
import type { Printable } from '../../messages/safe-text';
import { sheetJson } from '../../report/sheet/sheet-json';
import { sheetMarkdown } from '../../report/sheet/sheet-markdown';
import { narrowed, sheetPart, sheetStyles } from '../../report/sheet/sheet-part';
import { sheetText } from '../../report/sheet/sheet-text';
import type { Sheet } from '../../sheet/sheet';
import { choice } from './arguments';
import { command } from './command';
import { Failure } from '../../node/failure';
import { loadExplainedSheet, loadMessages, loadStyle } from '../../node/load-texts';
import { chosenOverlay, Overlays } from '../../node/overlays';
import { columnsOf, measureFor, paintFor, type Io } from '../terminal';

const sheetFormats = ['text', 'markdown', 'json', 'html', 'oscal', 'ciso-assistant'] as const;

const options = { format: { type: 'string' }, wording: { type: 'string' } } as const;

/** Runs `sheet`. */
export const sheet = command(options, async ({ values, positionals }, io, t) => {
  const format = choice('--format', values.format, sheetFormats) ?? 'text';
  const [id, surplus] = positionals;
  if (surplus !== undefined) throw new Failure('cli.too-many-arguments', { value: surplus });
  if (format === 'ciso-assistant' && id !== undefined) throw new Failure('cli.whole-sheet', { format, value: id });
  const chosen = await chosenOverlay(values.wording, io, t);
  const own = await new Overlays(io.cwd, t.language, chosen).sheetFor(io.cwd);
  const part = sheetPart({ ...own.sheet, glossary: loadExplainedSheet(t.language).glossary }, id);
  if (!part) throw new Failure('cli.unknown-service', { value: id ?? '' });
  const measure = await measureFor(JSON.stringify(part));
  const reader = { t, measure, paint: paintFor(io.stdout, io.env), width: columnsOf(io.stdout, 80) };
  const formats = {
    text: () => sheetText(part, reader),
    markdown: () => sheetMarkdown(part, t),
    json: () => sheetJson(narrowed(part)),
    html: () => htmlOf(narrowed(part), t),
    oscal: async () => (await import('../../report/oscal/catalog')).oscalCatalog(narrowed(part), t),
    'ciso-assistant': () => libraryOf(own.sheet, io, t),
  };
  await io.stdout[format === 'text' ? 'say' : 'write'](await formats[format]());
  return 0;
});

/** The sheet as a library of CISO Assistant: in the requested language, with the others as translations. */
async function libraryOf(sheet: Sheet, io: Io, t: Translate): Promise<Printable> {
  const { cisoAssistantLibrary } = await import('../../report/ciso-assistant/library');
  const others = languages.filter((language) => language !== t.language);
  const translations = others.map(async (language) => {
    const own = await new Overlays(io.cwd, language).sheetFor(io.cwd);
    return { sheet: own.sheet, t: loadMessages(language) };
  });
  return cisoAssistantLibrary([{ sheet, t }, ...(await Promise.all(translations))]);
}

/** The sheet as HTML; the renderer is loaded for this format only. */
async function htmlOf(part: Sheet, t: Translate): Promise<Printable> {
  const { sheetHtml } = await import('../../report/sheet/sheet-html');
  return sheetHtml({ columns: [{ language: t.language, sheet: part, t }], t }, sheetStyles.map(loadStyle).join('\n'));
}
