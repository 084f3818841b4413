/** What the models of files share: how a check names its message, and what may be left out. */
import * as z from 'zod/mini';
import type { MessageKey } from '../messages/messages';

/** What a check that fails says: a key of the catalogue. */
export const says = (error: MessageKey) => ({ error });

/** An optional key; it may also have no value yet, which is not an error while a file is being written. */
export const maybe = <T extends z.ZodMiniType>(type: T) => z.optional(z.nullable(type));
