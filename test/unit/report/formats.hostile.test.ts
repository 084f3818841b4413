/** Whatever an assessment says stays text, in every field and every document. */
import assert from 'node:assert/strict';
import MarkdownIt from 'markdown-it';
import { parseAssessment } from '../../../src/assessment/parse';
import { fenceViews } from '../../../src/language/fence';
import { translator } from '../../../src/messages/catalogues';
import { fencedView } from '../../../src/report/document/fenced-view';
import { scoreAssessment } from '../../../src/scoring/score';
import { frameworkUrl, nextFrameworkUrl } from '../../../src/sheet/references';
import { Session } from '../../support/session';
import { sheets } from '../../support/views';
import { documents, reportOf, tagsOf, textOf } from '../../support/reports';

const attacks = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  "' onmouseover='alert(1)",
  '</title><script>alert(1)</script>',
  '</style><script>alert(1)</script>',
  '</text><foreignObject><iframe src=javascript:alert(1)></iframe></foreignObject>',
  ']]><script>alert(1)</script>',
  '[click](javascript:alert(1))',
  '![x](https://evil.example/x.png)',
  '<https://evil.example>',
  'https://evil.example www.evil.example a@evil.example',
  '@someone #1 :smile: $x^2$ `code` **bold** _em_ ~~del~~',
  'a | b | c',
  '# heading',
  '--- \n===',
  '- item',
  '1. item',
  '> quote',
  '```psirt\nx\n```',
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'command:workbench.action.reload',
  '\u001b[31mred\u001b]0;title\u0007\u202e\u2028',
  '&lt;script&gt; &amp;',
];

function hostile(attack: string): string {
  const text = JSON.stringify(attack);
  return `sheet: psirt-maturity@1.0
subject: ${text}
assessed: 2026-11-20
assessors: [${text}]
services:
  "1.1":
    score: 1
    evidence: [${text}, { link: ${text}, note: ${text} }]
    note: ${text}
    plan: [{ action: ${text}, owner: ${text}, done: false }]
  "1.2": { excluded: ${text} }
  ${text}: 3
`;
}

const elements = new Set(
  (
    'html head meta title style body main footer header article section table thead tbody tr th td h1 h2 h3 h4 p ul ol li a span small code strong em s br hr pre blockquote div details summary ' +
    'svg g path rect circle text tspan desc pattern clippath'
  ).split(' '),
);

function assertHarmless(html: string, attack: string): void {
  for (const { name, attributes } of tagsOf(html)) {
    assert.ok(elements.has(name), `${attack} became <${name}>`);
    for (const [key, value] of attributes) {
      // How the renderer of Markdown aligns columns.
      if (key === 'style' && value === 'text-align:right') continue;
      assert.doesNotMatch(key, /^on|^srcdoc$|^style$/, `${attack} became ${key}`);
      if (/^(href|src|xlink:href|action)$/.test(key))
        assert.match(value, /^(#|https?:\/\/|mailto:)/, `${attack} became ${key}="${value}"`);
    }
  }
}

describe('text from files in documents', () => {
  let session: Session;
  before(() => (session = new Session()));
  after(() => session.remove());

  for (const attack of attacks) {
    it(`is only text: ${JSON.stringify(attack)}`, async () => {
      session.write({ 'a.psirt.yaml': hostile(attack) });
      for (const args of documents) {
        const report = await reportOf(session, 'a.psirt.yaml', args);
        assert.doesNotMatch(
          report.replaceAll('\r\n', '\n'),
          /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202e\u2028]/,
          args.join(' '),
        );
        if (args.includes('html') || args.includes('svg')) assertHarmless(report, attack);
      }
    });

    it(`is only text once Markdown is rendered: ${JSON.stringify(attack)}`, async () => {
      session.write({ 'a.psirt.yaml': hostile(attack), 'b.psirt.yaml': hostile('x') });
      const render = async (file: string) =>
        new MarkdownIt({ html: true, linkify: true }).render(await reportOf(session, file, ['--format', 'markdown']));
      const [html, harmless] = [await render('a.psirt.yaml'), await render('b.psirt.yaml')];
      assertHarmless(html, attack);
      // Different texts have different problems, which come last; and a note of two lines has a line break more.
      const shape = (text: string) => tagsOf(text.slice(0, text.indexOf('<h2>Problems'))).map(({ name }) => name);
      assert.deepEqual(
        shape(html).filter((name) => name !== 'br'),
        shape(harmless),
      );
      assert.deepEqual(
        tagsOf(html)
          .flatMap(({ attributes }) => attributes.get('href') ?? [])
          .filter((href) => href !== frameworkUrl && href !== nextFrameworkUrl),
        [],
      );
    });
  }

  for (const view of fenceViews) {
    it(`is only text in the preview of Markdown: ${view}`, async () => {
      for (const attack of attacks) {
        const assessment = parseAssessment(hostile(attack).replace(/^ {2}".*: 3\n$/m, ''));
        const html = await fencedView(
          view,
          { path: attack, assessment, scored: scoreAssessment(sheets.en, assessment) },
          sheets.en,
          translator('en'),
        );
        assertHarmless(html, attack);
      }
    });
  }

  it('is there to be read, however it is written', async () => {
    session.write({ 'a.psirt.yaml': hostile('<b>a</b> & "b" | *c*') });
    assert.ok(textOf(await reportOf(session, 'a.psirt.yaml', ['--format', 'html'])).includes('<b>a</b> & "b" | *c*'));
    const markdown = new MarkdownIt().render(await reportOf(session, 'a.psirt.yaml', ['--format', 'markdown']));
    assert.ok(textOf(markdown).includes('<b>a</b> & "b" | *c*'));
  });
});
