/** What the page with assessments side by side sends, checked before it is believed. */
import * as z from 'zod/mini';
import { address, serviceId } from './message-parts';
import type { RollUpPanelMessage } from '../../webview/roll-up-protocol';

const model = z.discriminatedUnion('type', [
  z.strictObject({ type: z.enum(['ready', 'read', 'stop']) }),
  z.strictObject({
    type: z.literal('open'),
    uri: address,
    service: z.optional(serviceId),
  }),
]);

/** The message, or `undefined` for anything the page does not send. */
export function readRollUpMessage(message: unknown): RollUpPanelMessage | undefined {
  const result = model.safeParse(message);
  return result.success ? result.data : undefined;
}
