import type { JSX } from 'preact';
import type { Translate } from '../messages/messages';
import { isDescribed, levelNumbers } from '../sheet/sheet';
import type { Callbacks } from './props';
import { cellLabel, isRated, type Row } from './rows';
import { named } from './named';

interface Props {
  readonly row: Row;
  readonly t: Translate;
  readonly on: Callbacks;
  readonly readOnly: boolean;
}

/** The buttons of a service: score it, clear its score, exclude or include it, show it in the file. */
export function ScoreButtons({ row, t, on, readOnly }: Props): JSX.Element {
  const { service, scored } = row;
  const out = scored.state === 'out-of-scope';
  const excluded = scored.state === 'excluded';
  return (
    <div class="actions">
      <div class="scores" role="group" aria-label={t('view.score-as')}>
        {levelNumbers.map((level) => (
          <button
            type="button"
            class={`score-button level-${level}`}
            aria-pressed={scored.score === level}
            aria-disabled={readOnly || !isRated(row) || !isDescribed(service, level)}
            {...named(cellLabel(row, level, t))}
            onClick={() => on.score(service.id, level)}
          >
            {level}
          </button>
        ))}
      </div>
      <div class="others">
        <Plain
          disabled={readOnly || scored.score === null}
          text={t('view.clear')}
          onClick={() => on.score(service.id, null)}
        />
        <Plain
          disabled={readOnly || out}
          text={t(excluded ? 'view.include' : 'view.exclude')}
          onClick={() => (excluded ? on.include(service.id) : on.exclude(service.id))}
        />
        <Plain disabled={readOnly} text={t('view.reveal')} onClick={() => on.reveal(service.id)} />
      </div>
    </div>
  );
}

/** Stays in the tab order when disabled, so that focus is not lost when the state changes. */
function Plain({ disabled, text, onClick }: { disabled: boolean; text: string; onClick: () => void }): JSX.Element {
  return (
    <button type="button" class="secondary" aria-disabled={disabled} onClick={() => disabled || onClick()}>
      {text}
    </button>
  );
}
