import assert from 'node:assert/strict';
import { languages } from '../../../src/messages/messages';
import { loadSheet } from '../../../src/node/load-texts';
import { citedFunctions } from '../../../src/sheet/cited-functions';
import { criteriaOf } from '../../../src/sheet/criteria';
import { findService, serviceIds } from '../../../src/sheet/sheet';
import { builtInSources } from '../../../src/crosswalk/built-in';
import { successors } from '../../../src/crosswalk/successors';
import { sourceIds } from '../../../src/assessment/vocabulary';
import { idForm } from '../../../src/crosswalk/own-model';
import { findRequirement, requirementUrn, strengthWord, touching, type Source } from '../../../src/crosswalk/source';

const sheet = loadSheet('en');
const sources = builtInSources('en');
const mappingsOf = ({ requirements }: Source) => requirements.flatMap(({ mappings }) => mappings);

describe('the sources of the crosswalk', () => {
  it('are those of the contract, regulations first', () => {
    assert.deepEqual(
      sources.map(({ id }) => id),
      [...sourceIds],
    );
  });

  it('have ids that are fit for names of files and URNs, and no name twice', () => {
    for (const source of sources) {
      const names = source.requirements.flatMap(({ id, aliases }) => [id, ...aliases]).map((one) => one.toLowerCase());
      assert.deepEqual([...new Set(names)], names, source.id);
      for (const { id } of source.requirements) assert.match(id, idForm);
    }
    const urns = sources.flatMap((source) => source.requirements.map((one) => requirementUrn(source, one)));
    assert.equal(new Set(urns).size, urns.length);
    assert.ok(urns.includes('urn:psirt-maturity:crosswalk:cra:ii.5'));
  });

  it('touch services and criteria that there are, each once a requirement', () => {
    for (const { mappings } of sources.flatMap(({ requirements }) => requirements)) {
      const touched = mappings.map(({ service }) => service);
      assert.deepEqual([...new Set(touched)], touched);
      for (const { service, criteria } of mappings) {
        const found = findService(sheet, service);
        assert.ok(found, service);
        const known = criteriaOf(found).map(({ id }) => id);
        assert.deepEqual(
          criteria.filter((id) => !known.includes(id)),
          [],
        );
      }
    }
  });

  it('give a strength that fits the relationship: what is the same is strong, what merely overlaps is not all', () => {
    const bounds = { equal: [9, 10], subset: [7, 10], superset: [3, 7], intersects: [2, 8] } as const;
    for (const { service, relationship, strength } of sources.flatMap(mappingsOf)) {
      const [least, most] = bounds[relationship];
      assert.ok(strength >= least && strength <= most, `${service} ${relationship} ${strength}`);
    }
  });

  it('say the same in every language, with a subject and a reason for each', () => {
    for (const language of languages) {
      const told = builtInSources(language);
      assert.deepEqual(
        told.map(({ id }) => id),
        sources.map(({ id }) => id),
      );
      for (const { title, requirements } of told) {
        assert.ok(title);
        for (const { subject, mappings } of requirements) {
          assert.ok(subject.trim());
          for (const { reason } of mappings) assert.ok(reason.trim(), subject);
        }
      }
    }
  });

  it('lead to their texts by https, and date what they say', () => {
    for (const { url, date, requirements } of sources) {
      assert.match(url ?? '', /^https?:\/\//);
      assert.match(date ?? '', /^\d{4}(-\d\d){0,2}$/);
      for (const one of requirements) assert.match(one.url ?? url ?? '', /^https?:\/\/\S+$/);
    }
  });

  it('know each requirement by its aliases, in any case', () => {
    const cra = sources[0] as Source;
    assert.equal(findRequirement(cra, '1.2.5')?.id, 'II.5');
    assert.equal(findRequirement(cra, 'ii(5)')?.id, 'II.5');
    assert.equal(findRequirement(cra, 'nothing'), undefined);
  });

  it('are found from the service, too', () => {
    const ids = touching(sources, '5.2').map(({ source, requirement }) => `${source.id} ${requirement.id}`);
    assert.ok(ids.includes('cra II.5'));
    for (const id of serviceIds) assert.ok(touching(sources, id).length, `first-1.1 has service ${id}`);
  });
});

describe('the functions of FIRST’s framework 1.0 in 1.1', () => {
  it('has a word on each function that the sheet cites', () => {
    const known = successors('en');
    assert.deepEqual(
      citedFunctions(sheet).flatMap(({ id }) => (known.has(id) ? [] : id)),
      [],
    );
  });

  it('says where a moved one went, and what became of one that is gone', () => {
    for (const language of languages)
      for (const [id, { state, to, note }] of successors(language)) {
        assert.equal(state === 'moved', to !== undefined && to !== id, id);
        if (state !== 'same') assert.ok(note, id);
      }
  });
});

describe('what the texts of the sources say', () => {
  const strengthOf = (source: string, requirement: string, service: string) =>
    sources
      .find(({ id }) => id === source)
      ?.requirements.find(({ id }) => id === requirement)
      ?.mappings.find((mapping) => mapping.service === service)?.strength;

  it('IEC 62443-4-1 has users informed in DM-5, and leaves time frames to SUM-5', () => {
    assert.equal(strengthOf('iec-62443-4-1', 'DM-5', '5.2'), undefined);
    assert.equal(strengthOf('iec-62443-4-1', 'SUM-5', '4.1'), 7);
    assert.equal(strengthOf('iec-62443-4-1', 'DM-4', '5.1'), 3);
  });

  it('ISO/IEC 30111 asks for policy and organisation before it comes to the process', () => {
    const ids = sources.find(({ id }) => id === 'iso-30111')?.requirements.map(({ id }) => id);
    assert.deepEqual(ids?.slice(0, 5), ['6.2', '6.3', '6.4', '6.5', '7.1.3']);
  });

  it('1.1 has functions of services that the sheet describes by their objective alone', () => {
    const mapping = sources.flatMap((source) => touching([source], '6.3'))[0]?.mapping;
    assert.equal(mapping?.relationship, 'superset');
  });
});

describe('the word for a strength', () => {
  it('covers two steps each, from preparing the ground to being the same', () => {
    const words = Array.from({ length: 10 }, (_, index) => strengthWord(index + 1));
    assert.deepEqual(words, [
      'ground',
      'ground',
      'part',
      'part',
      'large-part',
      'large-part',
      'main',
      'main',
      'same',
      'same',
    ]);
  });
});
