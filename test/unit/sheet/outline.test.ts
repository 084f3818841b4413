import assert from 'node:assert/strict';
import { applyOverlay } from '../../../src/overlay/overlay';
import { languages } from '../../../src/messages/messages';
import { outlinedSheet, outlineOf } from '../../../src/sheet/outline';
import { noGlossary, type Sheet } from '../../../src/sheet/sheet';
import en from '../../../src/sheet/wording.en.json';
import ja from '../../../src/sheet/wording.ja.json';
import { sheets } from '../../support/problems';

const wordings = { en, ja };

describe('The sheet of an outline', () => {
  for (const language of languages) {
    const whole: Sheet = { ...sheets[language], glossary: noGlossary };
    const outline = outlineOf(wordings[language]);

    it(`is the whole sheet to whoever asks for all of it (${language})`, () => {
      assert.deepEqual(
        outlinedSheet(outline, () => whole),
        whole,
      );
      assert.equal(JSON.stringify(outlinedSheet(outline, () => whole)), JSON.stringify(whole));
    });

    it(`reads the whole sheet neither for titles nor for the summaries of levels (${language})`, () => {
      const { areas } = outlinedSheet(outline, () => assert.fail('the whole sheet'));
      const namesOf = (sheet: Pick<Sheet, 'areas'>) =>
        sheet.areas.map(({ id, title, services }) => [
          id,
          title,
          services.map((service) => [
            service.id,
            service.title,
            service.outOfScope,
            service.levels.map((level) => level && [level.summary, level.references]),
          ]),
        ]);
      assert.deepEqual(namesOf({ areas }), namesOf(whole));
    });

    it(`takes the words of an organisation as the whole sheet does (${language})`, () => {
      const service = { title: 'T', objective: 'O', levels: { 3: { summary: 'S', criteria: { '3a': 'C' } } } };
      const overlay = { language, areas: { 1: { summary: 'A' } }, services: { '1.1': service, '2.1': { levels: {} } } };
      const outlined = outlinedSheet(outline, () => whole);
      assert.deepEqual(applyOverlay(outlined, overlay), applyOverlay(whole, overlay));
    });
  }
});
