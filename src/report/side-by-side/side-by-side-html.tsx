/** Assessments side by side as HTML: a single file without scripts, for a browser or for print. */
import type { Printable } from '../../messages/safe-text';
import { RollUp } from '../../views/RollUp';
import { htmlDocument, markupOf } from '../document/html-document';
import type { SideBySideInput } from './side-by-side-table';

/** An HTML document, ending with `\n`. */
export function sideBySideHtml({ shown, sheet, t, today }: SideBySideInput): Printable {
  const title = t('view.roll-title');
  const section = (
    <section class="side-by-side">
      <h1>{title}</h1>
      <RollUp shown={shown} facts sheet={sheet} t={t} />
    </section>
  );
  const footer = (
    <footer>
      <p class="made">{t('report.made', { date: today })}</p>
    </footer>
  );
  return htmlDocument({ title, language: t.language, today, pieces: [markupOf(section)], footer });
}
