import type { JSX } from 'preact';
import type { Translate } from '../messages/messages';
import { differenceText, meanText, tallyText } from '../scoring/compare';
import { comparisonSummary } from './change-marks';
import type { BaselineView } from './model';

interface Props {
  readonly baseline: BaselineView;
  readonly t: Translate;
  /** Ends the comparison, or opens it as a document. */
  readonly onChoose: (what: 'end' | 'document') => void;
}

/** The baseline and the changes since in one line, repeated in the tooltip, with buttons to continue. */
export function ComparisonBanner({ baseline: { name, comparison }, t, onChoose }: Props): JSX.Element {
  const sentence = `${t('view.compared-with', { name })} ${comparisonSummary(comparison, t)}`;
  return (
    <section class="comparison" aria-label={t('view.comparison')}>
      <p role="status" title={sentence}>
        <span class="unseen">{sentence}</span>
        <strong aria-hidden="true">{`⇄ ${name}`}</strong>
        <span class="means" aria-hidden="true">
          {meanText(comparison.overall, t)}
        </span>
        <span class="difference" aria-hidden="true">
          {differenceText(comparison.overall)}
        </span>
        <span class="tally" aria-hidden="true">
          {tallyText(comparison, t)}
        </span>
      </p>
      <Way
        text={t('view.comparison-document')}
        path="M3 1.5h7l3 3v10H3ZM5.5 7h5M5.5 10.5h5"
        go={() => onChoose('document')}
      />
      <Way text={t('view.comparison-end')} path="M4 4l8 8M12 4l-8 8" go={() => onChoose('end')} />
    </section>
  );
}

/** A button that becomes an icon where there is little room. */
function Way({ text, path, go }: { text: string; path: string; go: () => void }): JSX.Element {
  return (
    <button type="button" class="secondary" title={text} onClick={go}>
      <svg width="14" height="14" viewBox="0 0 16 16" aria-hidden="true">
        <path d={path} fill="none" stroke="currentColor" stroke-width="1.5" />
      </svg>{' '}
      <span class="way-name">{text}</span>
    </button>
  );
}
