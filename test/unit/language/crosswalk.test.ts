import assert from 'node:assert/strict';
import { crosswalkCompletionsAt, crosswalkHoverAt } from '../../../src/language/crosswalk';
import { hoverAt } from '../../../src/language/hover';
import { chosenSources } from '../../../src/language/requirements';
import { parseAssessment } from '../../../src/assessment/parse';
import { builtInSources } from '../../../src/crosswalk/built-in';
import { parseCrosswalk } from '../../../src/crosswalk/read-own';
import { translator } from '../../../src/messages/catalogues';
import { loadSheet } from '../../../src/node/load-texts';
import { scoreAssessment } from '../../../src/scoring/score';
import { yaml } from '../../support/yaml';

const words = { sheet: loadSheet('en'), t: translator('en') };

/** The labels offered where `|` stands. */
function offered(marked: string): string[] {
  const offset = marked.indexOf('|');
  const text = marked.replace('|', '');
  return crosswalkCompletionsAt(words, text, offset).map(({ label }) => label);
}

describe('a crosswalk file in the editor', () => {
  it('offers the keys that are not there yet, services by their ids, and the words for a relationship', () => {
    assert.deepEqual(offered('source: x\n|'), ['title', 'region', 'url', 'date', 'effect', 'requirements']);
    assert.ok(
      offered(yaml`
        source: x
        requirements:
          A:
            services:
              "2.1": 5
              |`).includes('5.2'),
    );
    const value = offered(yaml`
      source: x
      requirements:
        A:
          services:
            "2.1":
              relationship: |`);
    assert.deepEqual(value, ['equal', 'subset', 'superset', 'intersects']);
  });

  it('explains keys, and says which service an id is', () => {
    const text = yaml`
      source: x
      requirements:
        A:
          services:
            "2.1": 5
    `;
    const hover = (offset: number) => crosswalkHoverAt(words, parseCrosswalk(text, words.sheet), offset)?.markdown;
    assert.match(hover(1) ?? '', /ID of the source/);
    assert.match(hover(text.indexOf('2.1')) ?? '', /^\*\*2\\\.1 /);
    assert.equal(hover(text.indexOf('A:')), undefined);
  });
});

describe('the hover on a service', () => {
  const text = yaml`
    crosswalk: [cra]
    services:
      "5.2": 2
  `;
  const assessment = parseAssessment(text);
  const scored = scoreAssessment(words.sheet, assessment);
  const hover = (sources = builtInSources('en')) =>
    hoverAt({ ...words, assessment, scored, sources }, text.indexOf('5.2'))?.markdown ?? '';

  it('names the requirements that touch it, of each source that matters', () => {
    assert.match(hover(), /Requirements that touch this service/);
    const chosen = chosenSources(builtInSources('en'), assessment.crosswalk, ['ssdf']);
    assert.deepEqual(
      chosen.map(({ id }) => id),
      ['cra'],
    );
    assert.match(hover([...chosen]), /Cyber Resilience Act.* \(2024\\-11\\-20\): .*II\\\.5 \(6\/10\)/);
    assert.doesNotMatch(hover([...chosen]), /SSDF/);
  });

  it('says nothing of requirements where none are given', () => {
    assert.doesNotMatch(hover([]), /Requirements/);
  });

  it('leads each function to what it became in version 1.1', () => {
    const markdown = hoverAt({ ...words, assessment: parseAssessment('services: { "1.2": 1 }'), scored }, 14)?.markdown;
    assert.match(markdown ?? '', /In version 1\\\.1\\: 1\\\.2\\\.1/);
  });
});
