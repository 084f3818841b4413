import type { JSX } from 'preact';
import type { Translate } from '../messages/messages';
import type { ConflictView } from './model';
import type { Callbacks } from './props';

interface Props {
  readonly conflicts: readonly ConflictView[];
  readonly t: Translate;
  readonly on: Callbacks;
}

/** The merge conflicts of the file, each with the services concerned and the sides to take. */
export function Conflicts({ conflicts, t, on }: Props): JSX.Element {
  return (
    <section class="banner conflicts" role="alert" aria-label={t('view.conflicts')}>
      <p>{t('view.conflicts-what')}</p>
      <ul>
        {conflicts.map(({ index, title, choices }) => (
          <li key={index} data-conflict={index}>
            <span>{title}</span>{' '}
            {choices.map(({ taken, title: choice }) => (
              <button type="button" class="secondary" data-take={taken} onClick={() => on.resolve(index, taken)}>
                {choice}
              </button>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
