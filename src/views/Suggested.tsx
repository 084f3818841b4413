import type { JSX } from 'preact';
import type { Translate } from '../messages/messages';
import { suggestionText } from '../scoring/suggestion-text';
import type { Callbacks } from './props';
import type { Row } from './rows';

interface Props {
  readonly row: Row;
  readonly t: Translate;
  /** Absent where nothing can be changed. */
  readonly on?: Callbacks;
}

/** The score that the answers to criteria suggest, with the reason; a button or the key A accepts it. */
export function Suggested({ row: { service, scored }, t, on }: Props): JSX.Element | null {
  const { suggestion, score } = scored;
  if (!suggestion) return null;
  return (
    <p class="suggestion">
      {suggestionText(suggestion, t)}{' '}
      {on && suggestion.level !== score && (
        <button
          type="button"
          class="link"
          title={t('view.accept-hint')}
          aria-keyshortcuts="A"
          onClick={() => on.accept(service.id)}
        >
          {t('view.accept-suggestion', { level: suggestion.level })}
        </button>
      )}
    </p>
  );
}
