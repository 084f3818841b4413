import type { MessageKey } from '../../messages/messages';

/** Why a file is no template for a format; its key is that of the message. */
export class TemplateRefused extends Error {
  constructor(readonly key: Extract<MessageKey, `template.${string}`>) {
    super(key);
  }
}
