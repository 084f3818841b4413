import type { JSX } from 'preact';
import type { Translate } from '../messages/messages';
import { comparisonSummary } from './compared-rows';
import type { ComparedView } from './model';

interface Props {
  readonly compared: ComparedView;
  readonly t: Translate;
  /** Ends the comparison, or writes it down as a document. */
  readonly onChoose: (what: 'end' | 'document') => void;
}

/** With what the grid is compared, what came of it, and the ways on. */
export function ComparisonBanner({ compared, t, onChoose }: Props): JSX.Element {
  return (
    <section class="comparison" aria-label={t('view.comparison')}>
      <p role="status">
        <strong>{t('view.compared-with', { name: compared.name })}</strong>{' '}
        <span>{comparisonSummary(compared.comparison, t)}</span>
      </p>
      <p>
        <button type="button" class="secondary" onClick={() => onChoose('document')}>
          {t('view.comparison-document')}
        </button>{' '}
        <button type="button" class="secondary" onClick={() => onChoose('end')}>
          {t('view.comparison-end')}
        </button>
      </p>
    </section>
  );
}
