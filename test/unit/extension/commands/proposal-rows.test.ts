import assert from 'node:assert/strict';
import type { FoundEvidence } from '../../../../src/assessment/evidence/propose';
import { rowFor } from '../../../../src/extension/commands/proposal-rows';
import { translator } from '../../../../src/messages/catalogues';
import type { Language } from '../../../../src/messages/messages';
import { sheets, today } from '../../../support/problems';

const rowOf = (found: FoundEvidence, link: string, language: Language = 'en') =>
  rowFor({ service: '2.1', shows: '2c', found }, link, { sheet: sheets[language], t: translator(language), today });

describe('a proposed citation in the list', () => {
  it('says why it is proposed, which criterion it may show, and that its day has passed', () => {
    const found: FoundEvidence = { kind: 'security-txt', path: 'security.txt', expires: '2026-11-22' };
    assert.deepEqual(rowOf(found, 'security.txt'), {
      label: 'security.txt',
      description: 'expired on 2026-11-22 · security.txt: contact for reports',
      detail: '2c The contact point for vulnerability reports is publicised.',
    });
    assert.match(rowOf(found, 'security.txt', 'ja').description, /^2026-11-22に期限切れ/);
    assert.match(rowOf({ ...found, expires: today }, 'security.txt').description, /^valid until 2026-11-23/);
  });

  it('shows names of files as they are, without icons and links', () => {
    const found: FoundEvidence = { kind: 'security-policy', path: 'x' };
    const shown = rowOf(found, 'docs/$(zap)[a](command:b)\u202e.md').label;
    assert.equal(shown, 'docs/$ (zap)[a] (command:b)�.md');
  });
});
