import assert from 'node:assert/strict';
import { render } from 'preact-render-to-string';
import { conflictViews } from '../../../src/language/conflicts';
import { readPanelMessage } from '../../../src/extension/panel/panel-message';
import { Conflicts } from '../../../src/views/Conflicts';
import { Grid } from '../../../src/views/Grid';
import { assessmentView } from '../../../src/views/assessment-view';
import { analyse, sheet, t } from '../../support/analyse';
import { live } from '../../support/views';
import { yaml } from '../../support/yaml';

const text = `sheet: psirt-maturity@1.0
services:
<<<<<<< HEAD
  "1.1": 2
=======
  "1.1": 3
>>>>>>> feature
`;

describe('the grid of a file with merge conflicts', () => {
  const pause = (): Promise<void> => Promise.resolve();

  it('says what each is about, with a button for each side', async () => {
    const html = render(<Conflicts conflicts={await conflictViews(text, { sheet, t }, pause)} t={t} on={live} />);
    assert.match(html, /Merge conflict in 1\.1 [^<]*: 2 or 3/);
    assert.deepEqual(
      [...html.matchAll(/data-take="(\w+)"/g)].map(([, side]) => side),
      ['ours', 'theirs'],
    );
  });

  it('marks the row and the cells of both values, and no other row', async () => {
    const view = await assessmentView(
      analyse(yaml`
        services:
          "1.1": 2
          "1.2": 2
      `),
    );
    const conflicts = await conflictViews(text, { sheet, t }, pause);
    const html = render(<Grid sheet={sheet} view={view} t={t} on={live} conflicts={conflicts} readOnly />);
    const rows = html.split('data-service=');
    const cells = (row = ''): string[] =>
      [...row.matchAll(/class="[^"]*disputed[^"]*" data-level="(\d)"/g)].map(([, level]) => level ?? '');
    assert.deepEqual(cells(rows.find((row) => row.startsWith('"1.1"'))), ['2', '3']);
    assert.deepEqual(cells(rows.find((row) => row.startsWith('"1.2"'))), []);
  });

  it('asks for a side of one version, and for nothing else', () => {
    const message = { type: 'resolve', uri: 'file:///a.psirt.yaml', version: 3, index: 0, taken: 'both' };
    assert.deepEqual(readPanelMessage(message), message);
    assert.equal(readPanelMessage({ ...message, taken: 'all' }), undefined);
    assert.equal(readPanelMessage({ ...message, index: -1 }), undefined);
  });
});
