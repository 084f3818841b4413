/** Turns gestures into messages for the host: permitted ones are sent, others refused with a reason. */
import type { ServiceRecord } from '../assessment/edit/recording';
import type { MessageKey, MessageParameters } from '../messages/messages';
import { isDescribed, nameOf } from '../sheet/sheet';
import { findRow, type Row } from '../views/rows';
import type { PanelMessage } from './protocol';
import type { PanelState } from './state';

/** What the user wants done to a service, without the file it is for. */
export type Intent =
  | { readonly type: 'score'; readonly score: number | null }
  /** Accepts the score that the answers to criteria suggest. */
  | { readonly type: 'accept' }
  | { readonly type: 'exclude' | 'include' | 'reveal' | 'follow' }
  | { readonly type: 'plan'; readonly criterion?: string }
  | { readonly type: 'record'; readonly record: ServiceRecord }
  | { readonly type: 'cite'; readonly uris: readonly string[]; readonly criterion?: string }
  | { readonly type: 'propose' }
  | { readonly type: 'evidence' | 'renew'; readonly index: number; readonly criterion?: string };

export type Reply = { readonly send: PanelMessage } | { readonly refuse: string } | undefined;

/** The message for an intent, the reason for refusing it, or nothing where there is nothing to do. */
export function messageFor({ texts, host }: PanelState, service: string, given: Intent): Reply {
  if (!texts || host?.type !== 'assessment' || !host.view) return undefined;
  const row = findRow(texts.sheet, host.view.scored, service);
  if (!row) return undefined;
  const no = (key: MessageKey, parameters: MessageParameters = {}): Reply => ({
    refuse: texts.t(key, { name: nameOf(row.service), ...parameters }),
  });
  const intent = given.type === 'accept' ? suggested(row) : given;
  if (!intent) return no('view.refuse-no-suggestion');
  const edits = !['reveal', 'follow', 'evidence'].includes(intent.type);
  if (host.broken && edits) return no('view.refuse-broken');
  if (edits && row.scored.state === 'out-of-scope') return no('view.refuse-out-of-scope');
  if (intent.type === 'score') {
    if (row.scored.state === 'excluded') return no('view.refuse-excluded');
    if (!isMeant(row, intent.score)) return no('view.refuse-level', { level: intent.score ?? '' });
  }
  return { send: { uri: host.uri, service, ...intent } };
}

/** The suggested score as an intent; `undefined` where none is suggested. */
function suggested({ scored: { suggestion } }: Row): Exclude<Intent, { type: 'accept' }> | undefined {
  return suggestion && { type: 'score', score: suggestion.level };
}

function isMeant({ service }: Row, score: number | null): boolean {
  return score === null || isDescribed(service, score);
}
