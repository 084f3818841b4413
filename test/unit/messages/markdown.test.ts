import assert from 'node:assert/strict';
import fc from 'fast-check';
import { paragraphs, plainText } from '../../../src/messages/markdown';
import { foundByHosts, htmlOf, textNodes } from '../../support/code-hosts';
import { yaml } from '../../support/yaml';

/** The invisible character between a sign and what follows, made visible. */
const shown = (text: string) => plainText(text).replaceAll('\u200b', '·');

describe('text from a file in Markdown that may be posted', () => {
  it('mentions nobody and refers to nothing: a character that is not seen parts the sign from the name', () => {
    const written: Record<string, string> = {
      'Ask @someone or @org/team': 'Ask \\@·someone or \\@·org/team',
      '\\@someone \\#12': '\\\\\\@·someone \\\\\\#·12',
      '#12, org/repo#1, GH-12, GL-3': '\\#·12, org/repo\\#·1, GH-·12, GL-·3',
      '!12 $12 &12': '!·12 \\$·12 \\&·12',
      '~label ~"two words" %v1.2 %"next one"': '\\~·label \\~·"two words" %·v1.2 %·"next one"',
      '^alert#12 *iteration:"x" [epic:12] [[page]]': '^alert\\#·12 \\*·iteration:"x" \\[·epic:12\\] \\[·\\[·page\\]\\]',
      'mona@0123456789abcdef': 'mona\\@·0123456789abcdef',
      'https://host.example/a www.host.example ftp://x //host.example':
        'https:·//host.example/a www·.host.example ftp:·//x /·/host.example',
      'a@host.example mailto:a@host.example': 'a\\@·host.example mailto\\:a\\@·host.example',
      ':smile: :+1:': ':·smile: :·+1:',
      '{{ liquid }} {% raw %} {+ new +} [- old -] [TOC]':
        '{·{ liquid }} {·% raw %} {·+ new +} \\[·- old -\\] \\[·TOC\\]',
    };
    for (const [text, markdown] of Object.entries(written)) {
      assert.equal(shown(text), markdown);
      assert.deepEqual(foundByHosts(plainText(text)), [], text);
    }
  });

  it('commands no code host: quick actions and inclusions begin a line', () => {
    assert.equal(shown('/close'), '\\/close');
    assert.equal(shown('::include{file=x.md}'), '\\:\\:include{file=x.md}');
  });

  it('is no markup', () => {
    const written: Record<string, string> = {
      '| a | b |': '\\| a \\| b \\|',
      '<b> &lt; `code` *em* _em_ ~~del~~': '\\<b\\> \\&lt; \\`code\\` \\*em\\* \\_em\\_ \\~\\~del\\~\\~',
      '[x](https://host.example) ![ref] [ref]: http://x':
        '\\[x\\](https:·//host.example) !\\[ref\\] \\[ref\\]: http:·//x',
      '# heading': '\\# heading',
      '1. item': '1\\. item',
      '- item': '\\- item',
      '===': '\\===',
      '[ ] task': '\\[ \\] task',
      '[!NOTE] x [^1]': '\\[!NOTE\\] x \\[^1\\]',
      '$x^2$': '\\$x^2\\$',
    };
    for (const [text, markdown] of Object.entries(written)) {
      assert.equal(shown(text).replace(/\\\[·(?=x|ref)/g, '\\['), markdown);
      assert.equal(
        htmlOf(plainText(text))
          .replace(/\u200b/g, '')
          .replace(/<\/?p>|\n/g, ''),
        text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;'),
      );
    }
  });

  it('reads as it is written where nothing is meant', () => {
    const texts = [
      '2.1 Report intake',
      'R & D',
      '12:30:45',
      'a.yaml:12:3',
      '50 %',
      'C++',
      'a (b)',
      'x = y',
      'CVE-2026-1234',
      '0123abc',
      'docs/a-b.md',
      '脆弱性（PSIRT）・対応',
      '“quoted”',
      'don’t',
    ];
    for (const text of texts) assert.equal(plainText(text).replace('\\&', '&'), text);
  });

  it('has no hidden character but ours', () => {
    assert.equal(shown('a\u200bb\u{e0041}\u202e'), 'a\ufffdb\ufffd\ufffd');
  });

  it('is found by no code host and makes no element, whatever it is', () => {
    const parts = fc.constantFrom(
      ...[
        '@',
        '#',
        '!',
        '$',
        '&',
        '~',
        '%',
        '^alert',
        '*iteration:',
        '[',
        ']',
        '(',
        ')',
        '{',
        '}',
        '<',
        '>',
        '`',
        '|',
        '\\',
        '*',
        '_',
        ':',
        '/',
        '"',
        '+',
        '-',
        '=',
        '.',
      ],
      ...[
        'name',
        'org/team',
        '12',
        'GH-',
        'https:',
        '//',
        'www.',
        'a@b.example',
        'smile',
        'epic:',
        'TOC',
        '0123456789abcdef',
        ' ',
        '\n',
        '\t',
        '\u200b',
        '&amp;',
        '1.',
        '日本',
      ],
    );
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 10 }), (pieces) => {
        const text = pieces.join('');
        const html = htmlOf(
          yaml`
            Before TEXT after

            TEXT

            - TEXT

            | a |
            | --- |
            | TEXT |`.replaceAll('TEXT', () => plainText(text)),
        );
        assert.deepEqual(
          [...html.matchAll(/<([a-z]\w*)/g)]
            .map(([, name]) => name)
            .filter((name) => !/^(p|ul|li|table|thead|tbody|tr|th|td)$/.test(name ?? '')),
          [],
          text,
        );
        assert.deepEqual(foundByHosts(plainText(text)), [], text);
        const visible = (value: string) =>
          value
            .replace(/[\u200b\ufffd]/g, '')
            .replace(/\s+/g, ' ')
            .trim();
        assert.equal(visible(textNodes(htmlOf(plainText(text))).join('')), visible(text), 'shows as it is written');
      }),
      { numRuns: 1_500 },
    );
  });
});

describe('text of several lines in Markdown', () => {
  it('has paragraphs and items, and nothing else of its own', () => {
    assert.equal(
      paragraphs('One\r\ntwo\n\n- a\n  - b\n-\n- - c\n    code\n---\n===\n/close', plainText),
      yaml`
        One
        two

        - a
        - b
        \\-
        - \\- c
        code
        \\---
        \\===
        \\/close`,
    );
  });
});
