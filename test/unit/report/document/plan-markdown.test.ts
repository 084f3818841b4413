import assert from 'node:assert/strict';
import { parseAssessment } from '../../../../src/assessment/parse';
import { translator } from '../../../../src/messages/catalogues';
import { planMarkdown } from '../../../../src/report/document/plan-markdown';
import { scoreAssessment } from '../../../../src/scoring/score';
import { composeSheet } from '../../../../src/sheet/sheet';
import en from '../../../../src/sheet/wording.en.json';
import { yaml } from '../../../support/yaml';

const sheet = composeSheet(en);

function plan(text: string): string {
  const assessment = parseAssessment(text);
  const checked = [{ path: 'a.psirt.yaml', assessment, scored: scoreAssessment(sheet, assessment), problems: [] }];
  return planMarkdown({ checked, sheet, t: translator('en'), today: '2026-11-20' });
}

describe('the improvement plan as Markdown', () => {
  it('has a task a service, the heaviest gap first, with the next level and a task an action', () => {
    const text = yaml`
      subject: Router
      target: 2
      services:
        "1.1": 1
        "1.2": { score: 0, plan: [{ action: Old, done: true }, { action: New, owner: Office, due: 2027-01-31 }] }
        "1.3": 4
    `;
    const [first, second] = [1, 0].map((index) => sheet.areas[0]?.services[index]);
    assert.equal(
      plan(text),
      `# Improvement plan: Router

The average of 1.67 reaches its target of 2 with 1 more level; the ones below close the largest gaps and bring it to 2.00.

- 1.2 Finder community: 0 → 1

24 services have no score yet and may hide gaps.

## Gaps, largest first

- [ ] **1.2 Finder community** (score 0, target 2, gap 2)
  Level 1 asks for: ${first?.levels[1]?.summary}
  - [ ] New · Office · due 2027-01-31
  - [x] Old
- [ ] **1.1 Internal stakeholders** (score 1, target 2, gap 1)
  Level 2 asks for: ${second?.levels[2]?.summary}
`,
    );
  });

  it('takes texts of the file as text', () => {
    const text = plan(
      yaml`
        subject: "[x](http://example.com) <b>"
        services: { "1.1": { score: 0, plan: [{ action: "**bold** <img src=x> @all" }] } }`,
    );
    assert.doesNotMatch(text, /(?<!\\)<|(?<!\\)\[x\]\(|[^\\*]\*\*bold/);
  });

  it('says so when the file can not be judged', () => {
    assert.match(plan('services: {'), /Cannot be scored/);
  });
});
