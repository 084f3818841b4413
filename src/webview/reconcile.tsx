/// <reference types="vscode-webview" />
/** The browser side of "Reconcile": renders what the host sends, and sends it the agreed scores. */
import { render } from 'preact';
import { translatorOf, type Translate } from '../messages/messages';
import type { Sheet } from '../sheet/sheet';
import { needsNote } from '../views/reconciliation';
import { Reconcile, type ReconcileCallbacks } from '../views/Reconcile';
import { isTyping } from './dom';
import { reconcileCommandOf, type ReconcileCommand } from './reconcile-keys';
import type { AssessorFile, ReconcileHostMessage, ReconcileMessage, ReconcileState } from './reconcile-protocol';
import { showTooltips } from './tooltips';

interface State {
  readonly texts?: { readonly t: Translate; readonly sheet: Sheet };
  readonly host?: ReconcileState;
  readonly opened: ReadonlySet<string>;
  readonly current?: string;
  readonly said: string;
}

const vscode = acquireVsCodeApi();
const root = document.getElementById('psirt-panel') ?? document.body;
let state: State = { opened: new Set(), said: '' };

window.addEventListener('message', ({ data }: MessageEvent<ReconcileHostMessage>) => {
  if (data.type === 'focus') return window.focus();
  if (data.type === 'texts') change({ texts: { t: translatorOf(data.language, data.catalogue), sheet: data.sheet } });
  else if (data.type === 'refused') change({ said: data.text });
  else receive(data);
});
document.addEventListener('keydown', onKey);
showTooltips(root);
root.addEventListener('focusin', ({ target }) => {
  const current = (target as Element).closest<HTMLElement>('[data-head]')?.dataset['head'];
  if (current !== undefined && current !== state.current) change({ current });
});
send({ type: 'ready' });

function send(message: ReconcileMessage): void {
  vscode.postMessage(message);
}

function change(part: Partial<State>): void {
  state = { ...state, ...part };
  draw();
}

/** Keeps the order of the rows while they are edited, so that no row moves away from the keyboard. */
function receive(host: ReconcileState): void {
  const same = state.host?.uri === host.uri;
  const before = same ? (state.host?.services.map(({ service }) => service) ?? []) : [];
  const placeOf = (id: string) => (before.includes(id) ? before.indexOf(id) : before.length);
  const services = [...host.services].sort((a, b) => placeOf(a.service) - placeOf(b.service));
  const known = services.some(({ service }) => service === state.current);
  change({
    host: { ...host, services },
    current: known ? state.current : services[0]?.service,
    opened: same ? state.opened : new Set(),
  });
}

const on: ReconcileCallbacks = {
  choose,
  take: () => (writable() ? send({ type: 'take' }) : undefined),
  note: (service, text) => writable() && send({ type: 'record', service, record: { kind: 'note', text } }),
  toggle: (service) => {
    const opened = new Set(state.opened);
    if (!opened.delete(service)) opened.add(service);
    change({ opened, current: service });
  },
  reveal: (service) => state.host && send({ type: 'open', uri: state.host.uri, service }),
};

function writable(): boolean {
  return state.host !== undefined && !state.host.broken;
}

/** For votes two or more levels apart, opens the row at the note that should give the reason. */
function choose(service: string, score: number): void {
  const one = state.host?.services.find((candidate) => candidate.service === service);
  if (!one || !writable() || !state.texts) return;
  send({ type: 'choose', service, score });
  const said = state.texts.t('view.reconcile-chosen', { id: service, score });
  if (!needsNote(one)) return change({ said });
  change({ opened: new Set([...state.opened, service]), current: service, said });
  root.querySelector<HTMLTextAreaElement>(`[data-note="${service}"]`)?.focus();
}

function onKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || event.altKey) return;
  if (event.key === 'Escape' && isTyping(event.target)) return focusHead(state.current);
  const command = isTyping(event.target) ? undefined : reconcileCommandOf(event);
  if (!command) return;
  event.preventDefault();
  perform(command);
}

function perform(command: ReconcileCommand): void {
  const ids = state.host?.services.map(({ service }) => service) ?? [];
  const at = ids.indexOf(state.current ?? '');
  if (command.kind === 'undo' || command.kind === 'redo') return send({ type: command.kind });
  if (command.kind === 'take') return on.take();
  if (command.kind === 'score') return state.current === undefined ? undefined : choose(state.current, command.score);
  const to = { up: at - 1, down: at + 1, first: 0, last: ids.length - 1 }[command.kind];
  focusHead(ids[Math.max(0, Math.min(ids.length - 1, to))]);
}

function focusHead(service: string | undefined): void {
  if (service === undefined) return;
  change({ current: service });
  root.querySelector<HTMLElement>(`[data-head="${service}"]`)?.focus();
}

function draw(): void {
  const { texts, host } = state;
  if (!texts || !host) return;
  document.documentElement.lang = texts.t.language;
  render(<Page t={texts.t} sheet={texts.sheet} host={host} />, root);
}

function Page({ t, sheet, host }: { t: Translate; sheet: Sheet; host: ReconcileState }) {
  const counted = host.assessors.filter(({ trouble }) => !trouble);
  return (
    <main class="reconcile-page">
      <h1>{t('view.reconcile-of', { name: host.name })}</h1>
      {host.broken && (
        <p class="banner" role="alert">
          {t('view.reconcile-broken')}
        </p>
      )}
      {host.assessors.length === 0 ? (
        <p class="advice">{t('view.reconcile-none')}</p>
      ) : (
        <ul class="assessors">
          {host.assessors.map((file) => (
            <li class={file.trouble}>
              <Assessor file={file} t={t} />
            </li>
          ))}
        </ul>
      )}
      <p>
        <button type="button" class="secondary" onClick={() => send({ type: 'start' })}>
          {t('view.reconcile-start')}
        </button>
      </p>
      {counted.length > 0 && (
        <Reconcile
          services={host.services}
          names={counted.map(({ name }) => name)}
          sheet={sheet}
          t={t}
          on={on}
          opened={state.opened}
          current={state.current}
          readOnly={host.broken}
        />
      )}
      <p role="status" class="announcer">
        {state.said}
      </p>
    </main>
  );
}

function Assessor({ file, t }: { file: AssessorFile; t: Translate }) {
  return (
    <>
      <button type="button" class="link" title={file.path} onClick={() => send({ type: 'open', uri: file.uri })}>
        {file.name}
      </button>{' '}
      {file.trouble
        ? t(file.trouble === 'broken' ? 'view.reconcile-unread' : 'view.reconcile-twice')
        : t('view.reconcile-scored', { scored: file.scored, applicable: file.applicable })}
    </>
  );
}
