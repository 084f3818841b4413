/** The panel's messages, checked before they are believed. */
import * as z from 'zod/mini';
import type { PanelMessage } from '../../webview/protocol';
import { address, level, serviceId } from './message-parts';

const intent = { uri: address, service: serviceId };
const score = z.nullable(level);

const model = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('ready') }),
  z.strictObject({ type: z.literal('score'), score, ...intent }),
  z.strictObject({ type: z.literal('exclude'), ...intent }),
  z.strictObject({ type: z.literal('include'), ...intent }),
  z.strictObject({ type: z.literal('reveal'), ...intent }),
  z.strictObject({ type: z.literal('plan'), ...intent }),
  z.strictObject({ type: z.literal('evidence'), index: z.int().check(z.gte(0)), ...intent }),
  z.strictObject({ type: z.literal('cite'), uris: z.array(address).check(z.maxLength(100)), ...intent }),
  z.strictObject({ type: z.enum(['read-trend', 'stop-trend']), uri: address }),
  z.strictObject({ type: z.literal('undo'), uri: address }),
  z.strictObject({ type: z.literal('redo'), uri: address }),
  z.strictObject({ type: z.literal('compare'), uri: address, what: z.enum(['end', 'document']) }),
  z.strictObject({ type: z.literal('new') }),
  z.strictObject({ type: z.literal('read'), service: z.optional(serviceId) }),
]);

/** The message, or `undefined` for anything the panel does not send. */
export function readPanelMessage(message: unknown): PanelMessage | undefined {
  const result = model.safeParse(message);
  return result.success ? result.data : undefined;
}
