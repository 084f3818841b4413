import assert from 'node:assert/strict';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { parseAssessment } from '../../../src/assessment/parse';
import { translator } from '../../../src/messages/catalogues';
import { completionsAt } from '../../../src/language/completion';
import { hoverAt } from '../../../src/language/hover';
import { inlayHintsOf } from '../../../src/language/inlay-hints';
import { scoreAssessment } from '../../../src/scoring/score';
import { frameworkUrl, nextFrameworkUrl } from '../../../src/sheet/references';
import { applyOverlay, type LevelOverlay, type Overlay } from '../../../src/overlay/overlay';
import { sheets, today } from '../../support/problems';
import { yaml } from '../../support/yaml';

const text = yaml`
  sheet: psirt-maturity@1.0
  areas: { "1": { target: 3 } }
  services:
    "1.1": 3
`;

/** All Markdown that shows an organisation's wording of 1.1 and its area. */
function markdownOf(overlay: Omit<Overlay, 'language'>): string[] {
  const sheet = applyOverlay(sheets.en, { language: 'en', ...overlay });
  const assessment = parseAssessment(text);
  const t = translator('en');
  const context = { sheet, assessment, scored: scoreAssessment(sheet, assessment), t };
  const hovers = ['"1":', '"1.1"', ' 3\n'].map((word) => hoverAt(context, text.indexOf(word) + 1)?.markdown ?? '?');
  const hints = inlayHintsOf(context, { titles: true, levels: true }).map(({ tooltip }) => tooltip);
  const completions = completionsAt({ sheet, t, today, text }, text.length - 1).flatMap(
    ({ documentation }) => documentation ?? [],
  );
  const areas = completionsAt({ sheet, t, today, text: 'areas:\n  ' }, 9).flatMap(
    ({ documentation }) => documentation ?? [],
  );
  return [...hovers, ...hints, ...completions, ...areas];
}

const level = (own: LevelOverlay): Omit<Overlay, 'language'> => ({
  areas: {},
  services: { '1.1': { levels: { '3': own } } },
});

describe('an organisation’s wording in hovers, hints and completions', () => {
  it('is there, with guidance and examples below the description', () => {
    const [, service = '', score = ''] = markdownOf(
      level({
        summary: 'Roles exist',
        description: 'Ours. [1.1.1]',
        guidance: yaml`
          Show:

          - the charter`,
        examples: ['Charter 2026', 'Minutes'],
      }),
    );
    for (const markdown of [service, score]) {
      const html = new MarkdownIt().render(markdown);
      assert.match(
        html,
        /Roles exist[\s\S]*Ours\. <a href="[^"]*"[^>]*>\[1\.1\.1\]<\/a>[\s\S]*Guidance[\s\S]*Show:[\s\S]*<li>the charter<\/li>[\s\S]*Examples[\s\S]*<li>Charter 2026<\/li>\s*<li>Minutes<\/li>/,
      );
    }
  });

  it('shows as it is written: no link, picture, HTML or emphasis but ours comes of it', () => {
    const hostile = fc.string({
      unit: fc.constantFrom(
        '[a](command:x)',
        '![',
        '](http://x)',
        '<b>',
        '**',
        '_',
        '`',
        '~~',
        'http://e.example',
        'www.e.example',
        'a@e.example',
        '&lt;',
        '# ',
        '1. ',
        '> ',
        '|',
        '\\',
        ' ',
        '\n',
        'x',
      ),
      minLength: 1,
      maxLength: 12,
    });
    const renderer = new MarkdownIt({ html: true, linkify: true });
    fc.assert(
      fc.property(hostile, (words) => {
        const line = words.replace(/\n/g, ' ').trim() || 'x';
        const own = { summary: line, description: words, guidance: words, examples: [line] };
        const overlay = {
          areas: { '1': { title: line, summary: line } },
          services: { '1.1': { title: line, objective: line, notes: [line], levels: { '3': own } } },
        };
        for (const markdown of markdownOf(overlay)) {
          const html = renderer.render(markdown);
          for (const [, target] of html.matchAll(/<a href="([^"]*)"/g))
            assert.ok(target === frameworkUrl || target === nextFrameworkUrl, `${JSON.stringify(words)}: ${target}`);
          assert.doesNotMatch(html, /<(b|img|code|del|s|blockquote|pre|table|h[12456])\b/, JSON.stringify(words));
        }
      }),
      { numRuns: 150 },
    );
  });
});
