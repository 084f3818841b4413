/** Validates the messages of the "Reconcile" page. */
import * as z from 'zod/mini';
import type { ReconcileMessage } from '../../webview/reconcile-protocol';
import { address, level, noteText, serviceId } from './message-parts';

/** What the page may send. */
export const reconcileMessage = z.discriminatedUnion('type', [
  z.strictObject({ type: z.enum(['ready', 'take', 'undo', 'redo', 'start']) }),
  z.strictObject({ type: z.literal('choose'), service: serviceId, score: level }),
  z.strictObject({
    type: z.literal('record'),
    service: serviceId,
    record: z.strictObject({ kind: z.literal('note'), text: noteText }),
  }),
  z.strictObject({ type: z.literal('open'), uri: address, service: z.optional(serviceId) }),
]);

/** The message, or `undefined` for anything that the page does not send. */
export function readReconcileMessage(message: unknown): ReconcileMessage | undefined {
  const result = reconcileMessage.safeParse(message);
  return result.success ? result.data : undefined;
}
