/**
 * Whatever a repository says, in whichever field, every format shows it as text: to readers, terminals, build servers
 * and code hosts.
 */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { unprintable } from '../../../src/messages/unprintable';
import { reportFormats } from '../../../src/cli/commands/report-formats';
import { frameworkUrl } from '../../../src/sheet/references';
import { foundByHosts, htmlOf } from '../../support/code-hosts';
import { commandsIn, linesOf } from '../../support/runners';
import { Repository } from '../../support/repository';
import { yaml } from '../../support/yaml';

const known = [
  '| ▲ | 9.9 | 1 → 5 |',
  '@team a@evil.example \\@someone #12 GH-12 org/repo#1 !12 ~label %1 $1 &1 0123456789abcdef',
  '[ref]: https://evil.example/x.png ![ref] ![x](https://evil.example/y.png) <https://evil.example> www.evil.example',
  '::error title=a:b::x',
  '::stop-commands::mine',
  '##[error]x ##vso[task.setvariable variable=PATH]/evil',
  "##teamcity[buildStatus text='x']",
  '\u001b[0Ksection_start:1:x\r\u001b[0K\n::error::x\r##[add-path]/evil\u0085::warning::y',
  'a\u202eb\u2066c\u200bd\u{e0041}\u{e0042}e\ufe0f\u3164f',
  '\ufffe\uffff\u{1fffe}\ufdd0\u0000\u0001\u0008\u000b\u007f\u009b\ud800x\udfff',
  ']]> --> <!-- </title></style></svg><script>alert(1)</script>&lt;&#0;&nbsp;"\'`',
  yaml`
    /close
    /assign @someone

    # heading

    ---
    ===
    - item
    1. item
        code
    \`\`\`
    x`,
  '=HYPERLINK("https://evil.example") {{ x }} {% include x %} [TOC] {+ new +} :smile:',
];

const parts = fc.oneof(
  fc.constantFrom(...known.flatMap((text) => text.split(/(?<=[\s:#[\]])/))),
  fc.string({ unit: 'binary', maxLength: 3 }),
);
const random = fc.sample(
  fc.array(parts, { minLength: 1, maxLength: 8 }).map((pieces) => pieces.join('')),
  { numRuns: 20, seed: 20_261_127 },
);
const texts = [...known, ...random.filter((text) => text.trim())];

/** As a name of a file: no separator, nothing the system refuses. */
const asName = (text: string, index: number) => `${index}${text.replace(/[/\0]|\p{Cs}/gu, '').slice(0, 60)}.psirt.yaml`;

/** An assessment that says the text wherever something can be said; with `score` for the rest. */
function assessment(text: string, score: number, wording: string): string {
  const value = JSON.stringify(text);
  return `sheet: psirt-maturity@1.0
subject: ${value}
assessed: 2026-11-20
assessors: [${value}]
wording: ${wording}
services:
  "1.1":
    score: ${score}
    evidence: [${value}, { link: ${value}, note: ${value}, expires: 2020-01-01 }]
    note: ${value}
    plan: [{ action: ${value}, owner: ${value}, due: 2026-01-01 }]
  "1.2": { excluded: ${value} }
  "1.3": { score: ${value} }
  "1.4": { score: ${score - 1}, target: 5 }
  ${value}: 3
rules: { ${value}: error }
`;
}

function wordingOf(text: string): string {
  const value = JSON.stringify(text);
  const levels = `{ "3": ${level(value)}, "4": ${level(value)} }`;
  const own = `{ title: ${value}, objective: ${value}, notes: [${value}], levels: ${levels} }`;
  return `language: en
areas: { "1": { title: ${value}, summary: ${value} } }
services: { "1.1": ${own}, "1.2": ${own}, "1.4": ${own}, ${value}: ${own} }
`;
}

function level(value: string): string {
  return `{ summary: ${value}, description: ${value}, guidance: ${value}, examples: [${value}] }`;
}

/** What the Markdown of ours consists of; a cell's figures stand on the right. */
const elements = /^(?:h[1-6]|p|ul|ol|li|hr|br|strong|em|code|blockquote|table|thead|tbody|tr|th|td|details|summary|a)$/;

function assertOnlyOurMarkup(markdown: string): void {
  for (const [, name = '', attributes = ''] of htmlOf(markdown).matchAll(/<([a-z]\w*)((?:[^<>"]|"[^"]*")*)>/gi)) {
    assert.match(name.toLowerCase(), elements);
    if (attributes.trim())
      assert.match(attributes, new RegExp(`^ (?:style="text-align:right"|start="\\d+"|href="${frameworkUrl}")$`));
  }
}

/** A document that is read as XML by a parser that forgives nothing. */
function assertWellFormed(xml: string): void {
  const parser = new SaxesParser();
  parser.on('error', (error) => assert.fail(error.message));
  parser.write(xml).close();
}

/** What every format has to hold, besides what is its own. */
const promises: Readonly<Record<string, (printed: string) => void>> = {
  markdown: (printed) => {
    assertOnlyOurMarkup(printed);
    // The address of FIRST's framework is ours.
    assert.deepEqual(foundByHosts(printed.replaceAll(`<${frameworkUrl}>`, '')), []);
  },
  html: (printed) => assertWellFormed(printed.replace(/^<!DOCTYPE html>/, '')),
  svg: assertWellFormed,
  junit: assertWellFormed,
  json: (printed) => void JSON.parse(printed),
  jsonl: (printed) =>
    printed
      .trimEnd()
      .split('\n')
      .forEach((line) => void JSON.parse(line)),
};
const likeOthers: Readonly<Record<string, string>> = {
  'plan-markdown': 'markdown',
  interview: 'markdown',
  sarif: 'json',
  codequality: 'json',
};

/** The commands of our own annotations name a rule. */
const annotation = /^::(error|warning|notice) (file=[^:]*,)?title=[a-z-]+::/;

function assertHarmless(printed: string, format: string): void {
  const lines = linesOf(printed).filter((line) => format !== 'github' || !annotation.test(line));
  assert.deepEqual(commandsIn(lines.join('\n')), []);
  // Ours, in Markdown, part a sign from what follows.
  const kind = likeOthers[format] ?? format;
  const shown = kind === 'markdown' ? printed.replace(/(?<=[@#!$&~%*:/[{-]|\bwww)\u200b/gi, '') : printed;
  const hidden = shown.replace(/[\n\t]|\r\n|^\ufeff/g, '').match(unprintable());
  assert.equal(hidden, null, JSON.stringify(hidden));
  promises[kind]?.(printed);
}

describe('text from a repository', () => {
  let repository: Repository;
  const names = texts.map(asName);
  const [changed, commands] = [names[0] ?? '', names.slice(0, 4)];

  before(() => {
    repository = new Repository();
    const files = (score: number) =>
      Object.fromEntries(
        texts.flatMap((text, index): [string, string][] => [
          [asName(text, index), assessment(text, score, `w${index}.psirt-wording.yaml`)],
          [`w${index}.psirt-wording.yaml`, wordingOf(text)],
        ]),
      );
    repository.git('config', 'user.name', '@team ::error::x');
    for (const [index, text] of texts.entries())
      repository.commit(text.replace(/\0|\p{Cs}/gu, ''), index ? {} : files(4));
    repository.git('branch', '@team|#12!12');
    repository.commit('::set-output name=a::b @team #1', files(3));
    repository.write({
      'table.csv': ['id,score,note', ...texts.map((text) => `"${text.replaceAll('"', '""')}",9,x`)].join('\n'),
    });
  });
  after(() => repository.remove());

  const checks = ['text', 'json', 'jsonl', 'sarif', 'github', 'markdown', 'unix', 'codequality', 'junit'];
  const reports = reportFormats.filter(({ binary, pictures }) => !binary && !pictures).map(({ id }) => id);
  const runs: { readonly args: () => string[]; readonly format: string }[] = [
    ...checks.map((format) => ({ args: () => ['check', ...names, '--format', format], format })),
    ...checks.map((format) => ({
      args: () => ['check', ...names, '--against', '@team|#12!12', '--format', format],
      format,
    })),
    ...reports.map((format) => ({ args: () => ['report', ...names, '--format', format], format })),
    ...reports.map((format) => ({
      args: () => ['report', changed, '--against', 'HEAD~1', '--history', '--format', format],
      format,
    })),
    ...['text', 'markdown', 'json'].map((format) => ({
      args: () => ['compare', changed, '--against', '@team|#12!12', '--format', format],
      format,
    })),
    ...['text', 'markdown', 'json', 'html'].map((format) => ({
      args: () => ['sheet', '--wording', 'w2.psirt-wording.yaml', '--format', format],
      format,
    })),
    { args: () => ['import', 'table.csv', changed, '--dry-run'], format: 'text' },
    { args: () => ['wording', 'check', 'w0.psirt-wording.yaml'], format: 'text' },
    {
      args: () => ['check', ...commands, ...texts.map((text) => text.replace(/^-/, '').replaceAll('\0', ''))],
      format: 'text',
    },
    { args: () => [texts[3] ?? ''], format: 'text' },
  ];
  for (const { args, format } of runs) {
    const shown = args().map((one) => (names.includes(one) ? '…' : one));
    it(`is only text in ${format}: ${JSON.stringify([...new Set(shown)].slice(0, 6).join(' '))}`, async () => {
      const { stdout, stderr } = await repository.run([...args(), '--lang', 'en']);
      assert.notEqual(stdout + stderr, '');
      assertHarmless(stdout, format);
      assertHarmless(stderr, 'text');
    });
  }

  for (const view of ['radar', 'grid', 'badge']) {
    it(`is only text in the picture of a ${view}, which stays well-formed`, async () => {
      for (const name of names)
        assertHarmless((await repository.run(['report', name, '--format', 'svg', '--view', view])).stdout, 'svg');
    });
  }

  it('is only text in a workbook, whose parts stay well-formed', async () => {
    const { status } = await repository.run(['report', ...names, '--output', 'all.xlsx']);
    assert.equal(status, 0);
    const parts = Object.entries(unzipSync(repository.bytes('all.xlsx')));
    for (const [name, content] of parts) if (/\.(xml|rels)$/.test(name)) assertWellFormed(strFromU8(content));
    assert.ok(parts.some(([name]) => name.startsWith('xl/worksheets/')));
  });

  it('is only text in the sheet, whoever worded it', async () => {
    for (const index of texts.keys()) {
      for (const format of ['text', 'markdown']) {
        const { stdout } = await repository.run([
          'sheet',
          '1.1',
          '--wording',
          `w${index}.psirt-wording.yaml`,
          '--format',
          format,
        ]);
        assertHarmless(stdout, format);
      }
    }
  });
});
