/** Helpers shared by the models of files: the message of a check, optional keys, dates, and the issues with a value. */
import * as z from 'zod/mini';
import type { MessageKey } from '../messages/messages';
import type { Form } from './accepts';
import { isDate } from './vocabulary';

/** The message of a failed check: a key of the catalogue. */
export const says = (error: MessageKey) => ({ error });

/** An optional key; it may be present without a value, as while a file is being written. */
export const maybe = <T extends z.ZodMiniType>(type: T) => z.optional(z.nullable(type));

/** The forms of texts by which right files are known. */
export const forms = z.registry<{ form: Form }>();

/** An existing day, `YYYY-MM-DD`. */
export const date = z
  .string(says('expected.date'))
  .check(z.refine(isDate, { ...says('expected.date'), abort: true }))
  // The schema can check only the form of a date, not the calendar.
  .register(z.globalRegistry, { format: 'date', pattern: String.raw`^\d{4}-\d{2}-\d{2}$` })
  .register(forms, { form: 'date' });

/** The issues of a model with a plain value, as the validation library gives them; empty where there are none. */
export function issuesIn(model: z.ZodMiniType, value: unknown): readonly unknown[] {
  const result = model.safeParse(value);
  return result.success ? [] : result.error.issues;
}
