/** The purpose of an assessment's keys, for hovers and completions. */
import type { MessageKey, Translate } from '../messages/messages';
import type { Own } from '../messages/safe-text';

/** The purpose of a key in a kind of map; `undefined` for keys without a text (ids of services, unknown keys). */
export function keyDocumentation(kind: string, key: string, t: Translate): Own | undefined {
  const message = `key.${kind}.${key}` as MessageKey;
  const text = t(message);
  return text === (message as string) ? undefined : text;
}
