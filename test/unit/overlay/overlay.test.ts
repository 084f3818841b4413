import assert from 'node:assert/strict';
import { applyOverlay, type Overlay } from '../../../src/overlay/overlay';
import { composeSheet, findArea, findService } from '../../../src/sheet/sheet';
import en from '../../../src/sheet/wording.en.json';

const sheet = composeSheet(en);

const overlay: Overlay = {
  language: 'en',
  areas: { '1': { title: 'Friends and family' }, '9': { title: 'Nowhere' } },
  services: {
    '1.1': {
      objective: 'Know who to call.',
      levels: {
        '3': {
          description: 'All roles are written down. [1.1.1] [1.1.3.1]',
          guidance: 'The charter, signed.',
          examples: ['Charter 2026'],
        },
      },
    },
    '2.3': { notes: ['SBOM: a list of parts'], levels: {} },
    '4.4': { levels: { '2': { summary: 'Not in the sheet' }, '4': { summary: 'Two metrics' } } },
    constructor: { title: 'Constructed', levels: {} },
  },
};

describe('an organisation’s wording over the sheet', () => {
  const ours = applyOverlay(sheet, overlay);

  it('replaces what it says and leaves the rest as it is', () => {
    assert.equal(findArea(ours, '1')?.title, 'Friends and family');
    assert.equal(findArea(ours, '1')?.summary, findArea(sheet, '1')?.summary);
    const [own, before] = [findService(ours, '1.1'), findService(sheet, '1.1')];
    assert.equal(own?.title, before?.title);
    assert.equal(own?.objective, 'Know who to call.');
    assert.equal(own?.levels[3]?.summary, before?.levels[3]?.summary);
    assert.equal(own?.levels[3]?.description, 'All roles are written down. [1.1.1] [1.1.3.1]');
    assert.deepEqual(own?.levels[3]?.references, before?.levels[3]?.references);
    assert.deepEqual(own?.levels[2], before?.levels[2]);
    assert.deepEqual(findService(ours, '2.3')?.notes, ['SBOM: a list of parts']);
  });

  it('adds guidance and examples, which the sheet has none of', () => {
    assert.equal(findService(ours, '1.1')?.levels[3]?.guidance, 'The charter, signed.');
    assert.deepEqual(findService(ours, '1.1')?.levels[3]?.examples, ['Charter 2026']);
    assert.ok(
      sheet.areas.every((area) =>
        area.services.every((service) => service.levels.every((level) => !level || !('guidance' in level))),
      ),
    );
  });

  it('adds neither levels nor ids the sheet does not have', () => {
    assert.equal(findService(ours, '4.4')?.levels[2], null);
    assert.equal(findService(ours, '4.4')?.levels[4]?.summary, 'Two metrics');
    assert.deepEqual(
      ours.areas.map(({ id }) => id),
      sheet.areas.map(({ id }) => id),
    );
    assert.ok(!JSON.stringify(ours).includes('Constructed'));
  });

  it('changes nothing where it says nothing, and never the sheet itself', () => {
    const before = JSON.stringify(sheet);
    assert.deepEqual(applyOverlay(sheet, { language: 'en', areas: {}, services: {} }), sheet);
    assert.equal(JSON.stringify(sheet), before);
  });
});
