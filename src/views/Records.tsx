import type { JSX } from 'preact';
import type { Translate } from '../messages/messages';
import type { ActionView, EvidenceView, ServiceDetails } from './model';
import type { Callbacks, Heading } from './props';

interface Props {
  readonly service: string;
  readonly details: ServiceDetails;
  readonly t: Translate;
  readonly on?: Callbacks;
  readonly heading?: Heading;
}

/** What the file records of a service: evidence, plan and note. */
export function Records({ service, details, t, on, heading: Title = 'h3' }: Props): JSX.Element | null {
  const { evidence, plan, noteHtml } = details;
  if (!evidence.length && !plan.length && !noteHtml) return null;
  return (
    <div class="records">
      {evidence.length > 0 && (
        <section>
          <Title>{t('view.evidence')}</Title>
          <ul class="evidence">
            {evidence.map((piece, index) => (
              <li>
                <Evidence piece={piece} t={t} open={on && (() => on.evidence(service, index))} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {plan.length > 0 && (
        <section>
          <Title>{t('view.plan')}</Title>
          <Actions actions={plan} t={t} />
        </section>
      )}
      {noteHtml && (
        <section>
          <Title>{t('view.note')}</Title>
          <div class="note" dangerouslySetInnerHTML={{ __html: noteHtml }} />
        </section>
      )}
    </div>
  );
}

function Evidence({ piece, t, open }: { piece: EvidenceView; t: Translate; open?: () => void }): JSX.Element {
  const { link, collected, expires, note } = piece;
  const facts = [collected && t('view.collected', { date: collected }), expires && t('view.expires', { date: expires }), note];
  return (
    <>
      {open ? (
        <button type="button" class="link" onClick={open}>
          {link}
        </button>
      ) : /^https?:/i.test(link) ? (
        <a href={link}>{link}</a>
      ) : (
        <code>{link}</code>
      )}
      <Facts facts={facts} />
    </>
  );
}

/** A list of actions, or nothing. */
export function Actions({ actions, t }: { actions: readonly ActionView[]; t: Translate }): JSX.Element | null {
  if (!actions.length) return null;
  return <ul class="plan">{actions.map((action) => <Action action={action} t={t} />)}</ul>;
}

function Action({ action, t }: { action: ActionView; t: Translate }): JSX.Element {
  const state = t(action.done ? 'view.plan-done' : 'view.plan-open');
  return (
    <li class={action.done ? 'done' : undefined}>
      <span class="box" role="img" aria-label={state} title={state} />
      <span>
        {action.action}
        <Facts facts={[action.owner, action.due && t('view.plan-due', { date: action.due })]} />
      </span>
    </li>
  );
}

function Facts({ facts }: { facts: readonly (string | undefined)[] }): JSX.Element | null {
  const known = facts.filter(Boolean);
  return known.length ? <span class="record-facts">{known.map((fact) => ` · ${fact}`)}</span> : null;
}
