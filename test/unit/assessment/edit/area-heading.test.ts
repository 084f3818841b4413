import assert from 'node:assert/strict';
import { areaOfHeading } from '../../../../src/assessment/edit/area-heading';
import { addServices } from '../../../../src/assessment/edit/insert-services';
import { parseAssessment } from '../../../../src/assessment/parse';
import { afterPlan, edited, score } from '../../../support/analyse';

/** The ways to write a heading of an area that all edits know. */
const styles: readonly ((area: string) => string)[] = [
  (area) => `# ${area} Name`,
  (area) => `#${area} Name`,
  (area) => `## ${area} Name`,
  (area) => `## Area ${area}`,
  (area) => `### Area ${area}: Name`,
  (area) => `# AREA ${area} – Name`,
  (area) => `# サービスエリア${area} 名称`,
  (area) => `# ${area} Name\n  # --------`,
];

const file = (...lines: string[]) => ['services:', ...lines.map((line) => line && `  ${line}`), ''].join('\n');

describe('a heading of an area', () => {
  it('is told from a comment that counts something, names a service or another number', () => {
    for (const style of styles) assert.equal(areaOfHeading(`  ${style('2').split('\n')[0]}`), '2');
    for (const line of ['# 2 of them are open', '# 2.3 Analysis', '# 7 Name', '# see Area 2', '"2.1": 3 # 2 Name'])
      assert.equal(areaOfHeading(line), undefined, line);
  });

  for (const style of styles) {
    const [one, two, three] = [style('1'), style('2'), style('3')];
    describe(`written as ${JSON.stringify(one)}`, () => {
      it('has the first service of its area below it, where other areas have theirs', () => {
        const before = file(one, '"1.1": 2', '', two, '', three, '"3.1": 1');
        assert.equal(
          edited(before, score('2.3', 4)),
          file(one, '"1.1": 2', '', two, '"2.3": 4', '', three, '"3.1": 1'),
        );
      });

      it('has it below, where nothing is scored before', () => {
        assert.equal(
          edited(file(one, '', two, '"2.1": 1'), score('1.2', 3)),
          file(one, '"1.2": 3', '', two, '"2.1": 1'),
        );
        assert.equal(edited(file(one, '', two, '', three), score('2.3', 3)), file(one, '', two, '"2.3": 3', '', three));
      });

      it('has the service of an area before it ahead of it', () => {
        assert.equal(edited(file(two, '"2.1": 1'), score('1.2', 3)), file('"1.2": 3', two, '"2.1": 1'));
        assert.equal(
          edited(file('"1.1": 1', '', three, '"3.1": 1'), score('2.3', 3)),
          file('"1.1": 1', '"2.3": 3', '', three, '"3.1": 1'),
        );
      });

      it('comes along, where an area comes new', () => {
        const missing = [
          { id: '1.1', title: 'A' },
          { id: '2.1', title: 'B' },
        ];
        const areas = ['1', '2', '3'].map((id) => ({ id, title: 'Name' }));
        assert.equal(
          afterPlan(file(one, ''), addServices(parseAssessment(file(one, '')), missing, areas)),
          file(one, '"1.1":   # A', '# 2 Name', '"2.1":   # B', ''),
        );
      });
    });
  }
});
