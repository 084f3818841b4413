/** The report as HTML: a single file without scripts, for a browser or for print. */
import type { Printable } from '../../messages/safe-text';
import { assessmentView } from '../../views/assessment-view';
import { AssessmentArticle } from './AssessmentArticle';
import { AssessmentList } from './AssessmentList';
import { htmlDocument, markupOf } from './html-document';
import { Method } from './Method';
import type { ReportInput } from '../report';
import { reportTitle, titlesOf } from './report-words';
import { ManySummary } from './summary/ManySummary';
import { OneSummary } from './summary/OneSummary';
import { ranked } from './summary/ranking';

/** An HTML document, ending with `\n`. Rendered in pieces, since elements take much more memory than markup. */
export async function htmlReport(input: ReportInput): Promise<Printable> {
  const { checked, sheet, t, today, size } = input;
  const title = reportTitle(checked, t);
  const pieces = size === 'full' ? await fullPieces(input) : await summaryPieces(input);
  const footer = (
    <footer>
      {size === 'full' && <Method sheet={sheet} t={t} />}
      <p class="made">{t('report.made', { date: today })}</p>
    </footer>
  );
  return htmlDocument({ title, language: t.language, today, pieces, footer });
}

/** Everything: several assessments follow a list of them. */
async function fullPieces({ checked, sheet, t }: ReportInput): Promise<Printable[]> {
  const many = checked.length > 1;
  const pieces: Printable[] = many ? [markupOf(<AssessmentList checked={checked} sheet={sheet} t={t} />)] : [];
  for (const [index, one] of checked.entries()) {
    const anchor = many ? `assessment-${index + 1}` : 'area';
    const view = await assessmentView(one);
    pieces.push(markupOf(<AssessmentArticle checked={one} view={view} sheet={sheet} t={t} anchor={anchor} />));
  }
  return pieces;
}

/** A summary of a few pages: for several assessments their ranking, a heat map, and a page each. */
async function summaryPieces({ checked, sheet, t, today }: ReportInput): Promise<Printable[]> {
  const isOneOfMany = checked.length > 1;
  const titles = titlesOf(checked, t);
  const all = ranked(
    checked.map((one, index) => {
      return { one, title: titles[index] ?? '', anchor: isOneOfMany ? `assessment-${index + 1}` : 'area' };
    }),
  );
  const shared = { sheet, t, today };
  const pieces = isOneOfMany ? [markupOf(<ManySummary {...shared} all={all} />)] : [];
  for (const { one, title, anchor } of all) {
    const own = { checked: one, view: await assessmentView(one), title, anchor, isOneOfMany };
    pieces.push(markupOf(<OneSummary {...shared} {...own} />));
  }
  return pieces;
}
