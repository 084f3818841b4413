import assert from 'node:assert/strict';
import { TextAnalyses } from '../../../src/language/analysis';
import { sheets } from '../../support/problems';

/** A document of an editor, as it is typed. */
class Typed {
  version = 1;
  constructor(private text: string) {}
  getText(): string {
    return this.text;
  }
  type(text: string): void {
    this.text = text;
    this.version++;
  }
}

describe('the last good state of a document', () => {
  const good = 'services: { "1.1": 3 }\n';
  const broken = 'services: { "1.1": 4\n';
  const scoreIn = (found: ReturnType<TextAnalyses['lastGood']>) =>
    found?.analysis.assessment.services.get('1.1')?.score?.value;

  it('is the present one while that can be judged, and the one before it while it cannot', () => {
    const analyses = new TextAnalyses();
    const document = new Typed(good);
    assert.equal(analyses.lastGood(document, sheets.en)?.stale, false);
    document.type(broken);
    const stale = analyses.lastGood(document, sheets.en);
    assert.deepEqual([stale?.stale, scoreIn(stale)], [true, 3]);
    document.type('services: { "1.1": 4 }\n');
    const again = analyses.lastGood(document, sheets.en);
    assert.deepEqual([again?.stale, scoreIn(again)], [false, 4]);
  });

  it('is known to everybody, whoever asked for the analysis that was good', () => {
    const analyses = new TextAnalyses();
    const document = new Typed(good);
    analyses.of(document, sheets.en);
    document.type(broken);
    assert.equal(scoreIn(analyses.lastGood(document, sheets.en)), 3);
  });

  it('is scored by the sheet that is asked for, once', () => {
    const analyses = new TextAnalyses();
    const document = new Typed(good);
    analyses.of(document, sheets.en);
    document.type(broken);
    const other = { ...sheets.ja };
    const [first, second] = [analyses.lastGood(document, other), analyses.lastGood(document, other)];
    assert.equal(first?.analysis.scored.overall.mean, 3);
    assert.equal(first?.analysis, second?.analysis);
  });

  it('is none where the document never could be judged, or was closed and opened again', () => {
    const analyses = new TextAnalyses();
    analyses.of(new Typed(good), sheets.en);
    assert.equal(analyses.lastGood(new Typed(broken), sheets.en), undefined);
  });
});
