/** What completion offers, place by place. */
import assert from 'node:assert/strict';
import type { Language } from '../../src/messages/messages';
import { completionsOn, cursor, matches, offered } from './at-cursor';
import { inScope, sheets } from './problems';

/** Services as they are listed, by their ids. */
export function titled(ids: readonly string[], language: Language = 'en'): string[] {
  const services = sheets[language].areas.flatMap((area) => area.services);
  return ids.map((id) => `${id} ${services.find((service) => service.id === id)?.title}`);
}

export const allServices = titled(inScope);
export const areas = sheets.en.areas.map(({ id, title }) => `${id} ${title}`);

/** Texts with the cursor at `|`, and the labels that are offered there, by what the texts have in common. */
export type Places = Readonly<Record<string, readonly (readonly [source: string, labels: readonly string[]])[]>>;

/** The tests of these places: what is offered, and that each replaces what the cursor is in. */
export function itOffers(places: Places): void {
  for (const [what, cases] of Object.entries(places)) {
    describe(what, () => {
      for (const [source, labels] of cases) {
        it(`at ${JSON.stringify(source)}`, () => {
          assert.deepEqual(offered(source), labels);
          assertReplacesPartOfLine(source);
        });
      }
    });
  }
}

/** Each completion replaces a part of the line that holds the cursor, and matches what is typed there. */
function assertReplacesPartOfLine(source: string): void {
  const { text, offset } = cursor(source);
  for (const { span, label, filterText } of completionsOn(source)) {
    assert.ok(span.start <= offset && offset <= span.end, label);
    assert.doesNotMatch(text.slice(span.start, span.end), /[\r\n]/, label);
    assert.ok(
      matches(label.split(' ', 1)[0] ?? '', filterText) || filterText.endsWith(label),
      `${filterText} for ${label}`,
    );
  }
}
