/** The panel's messages, checked before they are believed. */
import * as z from 'zod/mini';
import type { PanelMessage } from '../../webview/protocol';
import { serviceIds } from '../../sheet/sheet';

const intent = { uri: z.string(), version: z.int(), service: z.enum(serviceIds as [string, ...string[]]) };
const score = z.nullable(z.int().check(z.gte(0), z.lte(5)));

const model = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('ready') }),
  z.strictObject({ type: z.literal('score'), score, ...intent }),
  z.strictObject({ type: z.literal('exclude'), ...intent }),
  z.strictObject({ type: z.literal('include'), ...intent }),
  z.strictObject({ type: z.literal('reveal'), ...intent }),
  z.strictObject({ type: z.literal('plan'), ...intent }),
  z.strictObject({ type: z.literal('evidence'), index: z.int().check(z.gte(0)), ...intent }),
  z.strictObject({ type: z.literal('cite'), uris: z.array(z.string()).check(z.maxLength(100)), ...intent }),
  z.strictObject({ type: z.enum(['read-trend', 'stop-trend']), uri: z.string() }),
  z.strictObject({ type: z.literal('undo'), uri: z.string() }),
  z.strictObject({ type: z.literal('redo'), uri: z.string() }),
  z.strictObject({ type: z.literal('compare'), uri: z.string(), what: z.enum(['end', 'document']) }),
  z.strictObject({ type: z.literal('new') }),
  z.strictObject({ type: z.literal('read'), service: z.optional(intent.service) }),
]);

/** The message, or `undefined` for anything the panel does not send. */
export function readPanelMessage(message: unknown): PanelMessage | undefined {
  const result = model.safeParse(message);
  return result.success ? result.data : undefined;
}
