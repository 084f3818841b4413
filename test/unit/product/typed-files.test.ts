import assert from 'node:assert/strict';
import { isCollection, isMap, isPair, isScalar, parseDocument, visit } from 'yaml';
import { parseAssessment } from '../../../src/assessment/parse';
import { helpedFile, typedFiles } from '../../support/typed-files';

/** The ways in which a text writes its keys and values, and what stands between them. */
function waysOf(text: string): Set<string> {
  const ways = new Set<string>();
  visit(parseDocument(text), (key, node) => {
    if (isPair(node) && isScalar(node.value) && node.value.value === null) ways.add('no value');
    if (isCollection(node)) ways.add(`${node.flow ? 'flow' : 'block'} ${isMap(node) ? 'map' : 'list'}`);
    if (isScalar(node) && node.value !== null) ways.add(`${key === 'key' ? 'key' : 'value'} ${node.type}`);
    if (isScalar(node) && node.comment) ways.add('comment behind');
    if (isScalar(node) && node.commentBefore) ways.add('comment above');
    if (isScalar(node) && node.spaceBefore) ways.add('empty line');
  });
  return ways;
}

/** The keys of a text that are no ids. */
function keysOf(text: string): string[] {
  const keys: string[] = [];
  visit(parseDocument(text, { stringKeys: true }), {
    Pair: (_, { key }) => void (isScalar(key) && /^[a-z]+$/.test(String(key.value)) && keys.push(String(key.value))),
  });
  return keys;
}

const all = Object.values(typedFiles);

describe('the files that are typed in VS Code', () => {
  it('are read without an issue', () => {
    for (const text of [...all, helpedFile]) assert.deepEqual(parseAssessment(text).issues, [], text);
  });

  it('write in every way there is', () => {
    assert.deepEqual([...new Set(all.flatMap((text) => [...waysOf(text)]))].sort(), [
      'block list',
      'block map',
      'comment above',
      'comment behind',
      'empty line',
      'flow list',
      'flow map',
      'key PLAIN',
      'key QUOTE_DOUBLE',
      'key QUOTE_SINGLE',
      'no value',
      'value BLOCK_LITERAL',
      'value PLAIN',
      'value QUOTE_DOUBLE',
    ]);
  });

  it('have the keys for which something is offered', () => {
    const keys = 'sheet subject assessed assessors target areas services rules score excluded note';
    const records = 'evidence link collected expires plan action owner due done';
    assert.deepEqual([...new Set(all.flatMap(keysOf))].sort(), `${keys} ${records}`.split(' ').sort());
  });

  it('have all that the editor helps with in the one for which it does', () => {
    const ways = waysOf(helpedFile);
    for (const way of ['flow list', 'flow map', 'block list', 'key QUOTE_DOUBLE', 'key QUOTE_SINGLE', 'comment behind'])
      assert.ok(ways.has(way), way);
    for (const way of ['value QUOTE_DOUBLE', 'value BLOCK_LITERAL', 'empty line', 'comment above'])
      assert.ok(ways.has(way), way);
  });
});
