/** Helpers shared by the models of files: naming the message of a check, and optional keys. */
import * as z from 'zod/mini';
import type { MessageKey } from '../messages/messages';

/** The message of a failed check: a key of the catalogue. */
export const says = (error: MessageKey) => ({ error });

/** An optional key; it may be present without a value, as while a file is being written. */
export const maybe = <T extends z.ZodMiniType>(type: T) => z.optional(z.nullable(type));
