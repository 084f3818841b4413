import assert from 'node:assert/strict';
import { referencesOf } from '../../../src/sheet/references';
import { areaIds, composeSheet, serviceIds, type Sheet, type Wording } from '../../../src/sheet/sheet';
import en from '../../../src/sheet/wording.en.json';
import ja from '../../../src/sheet/wording.ja.json';

const languages: { name: string; wording: Wording; longestSummary: number }[] = [
  { name: 'English', wording: en, longestSummary: 60 },
  { name: 'Japanese', wording: ja, longestSummary: 30 },
];

/** Every text of a wording with the place it stands at. */
function textsOf(value: unknown, place = ''): [string, string][] {
  if (typeof value === 'string') return [[place, value]];
  return Object.entries(value as object).flatMap(([key, inner]) => textsOf(inner, `${place}/${key}`));
}

function levelsOf(sheet: Sheet) {
  return sheet.areas.flatMap((area) =>
    area.services.flatMap(({ id, levels }) =>
      levels.flatMap((level, number) => (level ? [{ place: `${id}/${number}`, id, number, ...level }] : [])),
    ),
  );
}

for (const { name, wording, longestSummary } of languages) {
  describe(`the wording in ${name}`, () => {
    const sheet = composeSheet(wording);
    const levels = levelsOf(sheet);

    it('has words for every area, service and described level, and for nothing besides', () => {
      assert.deepEqual(Object.keys(wording).sort(), ['areas', 'method', 'services']);
      assert.deepEqual(Object.keys(wording.areas), areaIds);
      assert.deepEqual(Object.keys(wording.services), serviceIds);
      for (const area of sheet.areas) {
        assert.deepEqual(Object.keys(wording.areas[area.id] ?? {}), ['title', 'summary']);
        for (const { id, levels } of area.services) {
          const words = wording.services[id];
          assert.deepEqual(Object.keys(words ?? {}), ['title', 'objective', 'notes', 'levels'], id);
          const described = levels.flatMap((level, number) => (level ? [String(number)] : []));
          assert.deepEqual(Object.keys(words?.levels ?? {}), described, id);
        }
      }
      for (const [place, level] of levels.map((level) => [level.place, level] as const)) {
        assert.deepEqual(
          Object.keys(wording.services[level.id]?.levels[level.number] ?? {}),
          ['summary', 'description', 'criteria'],
          place,
        );
      }
    });

    it('has no text that is empty, padded or broken into lines where one line is shown', () => {
      for (const [place, text] of textsOf(wording)) {
        assert.notEqual(text, '', place);
        assert.equal(text, text.trim(), place);
        if (!place.endsWith('/description')) assert.doesNotMatch(text, /[\r\n]/, place);
        assert.doesNotMatch(text, /\r|\t| {2}|\n{3}|[^\S\n]\n/, place);
      }
    });

    it(`keeps every summary within a grid cell: ${longestSummary} characters, no reference, no full stop`, () => {
      for (const { place, summary } of levels) {
        assert.ok([...summary].length <= longestSummary, `${place} is ${[...summary].length} long: ${summary}`);
        assert.doesNotMatch(summary, /\[|\]|[.。]$/, place);
      }
    });

    it('cites in each description exactly the functions the structure lists, ranges included', () => {
      for (const { place, description, references } of levels) {
        assert.deepEqual([...new Set(referencesOf(description))].sort(), [...new Set(references)].sort(), place);
      }
    });

    it('has square brackets around references only', () => {
      for (const [place, text] of textsOf(wording)) {
        const brackets = text.match(/\[|\]/g)?.length ?? 0;
        assert.equal(brackets, 2 * referencesOf(text).length, place);
        if (!place.endsWith('/description')) assert.equal(brackets, 0, place);
      }
    });

    it('is no Markdown link, HTML or other markup by accident', () => {
      for (const [place, text] of textsOf(wording)) {
        assert.doesNotMatch(text, /\]\(|[<>*_`~|\\#]|&\w+;/, place);
        assert.doesNotMatch(text, /^(?:\[[^\]]*\]:|\d+[.)]|\+|={2,}|-{2,}| {4})/m, place);
      }
    });

    it('has quotation marks and apostrophes of one kind', () => {
      for (const [place, text] of textsOf(wording)) assert.doesNotMatch(text, /["']/, place);
    });

    it('tells neighbouring levels of a service apart, in the summary and in the description', () => {
      for (const { id, number, place, summary, description } of levels) {
        const below = levels.find((level) => level.id === id && level.number === number - 1);
        if (!below) continue;
        assert.notEqual(summary, below.summary, place);
        assert.notEqual(description, below.description, place);
      }
    });

    it('gives each service a title of its own', () => {
      const titles = sheet.areas.flatMap((area) => area.services.map(({ title }) => title));
      assert.equal(new Set(titles).size, titles.length);
    });
  });
}

describe('the wordings of the two languages', () => {
  it('have the same number of notes for each service', () => {
    for (const id of serviceIds) {
      assert.equal(wordingOf(ja, id).notes.length, wordingOf(en, id).notes.length, id);
    }
  });

  it('explain the terms the sheet explains', () => {
    const noted = serviceIds.flatMap((id) => wordingOf(en, id).notes.map((note) => `${id} ${note.split(':')[0]}`));
    assert.deepEqual(noted, [
      '2.3 External component',
      '2.4 Red team test',
      '2.4 Black-box security test',
      '2.4 Grey-box security assessment',
      '2.5 CWE',
      '4.1 RPM',
    ]);
  });

  it('have the same number of method steps, and name the same numbers in them', () => {
    assert.equal(ja.method.length, en.method.length);
    const numbers = (text: string) => text.match(/\d+(\.\d+)?/g) ?? [];
    en.method.forEach((step, index) => {
      // Months are spelt out in English and partly written as figures in Japanese.
      if (!/months/.test(step)) assert.deepEqual(numbers(ja.method[index] ?? ''), numbers(step), step);
    });
  });

  // Japanese has a reference before the words it belongs to.
  it('leave no sentence in English without the reference it belongs to: behind one that has it, or at the head of the paragraph', () => {
    for (const { place, description } of levelsOf(composeSheet(en))) {
      for (const paragraph of description.split('\n').filter((line) => !/^(?:\[|- )/.test(line))) {
        const sentences = paragraph.split(/(?<=\.) (?=[A-Z])/);
        const first = sentences.findIndex((sentence) => referencesOf(sentence).length);
        if (first >= 0)
          for (const sentence of sentences.slice(first))
            assert.ok(sentence.endsWith(':') || referencesOf(sentence).length, `${place}: ${sentence}`);
      }
    }
  });

  it('are each written in their own script', () => {
    for (const [place, text] of textsOf(en))
      assert.doesNotMatch(text, /[\u3000-\u30ff\u4e00-\u9fff\uff00-\uffef]/, place);
    for (const [place, text] of textsOf(ja)) assert.match(text, /[\u3040-\u30ff\u4e00-\u9fff]/, place);
  });

  it('keep to the plain style of specifications in Japanese: no です, no ます', () => {
    for (const [place, text] of textsOf(ja)) {
      assert.doesNotMatch(text, /です|(?<!ま)ます(?!ます)|ません|ました|でした|ましょう|ください/, place);
    }
  });
});

describe('composing a sheet', () => {
  it('refuses a wording that lacks a level, a service or an area, and says which', () => {
    const without = (
      change: (wording: {
        areas: Record<string, unknown>;
        services: Record<string, { levels: Record<string, unknown> }>;
      }) => void,
    ) => {
      const copy = structuredClone(en) as never;
      change(copy);
      return () => composeSheet(copy);
    };
    assert.throws(
      without(({ areas }) => delete areas['4']),
      /area 4/,
    );
    assert.throws(
      without(({ services }) => delete services['3.2']),
      /service 3\.2/,
    );
    assert.throws(
      without(({ services }) => delete services['3.2']?.levels['5']),
      /level 5 of 3\.2/,
    );
  });
});

function wordingOf(wording: Wording, id: string) {
  const words = wording.services[id];
  assert.ok(words, id);
  return words;
}
