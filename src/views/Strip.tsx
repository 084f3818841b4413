import type { JSX } from 'preact';
import { openServices } from '../language/guided-scoring';
import type { Translate } from '../messages/messages';
import { formatMean, formatNumber, type Aggregate } from '../scoring/score';
import { share } from './AreaBar';
import { suggestedBand, type Callbacks, type ViewProps } from './props';
import { coverageText } from './rows';
import { SpokenLabel } from './SpokenLabel';

interface Props extends Pick<ViewProps, 'view' | 't'> {
  readonly on: Callbacks;
  /** Shown when the assessment has no subject. */
  readonly fileName: string;
  /** The overview, which the figures open, is shown. */
  readonly unfolded: boolean;
  /** Guided scoring is shown. */
  readonly stepping?: boolean;
}

/**
 * The state of the assessment in one line: average, target, coverage and the number below target. A click opens or
 * closes the overview.
 */
export function Strip({ view, t, on, fileName, unfolded, stepping = false }: Props): JSX.Element {
  const { overall } = view.scored;
  const subject = view.subject ?? fileName;
  return (
    <header class="strip">
      <h1 class="subject" title={subject}>
        {subject}
      </h1>
      <Day view={view} t={t} on={on} />
      <button
        type="button"
        class="standing"
        aria-expanded={unfolded}
        title={standingText(overall, t)}
        onClick={() => on.tab(unfolded ? 'grid' : 'overview')}
      >
        <span class="mean">
          <SpokenLabel text={t('view.average')} />
          {formatMean(overall.mean)}
        </span>
        <SmallScale aggregate={overall} />
        <Figure short={`${overall.scored}/${overall.applicable}`} words={coverageText(overall, t)} />
        <Figure
          short={`▼${overall.belowTarget}`}
          words={t('view.below', { count: overall.belowTarget })}
          strong={overall.belowTarget > 0}
        />
        <svg class="unfold" width="12" height="12" viewBox="0 0 16 16" aria-hidden="true">
          <path d="M3 5l5 5 5-5" fill="none" stroke="currentColor" stroke-width="1.8" />
        </svg>
      </button>
      {!stepping && openServices(view.scored).length > 0 && <Guide t={t} on={on} nothing={overall.scored === 0} />}
    </header>
  );
}

/** A figure in short form, and in words for screen readers. */
function Figure({ short, words, strong = false }: { short: string; words: string; strong?: boolean }): JSX.Element {
  return (
    <span class={`figure${strong ? ' strong' : ''}`}>
      <span aria-hidden="true">{short}</span> <span class="unseen">{words}</span>
    </span>
  );
}

/** Average, target, coverage and the number below target, in words. */
function standingText(overall: Aggregate, t: Translate): string {
  const figures = { mean: formatMean(overall.mean), coverage: coverageText(overall, t), below: overall.belowTarget };
  return [
    t('view.step-result', figures),
    t('view.legend-target', { target: formatNumber(overall.target) }),
    t('view.legend-band'),
  ].join(' ');
}

/** The day and the assessors, where there is room; the overview has the inputs for them. */
function Day({ view, t, on }: Pick<Props, 'view' | 't' | 'on'>): JSX.Element {
  const facts = [view.assessed ?? t('view.undated'), ...view.assessors].join(' · ');
  return (
    <button type="button" class="day" title={facts} onClick={() => on.tab('overview')}>
      {facts}
    </button>
  );
}

/** The button for guided scoring: with text while nothing is scored, otherwise an icon where there is little room. */
function Guide({ t, on, nothing }: { t: Translate; on: Callbacks; nothing: boolean }): JSX.Element {
  return (
    <button
      type="button"
      class={`guide ${nothing ? 'primary' : 'secondary'}`}
      title={t('view.step-start')}
      onClick={() => on.step('start')}
    >
      <svg width="12" height="12" viewBox="0 0 16 16" aria-hidden="true">
        <path
          d="M1.5 4l1.5 1.5L6 2.5M1.5 11l1.5 1.5L6 9.5M8 4h7M8 11h7"
          fill="none"
          stroke="currentColor"
          stroke-width="1.6"
        />
      </svg>{' '}
      <span class="guide-name">{t('view.step-start')}</span>
    </button>
  );
}

/** A bar up to the average, with a mark at the target and the suggested band behind. */
function SmallScale({ aggregate: { mean, target } }: { aggregate: Aggregate }): JSX.Element {
  return (
    <svg class="small-scale" height="14" aria-hidden="true">
      <rect class="track" y="4" width="100%" height="6" fill="currentColor" opacity="0.12" />
      <rect
        class="band"
        x={share(suggestedBand.from)}
        y="4"
        width={share(suggestedBand.to - suggestedBand.from)}
        height="6"
      />
      {mean !== null && <rect class="fill" y="5" width={share(mean)} height="4" />}
      <svg x={share(target)} width="1" overflow="visible">
        <path class="target-mark" d="M0 0v14" stroke="currentColor" stroke-width="2" stroke-dasharray="3 1.5" />
      </svg>
    </svg>
  );
}
