import type { JSX } from 'preact';
import type { Translate } from '../messages/messages';
import type { ScoredService } from '../scoring/score';
import { suggestionText } from '../scoring/suggestion-text';
import type { AssessmentView } from './model';

interface Props {
  readonly view: Pick<AssessmentView, 'details' | 'problems'>;
  readonly service: string;
  /** The service's score, and the one its criteria suggest. */
  readonly scored?: Pick<ScoredService, 'score' | 'suggestion'>;
  /** The current day, `YYYY-MM-DD`: actions due before it are overdue. */
  readonly today?: string;
  readonly t: Translate;
}

interface Mark {
  readonly kind: 'evidence' | 'actions' | 'note' | 'suggestion' | 'problems';
  /** It asks for attention. */
  readonly urgent: boolean;
  readonly text: string;
}

/** What the file records for a service, in words, one mark of its row each. */
export function marksOf({ view, service, scored, today = '', t }: Props): Mark[] {
  const { evidence: own = [], criteria = {}, plan = [], note } = view.details[service] ?? {};
  const evidence = [...own, ...Object.values(criteria).flatMap((one) => one.evidence)];
  const troubles = evidence.flatMap((piece) => (piece.troubles ?? []).map(({ message }) => message));
  const open = plan.filter(({ done }) => !done);
  const late = open.filter(({ due }) => due !== undefined && due < today).length;
  const problems = view.problems?.[service] ?? [];
  const marks: (Mark | false)[] = [
    evidence.length > 0 && {
      kind: 'evidence',
      urgent: troubles.length > 0,
      text: [t('view.mark-evidence', { count: evidence.length }), ...troubles].join('\n'),
    },
    note !== undefined && { kind: 'note', urgent: false, text: t('view.mark-note') },
    open.length > 0 && {
      kind: 'actions',
      urgent: late > 0,
      text:
        late > 0
          ? t('view.mark-overdue', { count: open.length, late })
          : t('view.mark-actions', { count: open.length }),
    },
    suggestionMark(scored, t),
    problems.length > 0 && { kind: 'problems', urgent: true, text: problems.join('\n') },
  ];
  return marks.filter((mark) => mark !== false);
}

/** The criteria suggest another score; urgent where they do not support the present one. */
function suggestionMark(scored: Props['scored'], t: Translate): Mark | false {
  const { score = null, suggestion } = scored ?? {};
  if (score === null || !suggestion || suggestion.level === score) return false;
  return { kind: 'suggestion', urgent: suggestion.level < score, text: suggestionText(suggestion, t) };
}

/** The marks of a row. They are part of the row's accessible name, so they are hidden from screen readers. */
export function Marks({ marks }: { readonly marks: readonly Mark[] }): JSX.Element | null {
  if (marks.length === 0) return null;
  return (
    <span class="row-marks" aria-hidden="true">
      {marks.map(({ kind, urgent, text }) => (
        <span class={`row-mark ${kind}${urgent ? ' urgent' : ''}`}>
          <svg width="11" height="11" viewBox="0 0 16 16">
            <title>{text}</title>
            <path d={markSigns[kind]} fill="none" stroke="currentColor" stroke-width="1.7" />
          </svg>
        </span>
      ))}
    </span>
  );
}

/** SVG paths: a paper clip, a sheet of notes, a check box, arrows up and down, a warning sign. */
export const markSigns = {
  evidence: 'M4 7.5V11a4 4 0 0 0 8 0V4.5a2.5 2.5 0 0 0-5 0V11a1 1 0 0 0 2 0V5.5',
  note: 'M3 1.5h7l3 3v10H3ZM5.5 7h5M5.5 10.5h5',
  actions: 'M2 2h12v12H2ZM5 8l2.2 2.5L11.5 5.5',
  suggestion: 'M5 14V3M2 6l3-3 3 3M11 2v11M8 10l3 3 3-3',
  problems: 'M8 1.8L15 14.2H1ZM8 6v4.2M8 11.4V13',
} as const;
