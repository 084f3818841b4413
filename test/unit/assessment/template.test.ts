import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseAssessment } from '../../../src/assessment/parse';
import { newAssessment } from '../../../src/assessment/template';
import { translator } from '../../../src/messages/catalogues';
import { languages } from '../../../src/messages/messages';
import { sheet } from '../../support/analyse';
import { root } from '../../support/root';

describe('a new assessment', () => {
  const fresh = { subject: 'Router', target: 2.5, today: '2026-11-23', sheet };

  it('names the schema of its language in its first line where that is wanted, and says the same otherwise', () => {
    for (const language of languages) {
      const t = translator(language);
      const [first = '', ...rest] = newAssessment({ ...fresh, t, modeline: true }).split('\n');
      assert.equal(rest.join('\n'), newAssessment({ ...fresh, t }));
      const [, name = ''] = /^# yaml-language-server: \$schema=https:\/\/\S+(\/schemas\/\S+)$/.exec(first) ?? [];
      assert.ok(existsSync(join(root, name)), first);
      assert.deepEqual(parseAssessment([first, ...rest].join('\n')).issues, []);
    }
  });
});
