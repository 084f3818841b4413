import assert from 'node:assert/strict';
import { languageNotice } from '../../../src/language/language-notice';
import { statusOf } from '../../../src/language/status';
import { translator } from '../../../src/messages/catalogues';
import { contextOf, head } from '../../support/feature-context';
import { yaml } from '../../support/yaml';

describe('the status bar', () => {
  const { scored } = contextOf(yaml`
    ${head}services:
      "1.1": 2
      "1.2": 3
      "5.1": { excluded: x }
  `);

  it('gives average, coverage and target; more when pointed at', () => {
    assert.deepEqual(statusOf({ scored, stale: false }, 'Router', translator('en')), {
      text: '$(graph) 2.50 (2/26) · target 2.5',
      tooltip:
        'Router\nAverage 2.50 over 2 of 26; 1 excluded · target 2.5 · 1 below target\nlowest score 2\nOpen the maturity grid to the side',
      spoken: 'Average 2.50 over 2 of 26; 1 excluded · target 2.5',
    });
    const ja = statusOf({ scored, stale: false }, 'Router', translator('ja'));
    assert.equal(ja.text, '$(graph) 平均2.50（2/26）・目標2.5');
    assert.equal(
      ja.tooltip,
      'Router\n平均2.50（26件中2件を採点、1件を除外）・目標2.5・目標未達1件\n最低スコア2\n成熟度グリッドを横に開く',
    );
  });

  it('has a dash for no average', () => {
    const { text, tooltip } = statusOf({ scored: contextOf(head).scored, stale: false }, 'Router', translator('en'));
    assert.equal(text, '$(graph) – (0/27) · target 2.5');
    assert.equal(tooltip, 'Router\nNothing scored yet (27 services) · target 2.5\nOpen the maturity grid to the side');
  });

  it('says when its figures are of an earlier text, or when there are none', () => {
    const stale = statusOf({ scored, stale: true }, 'Router', translator('en'));
    assert.match(stale.text, /^\$\(warning\) 2\.50/);
    assert.match(stale.tooltip, /last readable state/);
    const none = statusOf(undefined, 'Router', translator('en'));
    assert.equal(none.text, '$(warning) –');
    assert.match(none.tooltip, /^Router\nThe file cannot be read/);
  });
});

describe('the notice of another language', () => {
  it('is given where product and editor differ, with the reason', () => {
    assert.deepEqual(languageNotice('en', translator('ja')), {
      text: 'PSIRT Maturity：日本語',
      detail: 'VS Code：英語',
    });
    assert.deepEqual(languageNotice('ja', translator('en')), {
      text: 'PSIRT Maturity: English',
      detail: 'VS Code: Japanese',
    });
    assert.deepEqual(languageNotice('de', translator('en')), {
      text: 'PSIRT Maturity: English',
      detail: 'not available in VS Code’s display language, German',
    });
    assert.equal(
      languageNotice('not a tag', translator('en'))?.detail,
      'not available in VS Code’s display language, not a tag',
    );
  });

  it('is not given where they agree, whatever the region', () => {
    for (const tag of ['en', 'en-gb', 'EN-US']) assert.equal(languageNotice(tag, translator('en')), undefined);
    assert.equal(languageNotice('ja-jp', translator('ja')), undefined);
  });
});
