import assert from 'node:assert/strict';
import { analyse, slice } from './analyse';

/** The only error of a text, which leaves the file unread. */
export function onlyIssue(text: string): { rule: string; key: string; on: string | undefined } {
  const { assessment, problems } = analyse(text);
  assert.equal(assessment.broken, true);
  assert.equal(assessment.issues.length, 1);
  assert.deepEqual(
    problems.filter(({ rule }) => rule !== 'yaml-syntax'),
    [],
  );
  const [issue] = assessment.issues;
  return { rule: issue?.rule ?? '', key: issue?.key ?? '', on: slice(text, issue?.span) };
}
