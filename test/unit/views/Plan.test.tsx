import assert from 'node:assert/strict';
import { render } from 'preact-render-to-string';
import { improvementPlan } from '../../../src/views/improvement-plan';
import type { ActionView } from '../../../src/views/model';
import { Plan } from '../../../src/views/Plan';
import { chosenRows, planChoices, planRows, wholePlan, type PlanChoice } from '../../../src/views/plan-rows';
import { PlanTable } from '../../../src/views/PlanTable';
import { live, shared, sheets, viewOf } from '../../support/views';

const action = (text: string, done = false): ActionView => ({ action: text, owner: 'Office', due: '2027-01-31', done });
const details = (plans: Record<string, ActionView[]>) =>
  Object.fromEntries(Object.entries(plans).map(([id, plan]) => [id, { evidence: [], plan }]));
const draw = (services: string[], plans: Record<string, ActionView[]> = {}) =>
  render(<Plan {...shared(viewOf(services, { details: details(plans) }))} />);
const inOrder = (html: string) => [...html.matchAll(/data-planned="([^"]+)"/g)].map(([, id]) => id);

describe('the improvement plan', () => {
  it('ranks the services below target by their gap, with the next level’s text', () => {
    const html = draw(['"1.1": 2', '"1.2": 0', '"1.3": 3', '"2.1": 1']);
    assert.deepEqual(inOrder(html), ['1.2', '2.1', '1.1']);
    const next = sheets.en.areas[0]?.services[1]?.levels[1];
    assert.ok(next && html.includes(next.summary));
    assert.match(html, /To gain a level: level 1/);
  });

  it('shows each service’s actions with owner and day, what is open before what is done', () => {
    const html = draw(['"1.1": 1'], { '1.1': [action('Old', true), action('New')] });
    assert.ok(html.indexOf('New') < html.indexOf('Old'));
    assert.match(html, /Office · due 2027-01-31/);
  });

  it('does not lose the open actions of services that reach their target, or have no score', () => {
    const view = viewOf(['"1.1": 5', '"1.2": 4', '"1.3": {}'], {
      details: details({ '1.1': [action('Hold it')], '1.2': [action('Past', true)], '1.3': [action('Begin')] }),
    });
    const plan = improvementPlan(sheets.en, view);
    assert.deepEqual(plan.gaps, []);
    assert.deepEqual(
      plan.others.map(({ service, next }) => [service.id, next?.number]),
      [
        ['1.1', undefined],
        ['1.3', undefined],
      ],
    );
    assert.equal(plan.unscored, 25);
  });

  it('says which levels bring the average to its target soonest', () => {
    const html = draw(['"1.1": 2', '"1.2": 1', '"1.3": 3']);
    assert.match(html, /The average of 2\.00 reaches its target of 2\.5 with 2 more levels/);
    assert.match(html, /1\.2.*1 → 2.*1\.1.*2 → 3/);
  });

  it('says when the target is reached, out of reach, or nothing is scored', () => {
    assert.match(draw(['"1.1": 3']), /The average of 3\.00 reaches its target of 2\.5\./);
    assert.match(draw([]), /Nothing is scored yet/);
    const html = render(<Plan {...shared(viewOf(['"5.2": 3'], { head: 'target: 5' }))} />);
    assert.match(html, /cannot reach its target of 5: .* it is 4\.00/);
  });

  it('is a picture with all texts', () => {
    assert.doesNotMatch(draw(['"1.1": 1']), /<button/);
    assert.match(draw(['"1.1": 1']), /<details[^>]* open/);
  });

  it('takes texts of the file as text', () => {
    assert.match(draw(['"1.1": 1'], { '1.1': [action('<img src=x onerror=alert(1)>')] }), /&lt;img src=x/);
  });
});

describe('the plan as a table', () => {
  const day = '2027-02-01';
  const plans = {
    '1.1': [
      { action: 'Late', owner: 'Office', due: '2027-01-31', done: false },
      { action: 'Past', due: '2026-05-01', done: true },
      { action: 'Next', owner: 'Lab', due: '2027-05-31', done: false },
    ],
    '1.2': [{ action: 'Ask', done: false }],
  };
  const view = viewOf(['"1.1": 1', '"1.2": 3', '"1.3": 0'], { details: details(plans) });
  const rows = planRows(sheets.en, view, day);
  const texts = (choice: Partial<PlanChoice>) =>
    chosenRows(rows, { ...wholePlan, ...choice }, 'en').map(
      ({ action: own, planned }) => own?.action ?? planned.service.id,
    );

  it('has a line an action, what is open before what is done, and one for a gap without any', () => {
    assert.deepEqual(texts({}), ['1.3', 'Late', 'Next', 'Past', 'Ask']);
    assert.deepEqual(
      rows.map(({ state, index }) => [state, index]),
      [
        ['none', -1],
        ['overdue', 0],
        ['open', 2],
        ['done', 1],
        ['open', 0],
      ],
    );
  });

  it('is sorted by its columns', () => {
    assert.deepEqual(texts({ sort: 'due' }), ['Past', 'Late', 'Next', '1.3', 'Ask']);
    assert.deepEqual(texts({ sort: 'owner' }).slice(0, 2), ['Next', 'Late']);
    assert.deepEqual(texts({ sort: 'state' }), ['Late', 'Next', 'Ask', '1.3', 'Past']);
  });

  it('is filtered by owner, by what is overdue and by quarter', () => {
    assert.deepEqual(texts({ owner: 'Lab' }), ['Next']);
    assert.deepEqual(texts({ due: 'overdue' }), ['Late']);
    assert.deepEqual(texts({ due: '2027-Q2' }), ['Next']);
    assert.deepEqual(planChoices(rows, 'en'), { owners: ['Lab', 'Office'], quarters: ['2027-Q1', '2027-Q2'] });
  });

  it('is to be filled in, unless the file cannot be read', () => {
    const table = (readOnly: boolean) =>
      render(<PlanTable {...shared(view)} on={live} choice={wholePlan} today={day} readOnly={readOnly} />);
    assert.match(table(false), /Plan an action…/);
    assert.match(table(false), /<input type="date" [^>]*value="2027-01-31"/);
    assert.doesNotMatch(table(true), /Plan an action…/);
    assert.doesNotMatch(table(false), /style=/);
  });
});
