/** The frame of HTML documents: a single file without scripts. */
import type { JSX } from 'preact';
import { render } from 'preact-render-to-string';
import type { Language } from '../../messages/messages';
import { printableMarkup } from '../../messages/printable';
import { joined, ours, type Printable } from '../../messages/safe-text';
import { reportStyle, runningTitle } from './report-style';

/** Prevents loading and scripts, whatever an assessment contains. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

interface Frame {
  readonly title: string;
  readonly language: Language;
  /** The day of the report, `YYYY-MM-DD`. */
  readonly today: string;
  /** The content of `main` in rendered pieces, since elements take much more memory than markup. */
  readonly pieces: readonly Printable[];
  readonly footer: JSX.Element;
}

/** The whole document, ending with `\n`. */
export function htmlDocument({ title, language, today, pieces, footer }: Frame): Printable {
  const head = (
    <head>
      <meta charset="utf-8" />
      <meta http-equiv="Content-Security-Policy" content={policy} />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="referrer" content="no-referrer" />
      <title>{title}</title>
      <style dangerouslySetInnerHTML={{ __html: `${reportStyle}${runningTitle(title, today)}` }} />
    </head>
  );
  const body = ours`<body><main>${joined([...pieces], '')}</main>${markupOf(footer)}</body>`;
  return ours`<!DOCTYPE html>\n<html lang="${language}">${markupOf(head)}${body}</html>\n`;
}

/** Renders an element as a piece of a document. */
export function markupOf(element: JSX.Element): Printable {
  return printableMarkup(render(element));
}
