import type { JSX } from 'preact';
import type { CriterionState } from '../assessment/criterion-states';
import { criterionMark, stateOfCriterion } from '../language/criterion-words';
import type { Translate } from '../messages/messages';
import { openCriteria, type CriterionStates } from '../scoring/suggest';
import { criterionText } from '../sheet/criteria';
import type { Criterion } from '../sheet/sheet';
import type { CriterionDetails, ServiceDetails } from './model';
import type { Callbacks } from './props';
import { markSigns } from './Marks';
import { takePastedAddress } from './pasted-address';
import { Troubles } from './Records';
import { isRated, type Row } from './rows';
import { ToolButton } from './ToolButton';

/** The actions available for a criterion of a service. */
export interface Answering {
  answer(criterion: string, state: CriterionState | null): void;
  /** Cites documents, by their addresses; without any the user is asked for files. */
  cite(criterion: string, uris: readonly string[]): void;
  evidence(criterion: string, index: number): void;
  /** Records the digest of a piece of evidence anew. */
  renew(criterion: string, index: number): void;
  plan(criterion: string): void;
  /** The ids of criteria that are open steps of the plan. */
  readonly open: readonly string[];
}

/** The actions for the criteria of a service; `undefined` where nothing can be changed. */
export function answering({ service, scored }: Row, on?: Callbacks, readOnly = false): Answering | undefined {
  if (!on || readOnly || !isRated({ service, scored })) return undefined;
  const { id } = service;
  return {
    answer: (criterion, state) => on.record(id, { kind: 'answer', criterion, state }),
    cite: (criterion, uris) => on.cite(id, uris, criterion),
    evidence: (criterion, index) => on.evidence(id, index, criterion),
    renew: (criterion, index) => on.renew(id, index, criterion),
    plan: (criterion) => on.plan(id, criterion),
    open: openCriteria(service, scored).map((criterion) => criterion.id),
  };
}

interface Props {
  readonly criteria: readonly Criterion[];
  readonly states: CriterionStates;
  /** Their evidence and notes. */
  readonly details?: ServiceDetails['criteria'];
  readonly t: Translate;
  /** Without it the list is read-only. */
  readonly on?: Answering;
}

/** The criteria of a level with their answers; those without one are shown as open. */
export function AnsweredCriteria({ criteria, states, details = {}, t, on }: Props): JSX.Element | null {
  if (!criteria.length) return null;
  return (
    <ul class="criteria" onPaste={on && ((event) => citePasted(event, on))} onKeyDown={on && moveOn}>
      {criteria.map((criterion) => {
        const { id } = criterion;
        const shared = { criterion, state: states[id], t };
        return (
          <li class={states[id] ?? 'open'} data-criterion={on && id}>
            {on ? <Answerable {...shared} on={on} /> : <Text {...shared} />}
            {details[id] && <Support id={id} details={details[id]} t={t} on={on} />}
          </li>
        );
      })}
    </ul>
  );
}

interface CriterionProps {
  readonly criterion: Criterion;
  readonly state: CriterionState | undefined;
  readonly t: Translate;
}

/** A check box of three states, with other actions beside it. */
function Answerable({ criterion, state, t, on }: CriterionProps & { on: Answering }): JSX.Element {
  const { id, text } = criterion;
  return (
    <div class="criterion-line">
      <button
        type="button"
        class="criterion"
        role="checkbox"
        aria-checked={checked(state)}
        onClick={() => on.answer(id, following(state))}
      >
        <Text criterion={criterion} state={state} t={t} />
      </button>
      <span class="criterion-tools">
        {on.open.includes(id) && (
          <ToolButton
            label={t('view.plan-criterion', { id, text })}
            sign="M8 3v10M3 8h10"
            onClick={() => on.plan(id)}
          />
        )}
        <ToolButton
          label={t('view.cite-criterion', { id })}
          sign={markSigns.evidence}
          onClick={() => on.cite(id, [])}
        />
      </span>
    </div>
  );
}

function Text({ criterion, state, t }: CriterionProps): JSX.Element {
  return (
    <>
      <span class="mark" aria-hidden="true">
        {criterionMark(state)}
      </span>{' '}
      <b>{criterion.id}</b> {criterionText(criterion, t)} <span class="answer">({wordsOf(criterion, state, t)})</span>
    </>
  );
}

interface SupportProps {
  readonly id: string;
  readonly details: CriterionDetails;
  readonly t: Translate;
  readonly on?: Answering;
}

/** The evidence of an answer, which a live view can open, and its note. */
function Support({ id, details: { evidence, note }, t, on }: SupportProps): JSX.Element {
  return (
    <ul class="criterion-support">
      {evidence.map(({ link, troubles }, index) => {
        const name = troubles && `evidence-${id}-${index}`;
        return (
          <li>
            {on ? (
              <button type="button" class="link" aria-describedby={name} onClick={() => on.evidence(id, index)}>
                {link}
              </button>
            ) : (
              link
            )}
            {troubles && <Troubles troubles={troubles} id={name} t={t} renew={on && (() => on.renew(id, index))} />}
          </li>
        );
      })}
      {note !== undefined && <li class="record-facts">{note}</li>}
    </ul>
  );
}

/** Arrow keys move between check boxes, skipping the other controls. */
function moveOn(event: KeyboardEvent): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const { currentTarget: list, target } = event;
  if (step === undefined || !(list instanceof Element) || !(target instanceof Element)) return;
  const line = target.closest('[data-criterion]');
  const boxes = [...list.querySelectorAll<HTMLElement>('.criterion')];
  const next = boxes[boxes.findIndex((box) => line?.contains(box)) + step];
  if (!next) return;
  next.focus();
  event.preventDefault();
  event.stopPropagation();
}

/** Cites an address that is pasted on a criterion. */
function citePasted(event: ClipboardEvent, on: Answering): void {
  const place = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-criterion]') : null;
  const criterion = place?.dataset.criterion;
  const link = criterion && takePastedAddress(event);
  if (link) on.cite(criterion, [link]);
}

function wordsOf(criterion: Criterion, state: CriterionState | undefined, t: Translate): string {
  return state ? stateOfCriterion(criterion, state, t) : t('criterion.open');
}

function checked(state: CriterionState | undefined): 'true' | 'mixed' | 'false' {
  if (state === 'partly') return 'mixed';
  return state === 'met' ? 'true' : 'false';
}

/** The next state on a click or the space bar: met, partly, unmet, no answer. */
function following(state: CriterionState | undefined): CriterionState | null {
  if (state === undefined) return 'met';
  const next: Readonly<Record<CriterionState, CriterionState | null>> = {
    met: 'partly',
    partly: 'unmet',
    unmet: null,
    'not-applicable': null,
  };
  return next[state];
}
