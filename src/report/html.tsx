/** The report as HTML: one file that needs no other and no script, to be read in a browser or printed. */
import { render } from 'preact-render-to-string';
import { printableMarkup } from '../messages/printable';
import { ours, type Printable } from '../messages/safe-text';
import { assessmentView } from '../views/assessment-view';
import { AssessmentArticle } from './AssessmentArticle';
import { AssessmentList } from './AssessmentList';
import { Method } from './Method';
import type { ReportInput } from './report';
import { reportStyle } from './report-style';
import { reportTitle } from './report-words';

/** Nothing may load or run, whatever an assessment says. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/** An HTML document, ended by `\n`. */
export async function htmlReport({ checked, sheet, t, today }: ReportInput): Promise<Printable> {
  const views = await Promise.all(checked.map((one) => assessmentView(one)));
  const many = checked.length > 1;
  const html = render(
    <html lang={t.language}>
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content={policy} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <title>{reportTitle(checked, t)}</title>
        <style dangerouslySetInnerHTML={{ __html: reportStyle }} />
      </head>
      <body>
        <main>
          {many && <AssessmentList checked={checked} sheet={sheet} t={t} />}
          {checked.map((one, index) => {
            const view = views[index];
            return view && <AssessmentArticle checked={one} view={view} sheet={sheet} t={t} anchor={many ? `assessment-${index + 1}` : 'area'} />;
          })}
        </main>
        <footer>
          <Method sheet={sheet} t={t} />
          <p class="made">{t('report.made', { date: today })}</p>
        </footer>
      </body>
    </html>,
  );
  return ours`<!DOCTYPE html>\n${printableMarkup(html)}\n`;
}
