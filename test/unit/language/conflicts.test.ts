import assert from 'node:assert/strict';
import { conflictLenses, shownConflicts } from '../../../src/language/conflicts';
import { TextAnalyses } from '../../../src/language/analysis';
import { sheet, slice, t } from '../../support/analyse';
import { yaml } from '../../support/yaml';

const text = `sheet: psirt-maturity@1.0
subject: Router
services:
<<<<<<< HEAD
  "1.1": 2
=======
  "1.1": 3 # after the audit
>>>>>>> feature
  "1.2":
    score: 1
    evidence:
<<<<<<< HEAD
      - a.md
=======
      - b.md
>>>>>>> feature
  "1.3": 4
`;

describe('the merge conflicts of a file', () => {
  it('are about the services that are not the same on both sides', async () => {
    const conflicts = await shownConflicts(text, t);
    assert.deepEqual(
      conflicts.map(({ services }) => services),
      [[{ id: '1.1', ours: '2', theirs: '3' }], [{ id: '1.2', ours: '1', theirs: '1' }]],
    );
    assert.deepEqual(conflicts[1]?.theirs, { name: 'feature', says: '- b.md' });
    assert.match(slice(text, conflicts[1]?.span) ?? '', /^<<<<<<< HEAD\n {6}- a[^]*feature$/);
  });

  it('have a lens for each side, and for both where one file can say both', async () => {
    const lenses = conflictLenses(await shownConflicts(text, t), { sheet, t }, false);
    assert.deepEqual(
      lenses.map(({ index, taken, title }) => [index, taken, title]),
      [
        [0, 'ours', 'Take ours (HEAD): "1.1": 2'],
        [0, 'theirs', 'Take theirs (feature): "1.1": 3 # after the audit'],
        [1, 'ours', 'Take ours (HEAD): - a.md'],
        [1, 'theirs', 'Take theirs (feature): - b.md'],
        [1, 'both', 'Take both'],
      ],
    );
  });

  it('have one lens beside those of an editor that takes sides by itself: it says what the conflict is about', async () => {
    const lenses = conflictLenses(await shownConflicts(text, t), { sheet, t }, true);
    assert.deepEqual(
      lenses.map(({ title }) => title),
      [
        'Merge conflict in 1.1 Internal stakeholders: 2 or 3',
        'Merge conflict in 1.2 Finder community: - a.md or - b.md',
      ],
    );
  });

  it('are each about what it says itself, where one service has several', async () => {
    const both = yaml`
      services:
        "1.1":
      <<<<<<< A
          score: 3
      =======
          score: 4
      >>>>>>> B
          evidence:
    `;
    const twice = yaml`
      ${both}<<<<<<< A
            - a.md
      =======
            - b.md
      >>>>>>> B
    `;
    assert.deepEqual(
      conflictLenses(await shownConflicts(twice, t), { sheet, t }, true).map(({ title }) => title.split(': ')[1]),
      ['3 or 4', '- a.md or - b.md'],
    );
  });

  it('leave the figures as our side has them', () => {
    const analyses = new TextAnalyses();
    const open = { version: 1, getText: () => text };
    const good = analyses.lastGood(open, sheet);
    assert.equal(good?.stale, true);
    assert.equal(good?.analysis.scored.overall.scored, 3);
    assert.equal(good?.analysis.assessment.services.get('1.1')?.score?.value, 2);
    assert.equal(analyses.of(open, sheet).assessment.broken, true, 'and nothing is edited before they are resolved');
  });
});
