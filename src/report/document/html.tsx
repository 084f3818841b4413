/** The report as HTML: one file that needs no other and no script, to be read in a browser or printed. */
import type { JSX } from 'preact';
import { render } from 'preact-render-to-string';
import { printableMarkup } from '../../messages/printable';
import { joined, ours, type Printable } from '../../messages/safe-text';
import { assessmentView } from '../../views/assessment-view';
import { AssessmentArticle } from './AssessmentArticle';
import { AssessmentList } from './AssessmentList';
import { Method } from './Method';
import type { ReportInput } from '../report';
import { reportStyle } from './report-style';
import { reportTitle } from './report-words';

/** Nothing may load or run, whatever an assessment says. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/** An HTML document, ended by `\n`. Rendered piece by piece: elements take much more memory than what is written. */
export async function htmlReport({ checked, sheet, t, today }: ReportInput): Promise<Printable> {
  const many = checked.length > 1;
  const head = (
    <head>
      <meta charset="utf-8" />
      <meta http-equiv="Content-Security-Policy" content={policy} />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="referrer" content="no-referrer" />
      <title>{reportTitle(checked, t)}</title>
      <style dangerouslySetInnerHTML={{ __html: reportStyle }} />
    </head>
  );
  const articles: Printable[] = many ? [markupOf(<AssessmentList checked={checked} sheet={sheet} t={t} />)] : [];
  for (const [index, one] of checked.entries()) {
    const anchor = many ? `assessment-${index + 1}` : 'area';
    const view = await assessmentView(one);
    articles.push(markupOf(<AssessmentArticle checked={one} view={view} sheet={sheet} t={t} anchor={anchor} />));
  }
  const footer = (
    <footer>
      <Method sheet={sheet} t={t} />
      <p class="made">{t('report.made', { date: today })}</p>
    </footer>
  );
  const body = ours`<body><main>${joined(articles, '')}</main>${markupOf(footer)}</body>`;
  return ours`<!DOCTYPE html>\n<html lang="${t.language}">${markupOf(head)}${body}</html>\n`;
}

function markupOf(element: JSX.Element): Printable {
  return printableMarkup(render(element));
}
