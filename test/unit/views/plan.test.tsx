import assert from 'node:assert/strict';
import { render } from 'preact-render-to-string';
import { improvementPlan } from '../../../src/views/improvement-plan';
import type { ActionView } from '../../../src/views/model';
import { Plan } from '../../../src/views/Plan';
import { live, shared, sheets, viewOf } from './sample';

const action = (text: string, done = false): ActionView => ({ action: text, owner: 'Office', due: '2027-01-31', done });
const details = (plans: Record<string, ActionView[]>) =>
  Object.fromEntries(Object.entries(plans).map(([id, plan]) => [id, { evidence: [], plan }]));
const draw = (services: string[], plans: Record<string, ActionView[]> = {}, isLive = false) =>
  render(<Plan {...shared(viewOf(services, { details: details(plans) }))} on={isLive ? live : undefined} />);
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

  it('offers to plan an action where it is live, and shows all texts where it is a picture', () => {
    const live = draw(['"1.1": 1'], {}, true);
    assert.match(live, /Plan an action…/);
    assert.doesNotMatch(live, /<details[^>]* open/);
    assert.doesNotMatch(draw(['"1.1": 1']), /<button/);
    assert.match(draw(['"1.1": 1']), /<details[^>]* open/);
  });

  it('takes texts of the file as text', () => {
    assert.match(draw(['"1.1": 1'], { '1.1': [action('<img src=x onerror=alert(1)>')] }), /&lt;img src=x/);
  });
});
