import type { JSX } from 'preact';
import { formatMean } from '../scoring/score';
import { Scale } from './Scale';
import type { ViewProps } from './props';
import { SpokenLabel } from './SpokenLabel';
import { coverageText, floorText } from './rows';

interface Props extends Pick<ViewProps, 'view' | 't'> {
  /** Shown when the assessment has no subject. */
  readonly fileName?: string;
}

/** The subject, the overall average with coverage, floor and number below target, and the scale. */
export function Summary({ view, t, fileName }: Props): JSX.Element {
  const { overall } = view.scored;
  const assessed = view.assessed && t('view.assessed', { date: view.assessed });
  const by = view.assessors.length > 0 && t('view.assessed-by', { names: view.assessors.join(t('view.separator')) });
  return (
    <section class="summary">
      <h1 title={fileName}>{view.subject ?? fileName}</h1>
      {(assessed || by) && <p class="meta">{[assessed, by].filter(Boolean).join(' · ')}</p>}
      <div class="overall">
        <p class="mean">
          <SpokenLabel text={t('view.average')} />
          {formatMean(overall.mean)} <small>{t('view.of-five')}</small>
        </p>
        <ul class="facts">
          <li>{coverageText(overall, t)}</li>
          <li>
            <Separator />
            {floorText(overall, t)}
          </li>
          <li>
            <Separator />
            <span class={overall.belowTarget ? 'strong' : undefined}>
              {t('view.below', { count: overall.belowTarget })}
            </span>
          </li>
        </ul>
      </div>
      <Scale aggregate={overall} t={t} />
    </section>
  );
}

/** A character rather than a style, so that copied text keeps the facts apart. */
function Separator(): JSX.Element {
  return <span aria-hidden="true">{' · '}</span>;
}
