import type { JSX } from 'preact';
import { formatNumber } from '../scoring/score';
import { Field } from './Field';
import type { Callbacks, ViewProps } from './props';

interface Props extends Pick<ViewProps, 'view' | 't'> {
  readonly on: Callbacks;
  readonly readOnly: boolean;
}

/** The form for the file's own facts: subject, day, assessors, and the overall target. */
export function About({ view, t, on, readOnly }: Props): JSX.Element {
  const { subject = '', assessed = '', assessors } = view;
  return (
    <div class="about">
      <label class="wide">
        <span>{t('view.about-subject')}</span>
        <Field
          label={t('view.about-subject')}
          value={subject}
          readOnly={readOnly}
          commit={(value) => on.heading({ key: 'subject', value: value || null })}
        />
      </label>
      <label>
        <span>{t('view.about-assessed')}</span>
        <Field
          type="date"
          label={t('view.about-assessed')}
          value={assessed}
          readOnly={readOnly}
          commit={(value) => on.heading({ key: 'assessed', value: value || null })}
        />
      </label>
      <label>
        <span>{t('view.about-target')}</span>
        <Field
          type="number"
          label={t('view.about-target')}
          value={formatNumber(view.scored.overall.target)}
          readOnly={readOnly}
          commit={(value) =>
            on.heading({ key: 'target', value: value === '' ? null : Math.min(5, Math.max(0, Number(value))) })
          }
        />
      </label>
      <label class="wide">
        <span>{t('view.about-assessors')}</span>
        <Field
          label={t('view.about-assessors')}
          value={assessors.join(t('view.separator'))}
          readOnly={readOnly}
          commit={(value) => on.heading({ key: 'assessors', value: namesIn(value) })}
        />
      </label>
    </div>
  );
}

/** The names in a comma-separated line; `null` for none. */
function namesIn(line: string): string[] | null {
  const names = line
    .split(/[,、，;；]/)
    .map((name) => name.trim())
    .filter(Boolean);
  return names.length > 0 ? names : null;
}
