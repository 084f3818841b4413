import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { ItemRef } from '../assessment/edit/recording';
import type { Translate } from '../messages/messages';
import { Field } from './Field';
import type { ActionView, EvidenceView, ServiceDetails } from './model';
import { NoteForm } from './NoteForm';
import type { Callbacks } from './props';
import { takePastedAddress } from './pasted-address';
import { Troubles } from './Records';
import type { Row } from './rows';
import { ToolButton } from './ToolButton';
import { named } from './named';

interface Props {
  readonly row: Row;
  readonly details: ServiceDetails | undefined;
  readonly t: Translate;
  readonly on: Callbacks;
  /** The current day, `YYYY-MM-DD`. */
  readonly today: string;
}

/** The form for what the file records of a service: evidence, actions, note. */
export function RecordForm(props: Props): JSX.Element {
  const { row, details, t, on } = props;
  const { evidence = [], plan = [] } = details ?? {};
  return (
    <div class="records" onPaste={(event) => citePasted(event, props)}>
      <section aria-label={t('view.evidence')}>
        <h3>{t('view.evidence')}</h3>
        <ul class="evidence">
          {evidence.map((piece, index) => (
            <Evidence key={`${index} ${piece.link}`} {...props} piece={piece} index={index} />
          ))}
        </ul>
        <NewItem
          label={t('view.record-link')}
          add={(link) => on.record(row.service.id, { kind: 'add', list: 'evidence', values: { link } })}
        />
        <p class="cite">
          <button type="button" class="link" title={t('view.cite-hint')} onClick={() => on.cite(row.service.id, [])}>
            {t('view.cite')}
          </button>{' '}
          <button type="button" class="link" onClick={() => on.propose(row.service.id)}>
            {t('view.propose')}
          </button>
        </p>
      </section>
      <Plan {...props} plan={plan} />
      <NoteForm
        key={row.service.id}
        details={details}
        t={t}
        commit={(text) => on.record(row.service.id, { kind: 'note', text })}
      />
    </div>
  );
}

/** Cites an address that is pasted outside an input. */
function citePasted(event: ClipboardEvent, { row, on }: Props): void {
  if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return;
  const link = takePastedAddress(event);
  if (link) on.record(row.service.id, { kind: 'add', list: 'evidence', values: { link } });
}

type EvidenceProps = Props & { readonly piece: EvidenceView; readonly index: number };

function Evidence({ row, t, on, piece, index }: EvidenceProps): JSX.Element {
  const { id } = row.service;
  const name = `evidence-${id}-${index}`;
  const item: ItemRef = { list: 'evidence', index, text: piece.link };
  const set = (key: string) => (value: string) => on.record(id, { kind: 'set', item, key, value });
  return (
    <li>
      <button
        type="button"
        class="link"
        aria-describedby={piece.troubles && name}
        onClick={() => on.evidence(id, index)}
      >
        {piece.link}
      </button>
      {piece.troubles && <Troubles troubles={piece.troubles} id={name} t={t} renew={() => on.renew(id, index)} />}
      <div class="record-line">
        <label>
          {t('view.record-collected')}{' '}
          <Field
            type="date"
            label={t('view.record-collected')}
            value={piece.collected ?? ''}
            commit={set('collected')}
          />
        </label>
        <label>
          {t('view.record-expires')}{' '}
          <Field type="date" label={t('view.record-expires')} value={piece.expires ?? ''} commit={set('expires')} />
        </label>
        <Remove name={piece.link} t={t} remove={() => on.record(id, { kind: 'remove', item })} />
        {piece.digest && <span class="record-facts">{t('view.digest', { digest: piece.digest })}</span>}
        {piece.note && <span class="record-facts">{piece.note}</span>}
      </div>
    </li>
  );
}

/** Number of actions rendered at first: a service may have a hundred. */
const first = 10;

/** The actions as rows of inputs, open ones first. */
function Plan(props: Props & { readonly plan: readonly ActionView[] }): JSX.Element {
  const { row, t, on, plan } = props;
  const [all, setAll] = useState(false);
  const indexed = plan.map((action, index) => ({ action, index }));
  const sorted = [...indexed.filter(({ action }) => !action.done), ...indexed.filter(({ action }) => action.done)];
  return (
    <section aria-label={t('view.plan')}>
      <h3>
        {t('view.plan')} {plan.length > 0 && <span class="count">{plan.length}</span>}
      </h3>
      <ul class="action-lines">
        {(all ? sorted : sorted.slice(0, first)).map(({ action, index }) => (
          <Action key={`${index} ${action.action}`} {...props} action={action} index={index} />
        ))}
      </ul>
      {!all && plan.length > first && (
        <button type="button" class="link" onClick={() => setAll(true)}>
          {t('view.record-all', { count: plan.length })}
        </button>
      )}
      <NewItem
        label={t('view.record-action')}
        add={(action) => on.record(row.service.id, { kind: 'add', list: 'plan', values: { action } })}
      />
    </section>
  );
}

type ActionProps = Props & { readonly action: ActionView; readonly index: number };

function Action({ row, t, on, today, action, index }: ActionProps): JSX.Element {
  const { id } = row.service;
  const item: ItemRef = { list: 'plan', index, text: action.action };
  const set = (key: string) => (value: string) => on.record(id, { kind: 'set', item, key, value });
  const late = !action.done && action.due !== undefined && action.due < today;
  return (
    <li class={`action-line${action.done ? ' done' : ''}${late ? ' late' : ''}`}>
      <input
        type="checkbox"
        {...named(
          `${t('view.plan-done')}${t('view.term-separator')}${action.action}`,
          t(action.done ? 'view.plan-done' : 'view.plan-open'),
        )}
        checked={action.done}
        onChange={() => set('done')(action.done ? '' : today)}
      />
      <Field class="what" label={t('view.record-what')} value={action.action} required commit={set('action')} />
      <Field
        class="who"
        label={t('view.record-owner')}
        placeholder={t('view.record-owner')}
        value={action.owner ?? ''}
        commit={set('owner')}
      />
      <Field class="when" type="date" label={t('view.record-due')} value={action.due ?? ''} commit={set('due')} />
      <Remove name={action.action} t={t} remove={() => on.record(id, { kind: 'remove', item })} />
    </li>
  );
}

function Remove({ name, t, remove }: { name: string; t: Translate; remove: () => void }): JSX.Element {
  const label = t('view.record-remove', { name });
  return <ToolButton label={label} sign="M4 4l8 8M12 4l-8 8" class="remove" onClick={remove} />;
}

/** An empty input; what is typed into it is added on Enter or blur. */
function NewItem({ label, add }: { label: string; add: (text: string) => void }): JSX.Element {
  return <Field class="new" label={label} placeholder={label} value="" commit={add} />;
}
