/** The scores of several assessors side by side: one row per service, largest difference first. */
import { Fragment, type JSX } from 'preact';
import { criterionMark, stateOfCriterion } from '../language/criterion-words';
import type { Translate } from '../messages/messages';
import { criteriaOf, criterionText } from '../sheet/criteria';
import { findService, isDescribed, levelNumbers, nameOf, type Service, type Sheet } from '../sheet/sheet';
import { needsNote, openAgreements, type OwnAnswer, type ReconciledService } from './reconciliation';
import { named } from './named';

export interface ReconcileCallbacks {
  choose(service: string, score: number): void;
  take(): void;
  note(service: string, text: string): void;
  /** Opens or closes a row. */
  toggle(service: string): void;
  reveal(service: string): void;
}

interface Props {
  readonly services: readonly ReconciledService[];
  readonly names: readonly string[];
  readonly sheet: Sheet;
  readonly t: Translate;
  readonly on: ReconcileCallbacks;
  /** The services whose rows are open. */
  readonly opened: ReadonlySet<string>;
  /** The service that holds the tab stop. */
  readonly current: string | undefined;
  readonly readOnly: boolean;
}

/** The table, with the number of open services above it. */
export function Reconcile(props: Props): JSX.Element {
  const { services, names, t, on, readOnly } = props;
  const open = openAgreements(services).length;
  const unsettled = services.filter(({ score }) => score === null).length;
  return (
    <>
      <p class="facts">
        {t('view.reconcile-facts', {
          count: services.length,
          differ: services.filter(({ spread }) => spread !== null && spread > 0).length,
          open: unsettled,
        })}
      </p>
      <p class="take">
        <button type="button" class="primary" aria-disabled={readOnly || open === 0} onClick={() => on.take()}>
          {t('view.reconcile-take', { count: open })}
        </button>{' '}
        <span class="hint">{t('view.reconcile-keys')}</span>
      </p>
      <div class="table-room">
        <table class="reconcile">
          <thead>
            <tr>
              <th scope="col" class="service">
                {t('report.column.service')}
              </th>
              {names.map((name) => (
                <th scope="col" class="assessor" title={name}>
                  <span>{name}</span>
                </th>
              ))}
              <th scope="col">{t('consensus.spread')}</th>
              <th scope="col" class="agreed">
                {t('consensus.agreed')}
              </th>
            </tr>
          </thead>
          <tbody>
            {services.map((one) => (
              <ServiceRows key={one.service} {...props} one={one} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

type RowProps = Props & { readonly one: ReconciledService };

function ServiceRows(props: RowProps): JSX.Element {
  const { one, names, sheet, on, current, opened, readOnly, t } = props;
  const service = findService(sheet, one.service);
  const isCurrent = one.service === current;
  const isOpen = opened.has(one.service);
  return (
    <Fragment>
      <tr
        class={`line${isCurrent ? ' current' : ''}`}
        data-service={one.service}
        data-spread={one.spread ?? ''}
        data-score={one.score ?? ''}
      >
        <Head one={one} title={service?.title ?? ''} isOpen={isOpen} isCurrent={isCurrent} t={t} on={on} />
        {one.answers.map((answer) => (
          <Vote answer={answer} t={t} readOnly={readOnly} choose={(score) => on.choose(one.service, score)} />
        ))}
        <td class={`spread spread-${one.spread ?? 0}`}>{one.spread ?? '–'}</td>
        <td class={`agreed${one.score === null ? '' : ` score-${one.score}`}`}>{one.score ?? '–'}</td>
      </tr>
      {isOpen && service && (
        <tr class="opened">
          <td colSpan={names.length + 3}>
            <Opened {...props} service={service} />
          </td>
        </tr>
      )}
    </Fragment>
  );
}

interface HeadProps extends Pick<RowProps, 'one' | 't' | 'on'> {
  readonly title: string;
  readonly isOpen: boolean;
  readonly isCurrent: boolean;
}

/** The name of a service; it opens the row and handles the keys of the row. */
function Head({ one, title, isOpen, isCurrent, t, on }: HeadProps): JSX.Element {
  const name = nameOf({ id: one.service, title });
  return (
    <th scope="row" class="service">
      <button
        type="button"
        class="row-head"
        data-head={one.service}
        tabIndex={isCurrent ? 0 : -1}
        aria-expanded={isOpen}
        {...named(spoken(one, name, t), name)}
        onClick={() => on.toggle(one.service)}
      >
        <span class="mark" aria-hidden="true">
          {isOpen ? '▾' : '▸'}
        </span>{' '}
        {one.service} <span class="title">{title}</span>
        {needsNote(one) && one.score !== null && <span class="due">{t('view.reconcile-note-due')}</span>}
      </button>
    </th>
  );
}

interface VoteProps extends Pick<RowProps, 't' | 'readOnly'> {
  readonly answer: OwnAnswer;
  readonly choose: (score: number) => void;
}

/** The score of one assessor; a click chooses it. */
function Vote({ answer: { name, score, excluded }, t, readOnly, choose }: VoteProps): JSX.Element {
  if (score === null)
    return (
      <td class="vote" title={excluded ?? undefined}>
        {excluded === null ? '–' : t('view.reconcile-excluded')}
      </td>
    );
  const label = t('view.reconcile-choose', { score, name });
  return (
    <td class={`vote score-${score}`}>
      <button type="button" tabIndex={-1} aria-disabled={readOnly} {...named(label)} onClick={() => choose(score)}>
        {score}
      </button>
    </td>
  );
}

/** The accessible name of a row, with everything it shows. */
function spoken({ answers, spread, score }: ReconciledService, name: string, t: Translate): string {
  const given = answers.map((answer) => `${answer.name} ${answer.score ?? '–'}`).join(t('list.separator'));
  return t('view.reconcile-row', { name, given, spread: spread ?? '–', score: score ?? '–' });
}

/** What each assessor recorded for the service, side by side, and the levels to choose from. */
function Opened({ one, service, t, on, readOnly }: RowProps & { readonly service: Service }): JSX.Element {
  return (
    <section class="side-by-side-answers" aria-label={nameOf(service)}>
      <p class="objective">{service.objective}</p>
      <div class="scores" role="group" aria-label={t('view.score-as')}>
        {levelNumbers.map((level) => (
          <button
            type="button"
            class={`score-button level-${level}`}
            aria-pressed={one.score === level}
            aria-disabled={readOnly || !isDescribed(service, level)}
            {...named(`${level} ${service.levels[level]?.summary ?? ''}`, service.levels[level]?.summary)}
            onClick={() => on.choose(one.service, level)}
          >
            {level}
          </button>
        ))}
        <button type="button" class="secondary" onClick={() => on.reveal(one.service)}>
          {t('view.reveal')}
        </button>
      </div>
      <NoteOf one={one} t={t} on={on} readOnly={readOnly} />
      <ul class="answers">
        {one.answers.map((answer) => (
          <li>
            <Answer answer={answer} service={service} t={t} />
          </li>
        ))}
      </ul>
    </section>
  );
}

type NoteProps = Pick<RowProps, 'one' | 't' | 'on' | 'readOnly'>;

/** The note of the agreed file; requested where votes are two or more levels apart. */
function NoteOf({ one, t, on, readOnly }: NoteProps): JSX.Element {
  const id = `note-${one.service}`;
  return (
    <form
      class="agreed-note"
      onSubmit={(event) => {
        event.preventDefault();
        const area = event.currentTarget.elements.namedItem('note') as HTMLTextAreaElement;
        on.note(one.service, area.value);
      }}
    >
      <label for={id} class={needsNote(one) ? 'asked' : undefined}>
        {t(needsNote(one) ? 'view.reconcile-note-ask' : 'view.reconcile-note')}
      </label>
      <textarea id={id} name="note" rows={2} readOnly={readOnly} data-note={one.service} defaultValue={one.note} />
      <button type="submit" class="secondary" aria-disabled={readOnly}>
        {t('view.reconcile-note-save')}
      </button>
    </form>
  );
}

/** Text from files, rendered as plain text. */
function Answer({ answer, service, t }: { answer: OwnAnswer; service: Service; t: Translate }): JSX.Element {
  const { name, score, excluded, note, criteria, evidence } = answer;
  const summary = score === null ? undefined : service.levels[score]?.summary;
  const known = new Map(criteriaOf(service).map((criterion) => [criterion.id, criterion]));
  return (
    <article aria-label={name}>
      <h3>{name}</h3>
      <p class="given">
        {score ?? (excluded === null ? '–' : t('view.reconcile-excluded'))} {summary ?? excluded}
      </p>
      {note && <p class="own-note">{note}</p>}
      {criteria.length > 0 && (
        <ul class="own-criteria">
          {criteria.map(({ id, state }) => {
            const criterion = known.get(id);
            if (!criterion) return <li>{id}</li>;
            return (
              <li title={stateOfCriterion(criterion, state, t)}>
                {criterionMark(state)} <strong>{id}</strong> {criterionText(criterion, t)}
              </li>
            );
          })}
        </ul>
      )}
      {evidence.length > 0 && (
        <ul class="own-evidence">
          {evidence.map((link) => (
            <li>{link}</li>
          ))}
        </ul>
      )}
    </article>
  );
}
