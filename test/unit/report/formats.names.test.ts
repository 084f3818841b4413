import assert from 'node:assert/strict';
import { catalogues } from '../../../src/messages/catalogues';
import { languages } from '../../../src/messages/messages';
import { formats } from '../../../src/report/formats';

describe('The formats of Export Report', () => {
  for (const language of languages) {
    it(`have a name of their own and say what they are for, in ${language}`, () => {
      const keys = formats.flatMap(({ id, pictures = [] }) =>
        pictures.length ? pictures.map((picture) => `${id}-${picture}`) : [id],
      );
      const texts: Readonly<Record<string, string>> = catalogues[language];
      const names = keys.map((key) => texts[`export.format.${key}`]);
      assert.equal(new Set(names).size, keys.length);
      for (const key of keys) assert.ok(texts[`export.format.${key}`] && texts[`export.format.${key}.what`], key);
    });
  }

  it('have slides and documents among them, on templates that tell by their names which they are for', () => {
    const templated = formats.filter(({ templates }) => templates);
    assert.deepEqual(
      templated.map(({ id }) => id),
      ['pptx', 'docx'],
    );
    const endings = templated.flatMap(({ templates = [] }) => templates);
    assert.equal(new Set(endings).size, endings.length);
  });
});
