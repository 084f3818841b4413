import assert from 'node:assert/strict';
import { codeActionsAt } from '../../../src/language/code-actions';
import { checkAssessment } from '../../../src/rules/check';
import { analyse, sheet, t, today } from '../../support/analyse';
import { yaml } from '../../support/yaml';

const signature = `sign-off: [{ by: PSO, on: 2026-11-01, content: sha256-${'0'.repeat(64)} }]\n`;
const text = yaml`
  sheet: psirt-maturity@1.0
  ${signature}services:
    "1.1": 2
`;

describe('the actions for a state that changed since it was signed off', () => {
  const commands = (signedText?: string) => {
    const { assessment, scored } = analyse(text);
    const signed = signedText === undefined ? undefined : { name: 'a1b2c3d4', ...analyse(signedText) };
    const context = { sheet, t, today, assessment, scored, signed };
    const problem = checkAssessment(context).filter(({ rule }) => rule === 'changed-since-sign-off');
    const span = problem[0]?.span ?? assert.fail('a problem');
    const actions = [...codeActionsAt(context, problem, { span, only: 'quickfix', invoked: true })];
    return actions.flatMap(({ command }) => command ?? []);
  };

  it('are to sign off anew, and to show what changed where the signed state is known', () => {
    assert.deepEqual(commands(), ['signOff']);
    assert.deepEqual(commands(text.replace('"1.1": 2', '"1.1": 3')), ['showSinceSignOff', 'signOff']);
  });
});
