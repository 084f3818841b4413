import type { JSX } from 'preact';
import type { Translate } from '../messages/messages';
import type { Html } from '../messages/safe-text';
import { markSigns } from './Marks';
import { troubleText } from './evidence-troubles';
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
                <Evidence
                  piece={piece}
                  t={t}
                  name={`evidence-${service}-${index}`}
                  open={on && (() => on.evidence(service, index))}
                />
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
          <Note html={noteHtml} />
        </section>
      )}
    </div>
  );
}

/** A note, rendered from Markdown with HTML off. */
export function Note({ html }: { html: Html }): JSX.Element {
  return <div class="note" dangerouslySetInnerHTML={{ __html: html }} />;
}

interface EvidenceProps {
  readonly piece: EvidenceView;
  readonly t: Translate;
  /** The id of its troubles in the page, which describe it where it is a button. */
  readonly name: string;
  readonly open?: () => void;
}

/** A link that opens nothing in the editor: web addresses are links, paths plain text. */
function Link({ link }: { link: string }): JSX.Element {
  return /^https?:/i.test(link) ? <a href={link}>{link}</a> : <code>{link}</code>;
}

function Evidence({ piece, t, name, open }: EvidenceProps): JSX.Element {
  const { link, collected, expires, digest, note, troubles } = piece;
  const facts = [
    collected && t('view.collected', { date: collected }),
    expires && t('view.expires', { date: expires }),
    digest && t('view.digest', { digest }),
    note,
  ];
  return (
    <>
      {open ? (
        <button type="button" class="link" aria-describedby={troubles && name} onClick={open}>
          {link}
        </button>
      ) : (
        <Link link={link} />
      )}
      {troubles && <Troubles troubles={troubles} id={open && name} t={t} />}
      <Facts facts={facts} />
    </>
  );
}

interface TroublesProps {
  readonly troubles: NonNullable<EvidenceView['troubles']>;
  readonly id?: string;
  readonly t: Translate;
  /** Records the digest of a changed file anew. */
  readonly renew?: () => void;
}

/** The troubles of a piece of evidence: a sign and a few words each, with the whole message in the tooltip. */
export function Troubles({ troubles, id, t, renew }: TroublesProps): JSX.Element {
  return (
    <>
      <TroubleWords troubles={troubles} id={id} t={t} />
      {renew && troubles.some(({ kind }) => kind === 'changed') && (
        <>
          {' '}
          <button type="button" class="link" title={t('view.renew-hint')} onClick={renew}>
            {t('view.renew')}
          </button>
        </>
      )}
    </>
  );
}

function TroubleWords({ troubles, id, t }: TroublesProps): JSX.Element {
  return (
    <span class="troubles" id={id}>
      {troubles.map(({ kind, message }) => (
        <span class={`trouble ${kind}`} title={message}>
          {' '}
          <svg width="12" height="12" viewBox="0 0 16 16" aria-hidden="true">
            <path d={signs[kind]} fill="none" stroke="currentColor" stroke-width="1.6" />
          </svg>{' '}
          {troubleText(kind, t)}
        </span>
      ))}
    </span>
  );
}

/** A warning sign for missing documents, a clock for dates. */
const [warning, clock] = [markSigns.problems, 'M8 1.5a6.5 6.5 0 1 0 .01 0ZM8 4v4.2l2.8 1.6'];
const signs = { missing: warning, 'no-heading': warning, changed: warning, expired: clock, future: clock } as const;

/** A list of actions; nothing without any. */
export function Actions({ actions, t }: { actions: readonly ActionView[]; t: Translate }): JSX.Element | null {
  if (!actions.length) return null;
  return (
    <ul class="plan">
      {actions.map((action) => (
        <Action action={action} t={t} />
      ))}
    </ul>
  );
}

function Action({ action, t }: { action: ActionView; t: Translate }): JSX.Element {
  const state = t(action.done ? 'view.plan-done' : 'view.plan-open');
  return (
    <li class={action.done ? 'done' : undefined}>
      <span class="box" role="img" title={state} />
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
