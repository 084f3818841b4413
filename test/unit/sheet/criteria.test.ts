import assert from 'node:assert/strict';
import { criteriaOf, criterionId, criterionText, findCriterion, levelOfCriterion } from '../../../src/sheet/criteria';
import structure from '../../../src/sheet/criteria.json';
import {
  composeSheet,
  findService,
  levelNumbers,
  noGlossary,
  serviceIds,
  type Service,
} from '../../../src/sheet/sheet';
import type { CriteriaStructure } from '../../../src/sheet/sheet';
import en from '../../../src/sheet/wording.en.json';
import { translator } from '../../../src/messages/catalogues';
import { sheets } from '../../support/problems';
import { languages } from '../../../src/messages/messages';

const services = (language: 'en' | 'ja'): Service[] => sheets[language].areas.flatMap((area) => area.services);

/** Every described level of a language with its place. */
const levels = (language: 'en' | 'ja') =>
  services(language).flatMap(({ id, levels: all }) =>
    all.flatMap((level, number) => (level ? [{ place: `${id}/${number}`, number, ...level }] : [])),
  );

describe('the criteria of the sheet', () => {
  it('stand at every described level, and at no other', () => {
    for (const { place, criteria } of levels('en')) assert.notEqual(criteria.length, 0, place);
    const placed = services('en').flatMap((service) => criteriaOf(service).map(({ id }) => `${service.id} ${id}`));
    const listed = Object.entries(structure).flatMap(([service, list]) => list.map(({ id }) => `${service} ${id}`));
    assert.deepEqual(placed, listed);
    assert.ok(listed.length > 400);
  });

  it('go by their level and a letter, without a gap, what is in place first', () => {
    for (const { place, number, criteria } of levels('en')) {
      criteria.forEach(({ id }, index) => assert.equal(id, `${number}${'abcdefghijkl'[index]}`, place));
      const kinds = criteria.map(({ kind }) => kind);
      assert.deepEqual(kinds, [...kinds].sort().reverse(), place);
    }
  });

  it('are the same in both languages', () => {
    const structureOf = (language: 'en' | 'ja') =>
      services(language).map((service) =>
        criteriaOf(service).map(({ id, kind, references }) => [id, kind, references]),
      );
    assert.deepEqual(structureOf('ja'), structureOf('en'));
  });

  it('have texts for their ids and for none besides', () => {
    for (const [id, { levels: worded }] of Object.entries(en.services)) {
      const ids = Object.values(worded).flatMap(({ criteria }) => Object.keys(criteria));
      const known = (structure as CriteriaStructure)[id] ?? [];
      assert.deepEqual(
        ids,
        known.map((criterion) => criterion.id),
        id,
      );
    }
  });

  it('cite every reference of their level, and none besides', () => {
    for (const { place, criteria, references } of levels('en')) {
      const cited = new Set(criteria.flatMap((criterion) => criterion.references));
      assert.deepEqual([...cited].sort(), [...new Set(references)].sort(), place);
    }
  });

  it('fit a line: 140 characters in English, 70 in Japanese, one sentence each', () => {
    for (const [language, longest, stop] of [['en', 140, '.'] as const, ['ja', 70, '。'] as const]) {
      for (const { place, criteria } of levels(language)) {
        for (const { id, text } of criteria) {
          assert.ok([...text].length <= longest, `${place} ${id}: ${[...text].length}`);
          assert.ok(text.endsWith(stop), `${place} ${id}: ${text}`);
          assert.doesNotMatch(text, /[\r\n[\]]/, `${place} ${id}`);
        }
      }
    }
  });

  it('ask nothing twice within a service', () => {
    for (const language of languages) {
      for (const service of services(language)) {
        const texts = criteriaOf(service).map(({ text }) => text);
        assert.equal(new Set(texts).size, texts.length, service.id);
      }
    }
  });

  it('say of what is in place nothing that a more mature organisation would outgrow', () => {
    for (const { place, criteria } of levels('en')) {
      for (const { id, kind, text } of criteria.filter((criterion) => criterion.kind === 'reach'))
        assert.doesNotMatch(text, /\b(not yet|ad hoc only)\b/i, `${place} ${id} (${kind})`);
    }
  });
});

describe('looking criteria up', () => {
  const service = findService(sheets.en, '2.1') ?? assert.fail();

  it('finds each by its id, and nothing by any other', () => {
    for (const criterion of criteriaOf(service)) assert.equal(findCriterion(service, criterion.id), criterion);
    for (const id of ['', '2', '6a', '2A', '2aa', ' 2a', '2z', '__proto__', 'toString'])
      assert.equal(findCriterion(service, id), undefined, id);
    assert.equal(findCriterion(findService(sheets.en, '4.4') ?? assert.fail(), '0a'), undefined);
  });

  it('tells the level by the id', () => {
    for (const level of levelNumbers) assert.equal(levelOfCriterion(`${level}b`), level);
    for (const id of ['6a', 'a0', '1', '1.5a']) assert.equal(levelOfCriterion(id), undefined, id);
    for (const id of serviceIds) assert.doesNotMatch(id, criterionId);
  });

  it('says of what a level lacks that it is still missing', () => {
    const lack = { kind: 'lack', text: 'Nobody does it.' } as const;
    assert.equal(criterionText(lack, translator('en')), 'Still missing: Nobody does it.');
    assert.match(criterionText(lack, translator('ja')), /^不足している点：/);
    assert.equal(criterionText({ ...lack, kind: 'reach' }, translator('en')), 'Nobody does it.');
  });

  it('has none where their structure was not loaded, and refuses a wording that lacks one', () => {
    const bare = findService(composeSheet(en), '1.1') ?? assert.fail();
    assert.deepEqual(criteriaOf(bare), []);
    const more = { '1.1': [{ id: '2z', kind: 'reach', references: [] }] } as const;
    assert.throws(() => composeSheet(en, noGlossary, more), /criterion 2z of 1\.1/);
  });
});
