/** What the keys of an assessment are for, in hovers and completions. */
import type { MessageKey, Translate } from '../messages/messages';
import type { Own } from '../messages/safe-text';

/** What a key of some kind of map is for, or `undefined` for keys without a text (ids of services, unknown keys). */
export function keyDocumentation(kind: string, key: string, t: Translate): Own | undefined {
  const message = `key.${kind}.${key}` as MessageKey;
  const text = t(message);
  return text === (message as string) ? undefined : text;
}
