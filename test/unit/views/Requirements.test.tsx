import assert from 'node:assert/strict';
import { render } from 'preact-render-to-string';
import { parseAssessment } from '../../../src/assessment/parse';
import { builtInSources } from '../../../src/crosswalk/built-in';
import { translator } from '../../../src/messages/catalogues';
import { loadSheet } from '../../../src/node/load-texts';
import { scoreAssessment } from '../../../src/scoring/score';
import { assessmentView } from '../../../src/views/assessment-view';
import { Requirements, TouchedBy } from '../../../src/views/Requirements';
import { matching } from '../../../src/views/search';

const text = `services:
  "2.3":
    score: 1
    evidence: [docs/inventory.md]
    plan: [{ action: Write an SBOM }]
  "1.5": 4
  "5.1": { excluded: None }
`;
const sheet = loadSheet('en');
const sources = builtInSources('en');
const assessment = parseAssessment(text);
const scored = scoreAssessment(sheet, assessment);

describe('the panel’s requirements', () => {
  const viewOf = () => assessmentView({ assessment, scored, problems: [] }, async () => undefined);

  it('say for each requirement which services it touches, the weakest first, with what is recorded there', async () => {
    const html = render(<Requirements sheet={sheet} view={await viewOf()} t={translator('en')} sources={sources} />);
    const item = html.slice(html.indexOf('data-requirement="II.1"'), html.indexOf('data-requirement="II.2"'));
    assert.match(item, /weakest score 1/);
    assert.ok(item.indexOf('2.3 ') < item.indexOf('1.5 '), item);
    assert.match(item, /score 1.*1 piece of evidence.*1 open action/);
    assert.match(html, /not assessed/);
    assert.match(html, /no statement of conformity/);
    assert.match(html, /mappings as of 2026-11-27.*<a href="https:\/\/eur-lex\.europa\.eu/);
    assert.match(item, /overlaps the service, main \(7\/10\).*The inventory of product components/);
  });

  it('are those of one source at a time', async () => {
    const html = render(<Requirements sheet={sheet} view={await viewOf()} t={translator('en')} sources={sources} />);
    assert.equal(html.match(/<option /g)?.length, sources.length);
    assert.doesNotMatch(html, /data-requirement="RV\.1\.1"/);
    const own = sources.slice(1, 2);
    const alone = render(<Requirements sheet={sheet} view={await viewOf()} t={translator('en')} sources={own} />);
    assert.match(alone, /data-requirement="RV\.1\.1"/);
    assert.doesNotMatch(alone, /<select/);
  });

  it('stand in the details of a service, too', () => {
    const html = render(<TouchedBy service="5.2" sources={sources} t={translator('ja')} />);
    assert.match(html, /関わる要求事項/);
    assert.match(html, />II\.5（6\/10）</);
    assert.equal(render(<TouchedBy service="5.2" sources={[]} t={translator('ja')} />), '');
  });

  it('narrow the grid to the services that a source touches', async () => {
    const view = await viewOf();
    const touched = matching(sheet, view, 'touches:jp', '', { sources });
    assert.ok(touched.includes('2.1'));
    assert.ok(!touched.includes('1.7'));
    assert.deepEqual(matching(sheet, view, 'touches:nobody', '', { sources }), []);
  });
});
