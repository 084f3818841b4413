/** Validates the messages of the sheet's page, and the arguments of its command. */
import * as z from 'zod/mini';
import { level, serviceId } from './message-parts';
import { layouts, type SheetMessage } from '../../webview/sheet-protocol';

/** A place of the sheet. */
export interface SheetPlace {
  readonly service: string;
  readonly level?: number;
}

/** What the page may send. */
export const sheetMessage = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('ready') }),
  z.strictObject({ type: z.literal('save'), layout: z.enum(layouts) }),
]);

export const sheetPlace = z.object({
  service: serviceId,
  level: z.optional(level),
});

/** The message, or `undefined` for anything that the page does not send. */
export function readSheetMessage(raw: unknown): SheetMessage | undefined {
  const result = sheetMessage.safeParse(raw);
  return result.success ? result.data : undefined;
}

/** The place, or `undefined` for an invalid one. */
export function readSheetPlace(raw: unknown): SheetPlace | undefined {
  const result = sheetPlace.safeParse(raw);
  return result.success ? result.data : undefined;
}
