/** Validates the messages of the page with assessments side by side. */
import * as z from 'zod/mini';
import { areaIds } from '../../sheet/sheet';
import { address, serviceId } from './message-parts';
import type { RollUpPanelMessage } from '../../webview/roll-up-protocol';

/** The limit of assessments in one report. */
const mostExported = 20_000;

/** What the page may send. */
export const rollUpMessage = z.discriminatedUnion('type', [
  z.strictObject({ type: z.enum(['ready', 'read', 'stop']) }),
  z.strictObject({
    type: z.literal('open'),
    uri: address,
    service: z.optional(serviceId),
  }),
  z.strictObject({
    type: z.literal('export'),
    rows: z.array(address).check(z.maxLength(mostExported)),
    unscored: z.array(address).check(z.maxLength(mostExported)),
    isGrouped: z.boolean(),
    folded: z.array(z.enum(areaIds as [string, ...string[]])).check(z.maxLength(areaIds.length)),
  }),
]);

/** The message, or `undefined` for anything that the page does not send. */
export function readRollUpMessage(message: unknown): RollUpPanelMessage | undefined {
  const result = rollUpMessage.safeParse(message);
  return result.success ? result.data : undefined;
}
