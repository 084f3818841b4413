import type { JSX } from 'preact';
import type { Translate } from '../messages/messages';
import type { Sheet } from '../sheet/sheet';

interface Props {
  readonly sheet: Sheet;
  readonly t: Translate;
  /** Whether the steps are expanded at first. */
  readonly open?: boolean;
}

/** How to score: the steps of the sheet's method and the keys of the grid. */
export function Method({ sheet, t, open }: Props): JSX.Element {
  return (
    <details class="method" open={open}>
      <summary>{t('view.method')}</summary>
      <ol>
        {sheet.method.map((step) => (
          <li>{step}</li>
        ))}
      </ol>
      <p class="keys">{t('view.keys')}</p>
    </details>
  );
}
