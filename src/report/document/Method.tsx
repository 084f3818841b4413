import type { JSX } from 'preact';
import type { Translate } from '../../messages/messages';
import { frameworkUrl } from '../../sheet/references';
import type { Sheet } from '../../sheet/sheet';

/** How the scores were given: the steps of the sheet's method, and the document its references cite. */
export function Method({ sheet, t }: { sheet: Sheet; t: Translate }): JSX.Element {
  return (
    <section class="method">
      <h2>{t('view.method')}</h2>
      <ol>
        {sheet.method.map((step) => (
          <li>{step}</li>
        ))}
      </ol>
      <p>{t('report.sheet.references', { url: frameworkUrl })}</p>
    </section>
  );
}
