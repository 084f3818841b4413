/** From gestures to messages for the host: what may be done is sent at once, what may not is refused with a reason. */
import type { ServiceRecord } from '../assessment/edit/recording';
import type { MessageKey, MessageParameters } from '../messages/messages';
import { isDescribed, nameOf } from '../sheet/sheet';
import { findRow, type Row } from '../views/rows';
import type { PanelMessage } from './protocol';
import type { PanelState } from './state';

/** What the user wants done to a service, before it is known which file it is for. */
export type Wish =
  | { readonly type: 'score'; readonly score: number | null }
  | { readonly type: 'exclude' | 'include' | 'reveal' | 'follow' | 'plan' }
  | { readonly type: 'record'; readonly record: ServiceRecord }
  | { readonly type: 'cite'; readonly uris: readonly string[] }
  | { readonly type: 'evidence'; readonly index: number };

export type Answer = { readonly send: PanelMessage } | { readonly refuse: string } | undefined;

/** The message for a wish, the reason why there is none, or nothing where there is nothing to do. */
export function answer({ texts, host }: PanelState, service: string, wish: Wish): Answer {
  if (!texts || host?.type !== 'assessment' || !host.view) return undefined;
  const row = findRow(texts.sheet, host.view.scored, service);
  if (!row) return undefined;
  const no = (key: MessageKey, parameters: MessageParameters = {}): Answer => ({
    refuse: texts.t(key, { name: nameOf(row.service), ...parameters }),
  });
  const edits = !['reveal', 'follow', 'evidence'].includes(wish.type);
  if (host.broken && edits) return no('view.refuse-broken');
  if (edits && row.scored.state === 'out-of-scope') return no('view.refuse-out-of-scope');
  if (wish.type === 'score') {
    if (row.scored.state === 'excluded') return no('view.refuse-excluded');
    if (!isMeant(row, wish.score)) return no('view.refuse-level', { level: wish.score ?? '' });
  }
  return { send: { uri: host.uri, service, ...wish } };
}

function isMeant({ service }: Row, score: number | null): boolean {
  return score === null || isDescribed(service, score);
}
