import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { colours, dark, light } from '../../../../src/report/document/view-style';
import { root } from '../../../support/root';

type Colour = readonly number[];

/** The variables of a palette by name, as red, green and blue from 0 to 1. */
function palette(declarations: string): (name: string) => Colour {
  const found = new Map(
    [...declarations.matchAll(/--([\w-]+): #(\w+)/g)].map(([, name = '', digits = '']) => [name, channels(digits)]),
  );
  return (name) => found.get(name) ?? assert.fail(`There is no colour ${name}`);
}

function channels(digits: string): Colour {
  const six = digits.length === 3 ? [...digits].map((digit) => digit + digit).join('') : digits;
  return [0, 2, 4].map((at) => Number.parseInt(six.slice(at, at + 2), 16) / 255);
}

/** As WCAG 2.2 defines it. */
function contrast(one: Colour, other: Colour): number {
  const luminance = (colour: Colour): number => {
    const [red = 0, green = 0, blue = 0] = colour.map((part) =>
      part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
    );
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

describe('the colours of reports and pictures', () => {
  it('have the levels of the panel, whose other colours are those of the theme', () => {
    const panel = readFileSync(join(root, 'media', 'panel.css'), 'utf8');
    const levelsIn = (rule: string) => {
      const block = panel.slice(panel.indexOf(`\n${rule} {`)).split('}', 1)[0] ?? '';
      return [...block.matchAll(/--(?:level-\d|on-level): (#\w+);/g)].map(([, colour]) => colour);
    };
    for (const [rule, { parts, levels }] of [
      [':root', dark],
      ['body.vscode-light', light],
    ] as const)
      assert.deepEqual(levelsIn(rule), [parts['on-level'], ...levels], rule);
  });

  for (const [name, declarations] of Object.entries(colours)) {
    const colour = palette(declarations);
    const tint = Number(/--tint: (\d+)%/.exec(declarations)?.[1]) / 100;
    const levels = [0, 1, 2, 3, 4, 5].map((level) => `level-${level}`);

    it(`keep every text apart from what it stands on: ${name}`, () => {
      for (const text of ['fg', 'dim', 'link'])
        for (const ground of ['plate', 'soft'])
          assert.ok(contrast(colour(text), colour(ground)) >= 4.5, `${text} on ${ground}`);
      for (const level of levels) {
        assert.ok(contrast(colour('on-level'), colour(level)) >= 4.5, `on ${level}`);
        const tinted = colour('plate').map((part, index) => part * (1 - tint) + (colour(level)[index] ?? 0) * tint);
        assert.ok(contrast(colour('fg'), tinted) >= 4.5, `on the tint of ${level}`);
      }
    });

    it(`keep every mark apart from the page: ${name}`, () => {
      for (const mark of [...levels, 'accent', 'hatch', 'fg'])
        assert.ok(contrast(colour(mark), colour('plate')) >= 3, mark);
    });
  }
});
