import assert from 'node:assert/strict';
import { isListDue, isListStillDue } from '../../../src/language/due';

describe('a list of suggestions that opens while one types', () => {
  it('opens where a key, a value, an id, a quoted text, a path or a heading begins', () => {
    for (const typed of ['target: ', '  ', '{ ', '  1', '{"', "'", '[', '- docs/', 'charter.md#'])
      assert.ok(isListDue(typed), typed);
    for (const typed of ['target:', 'Edge ', '# ', 'score: 3,', '"1.1']) assert.ok(!isListDue(typed), typed);
  });

  it('is given up when what is typed until it comes goes beyond the word it was for', () => {
    for (const since of ['', '3', '1.2', 'docs/psirt-charter.md#roles', '製品セキュリティ'])
      assert.ok(isListStillDue(since), since);
    // Behind the comma of a flow map the next service was offered, and Enter took it.
    for (const since of ['3,', '3 ', '"', ': ', '3 }', '\n']) assert.ok(!isListStillDue(since), since);
  });
});
