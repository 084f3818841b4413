import assert from 'node:assert/strict';
import * as z from 'zod/mini';
import { accepts } from '../../../src/assessment/accepts';
import { schemaOfRight } from '../../../src/assessment/model-facts';
import { forms } from '../../../src/assessment/model-parts';

describe('The schema of right files', () => {
  const isShort = (text: string) => text.length < 9;

  it('is made of what a model says of types, keys, lists and numbers', () => {
    const model = z.strictObject({ a: z.optional(z.nullable(z.array(z.int().check(z.gte(1), z.lte(3))))) });
    const schema = schemaOfRight(model);
    const values = [{}, { a: null }, { a: [] }, { a: [1, 3] }, { a: [0] }, { a: [1.5] }, { a: 1 }, { b: 1 }, [], null];
    for (const value of values)
      assert.equal(accepts(schema, value), model.safeParse(value).success, JSON.stringify(value));
  });

  it('names the form of a text that the model checks by a function', () => {
    const day = z.string().check(z.refine(isShort)).register(forms, { form: 'date' });
    assert.deepEqual(schemaOfRight(day), { type: 'string', format: 'date' });
  });

  it('is refused where it would say less than the model', () => {
    const told: readonly (readonly [z.ZodMiniType, RegExp])[] = [
      [z.string().check(z.refine(isShort)), /the "custom" check of a "string"/],
      [z.strictObject({ a: z.string() }).check(z.refine(({ a }) => isShort(a))), /the "custom" check of a "object"/],
      [z.array(z.string().check(z.trim())), /the "overwrite" check/],
      [z.string().check(z.regex(/^a/)), /does not know "pattern"/],
      [z.string().check(z.minLength(2)), /does not know "minLength"/],
      [z.number().check(z.multipleOf(2)), /does not know "multipleOf"/],
      [z.record(z.string().check(z.regex(/^a/)), z.number()), /does not know "p/],
      [z.url(), /does not know the format/],
    ];
    for (const [model, message] of told) assert.throws(() => schemaOfRight(model), message);
  });
});
