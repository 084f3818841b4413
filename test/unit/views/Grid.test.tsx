import assert from 'node:assert/strict';
import { render } from 'preact-render-to-string';
import { Grid } from '../../../src/views/Grid';
import { findService, levelReaching } from '../../../src/sheet/sheet';
import { cellOf, classesOf, live, rowOf, shared, sheets, viewOf } from '../../support/views';

function classesAt(services: readonly string[], service: string, level: number): string[] {
  return classesOf(cellOf(render(<Grid {...shared(viewOf(services))} on={live} />), service, level));
}

describe('the grid', () => {
  it('has one row for each of the 28 services, grouped by area', () => {
    const html = render(<Grid {...shared(viewOf([]))} on={live} />);
    assert.equal(html.match(/data-service="/g)?.length, 28);
    assert.equal(html.match(/role="rowgroup"/g)?.length, 6);
  });

  it('fills the level scored and tints those below it', () => {
    assert.ok(classesAt(['"1.2": 2'], '1.2', 2).includes('scored'));
    assert.ok(classesAt(['"1.2": 2'], '1.2', 1).includes('passed'));
    assert.deepEqual(classesAt(['"1.2": 2'], '1.2', 4), ['cell']);
  });

  it('outlines the first level that reaches a target of 2.5', () => {
    const outlined = [0, 1, 2, 3, 4, 5].filter((level) => classesAt(['"1.2": 2'], '1.2', level).includes('target'));
    assert.deepEqual(outlined, [3]);
  });

  it('outlines the level itself when the target is whole, also on the score', () => {
    assert.deepEqual(classesAt(['"1.2": { score: 4, target: 4 }'], '1.2', 4), ['cell', 'scored', 'level-4', 'target']);
  });

  it('outlines a level the sheet describes: 4 where 4.4 aims at 2.5, and 5 where the sheet ends below the target', () => {
    const service = (id: string) => findService(sheets.en, id) ?? assert.fail(id);
    assert.equal(levelReaching(service('4.4'), 2.5), 4);
    assert.equal(levelReaching(service('5.2'), 5), 5);
  });

  it('hatches levels that are not described, and still shows a score there', () => {
    assert.deepEqual(classesAt(['"4.4": 0'], '4.4', 0), ['cell', 'scored', 'level-0', 'undescribed']);
    assert.deepEqual(classesAt(['"4.4": 0'], '4.4', 1), ['cell', 'undescribed', 'meaningless']);
    assert.ok(classesAt(['"4.4": 2'], '4.4', 2).includes('scored'));
  });

  it('says what a score below the described levels means', () => {
    const html = render(<Grid {...shared(viewOf(['"4.4": 0']))} on={live} />);
    assert.match(
      cellOf(html, '4.4', 0),
      /aria-label="Level 0: not there yet \(the levels the sheet describes start at 4\), current score"/,
    );
    assert.match(rowOf(html, '4.4'), />Not there yet</);
  });

  it('labels a cell with level, summary, target and score', () => {
    const label = cellOf(render(<Grid {...shared(viewOf(['"1.2": 3']))} on={live} />), '1.2', 3).match(
      /aria-label="([^"]*)"/,
    )?.[1];
    assert.equal(label, `Level 3: ${findService(sheets.en, '1.2')?.levels[3]?.summary}, target, current score`);
  });

  it('gives the gap as a number, a tick or a question mark', () => {
    const html = render(<Grid {...shared(viewOf(['"1.1": 1', '"1.2": 3']))} />);
    assert.match(rowOf(html, '1.1'), /aria-label="1.5 below target"[^]*−1.5</);
    assert.match(rowOf(html, '1.2'), /aria-label="target reached"[^]*✓</);
    assert.match(rowOf(html, '1.3'), /aria-label="unscored"[^]*\?</);
  });

  it('shows an excluded service without levels, with its reason', () => {
    const row = rowOf(render(<Grid {...shared(viewOf(['"2.3": { excluded: No third parties }']))} on={live} />), '2.3');
    assert.match(row, /data-state="excluded"/);
    assert.match(row, /excluded: No third parties/);
    assert.doesNotMatch(row, /data-level/);
  });

  it('tells the service out of scope from an excluded and from an unscored one', () => {
    const html = render(<Grid {...shared(viewOf([]))} on={live} />);
    assert.match(rowOf(html, '6.3'), /data-state="out-of-scope"[^]*out of scope/);
    assert.match(rowOf(html, '6.2'), /data-state="unscored"/);
    assert.doesNotMatch(rowOf(html, '6.2'), /scored level/);
  });

  it('has one tab stop, at the cursor', () => {
    const html = render(<Grid {...shared(viewOf([]))} on={live} cursor={{ service: '3.1', column: 4 }} />);
    assert.equal(html.match(/tabindex="0"/g)?.length, 1);
    assert.match(cellOf(html, '3.1', 3), /tabindex="0"/);
  });

  it('is a table of HTML, with headers and without tab stops, when nothing listens', () => {
    const html = render(<Grid {...shared(viewOf(['"1.1": 2']))} />);
    assert.match(
      html,
      /^<table class="grid" aria-label="Maturity grid"><thead><tr class="header"><th class="title" scope="col">/,
    );
    assert.equal(html.match(/<th [^>]*scope="row"/g)?.length, 6 + 28);
    assert.match(rowOf(html, '6.3'), /<td class="reason" colspan="6"/);
    assert.doesNotMatch(html, /tabindex|role=|style=|<div/);
  });

  it('shows the rows asked for and leaves out areas without any', () => {
    const html = render(<Grid {...shared(viewOf([]))} shown={new Set(['2.1', '2.2'])} />);
    assert.equal(html.match(/data-service="/g)?.length, 2);
    assert.equal(html.match(/<tbody/g)?.length, 1);
  });

  it('speaks Japanese', () => {
    const html = render(<Grid {...shared(viewOf(['"1.2": 3']), 'ja')} on={live} />);
    assert.match(cellOf(html, '1.2', 3), /aria-label="レベル3：[^"]*、目標、現在のスコア"/);
    assert.match(rowOf(html, '6.3'), /シートの対象外/);
  });
});
