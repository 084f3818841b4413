import assert from 'node:assert/strict';
import type { Intent } from '../../src/assessment/edit/edit';
import { edited } from './analyse';

type Case = readonly [name: string, before: string, intent: Intent, after: string];

/** A test for each case: the text before, what is asked for, the text after. */
export function becomes(cases: readonly Case[]): void {
  for (const [name, before, intent, after] of cases) it(name, () => assert.equal(edited(before, intent), after));
}
