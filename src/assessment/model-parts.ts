/** Helpers shared by the models of files: the message of a check, optional keys, and what is wrong with a value. */
import * as z from 'zod/mini';
import type { MessageKey } from '../messages/messages';
import type { Form } from './accepts';

/** The message of a failed check: a key of the catalogue. */
export const says = (error: MessageKey) => ({ error });

/** An optional key; it may be present without a value, as while a file is being written. */
export const maybe = <T extends z.ZodMiniType>(type: T) => z.optional(z.nullable(type));

/** The forms of texts by which right files are known. */
export const forms = z.registry<{ form: Form }>();

/** The issues of a model with a plain value, as the validation library gives them; empty where there are none. */
export function issuesIn(model: z.ZodMiniType, value: unknown): readonly unknown[] {
  const result = model.safeParse(value);
  return result.success ? [] : result.error.issues;
}
