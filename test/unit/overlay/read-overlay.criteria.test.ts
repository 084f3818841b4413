import assert from 'node:assert/strict';
import { applyOverlay } from '../../../src/overlay/overlay';
import { parseOverlay } from '../../../src/overlay/read-overlay';
import { overlayText } from '../../../src/overlay/overlay-text';
import { overlayCompletionsAt, overlayHoverAt } from '../../../src/language/overlay';
import { translator } from '../../../src/messages/catalogues';
import { findService } from '../../../src/sheet/sheet';
import { sheets } from '../../support/problems';

const text = `language: en
services:
  "2.1":
    levels:
      "2":
        criteria:
          2a: Ours.
          3a: Other.
`;
const level = (sheet = sheets.en) => findService(sheet, '2.1')?.levels[2] ?? assert.fail();

describe('criteria in a wording file', () => {
  const { overlay = assert.fail(), issues } = parseOverlay(text);

  it('are worded by their ids; those left out stay ours, and the kind and references always', () => {
    const [first, ...others] = level(applyOverlay(sheets.en, overlay)).criteria;
    assert.deepEqual(first, { ...level().criteria[0], text: 'Ours.' });
    assert.deepEqual(others, level().criteria.slice(1));
  });

  it('belong to their level', () => {
    assert.deepEqual(
      issues.map(({ key, span }) => [key, text.slice(span.start, span.end)]),
      [['wording.unknown-criterion', '3a']],
    );
  });

  it('are written as they are read', () => {
    assert.deepEqual(parseOverlay(overlayText(overlay)).overlay, overlay);
  });

  it('are offered, and say what they replace', () => {
    const context = { sheet: sheets.en, t: translator('en') };
    const offered = overlayCompletionsAt(
      context,
      text.replace('          3a: Other.\n', '          \n'),
      text.indexOf('3a:'),
    );
    assert.deepEqual(
      offered.map(({ label }) => label),
      level()
        .criteria.map(({ id }) => id)
        .slice(1),
    );
    const hover = overlayHoverAt(context, parseOverlay(text), text.indexOf('2a:'));
    assert.ok(hover?.markdown.includes(level().criteria[0]?.text.slice(0, 20) ?? '?'));
  });
});
