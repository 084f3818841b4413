import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findOverlay } from '../../../src/overlay/find-overlay';
import { parseOverlay } from '../../../src/overlay/read-overlay';
import { overlayPlaces } from '../../../src/overlay/overlay-places';
import { translator } from '../../../src/messages/catalogues';
import { checkOverlay } from '../../../src/rules/check-overlay';
import { within } from '../../support/within';
import { yaml } from '../../support/yaml';

/** The problems of a text: rule, what is underlined, message. */
function problems(text: string): string[] {
  return checkOverlay(parseOverlay(text), translator('en')).map(
    ({ rule, span, message }) => `${rule} ⟦${text.slice(span.start, span.end)}⟧ ${message}`,
  );
}

describe('a wording file', () => {
  it('is read into an overlay, texts of several lines with their lines', () => {
    const { overlay, issues } = parseOverlay(
      `\ufefflanguage: ja\r\nareas:\r\n  "1": { title: 仲間 }\r\nservices:\r\n  1.1:\r\n    title: 社内\r\n    notes: [用語：説明]\r\n    levels:\r\n      3:\r\n        description: |\r\n          役割がある。[1.1.1]\r\n\r\n          - 手順がある。[1.1.3.1]\r\n        guidance: 規程\r\n        examples: [規程集, ""]\r\n`,
    );
    assert.deepEqual(issues, []);
    assert.deepEqual(overlay, {
      language: 'ja',
      areas: { '1': { title: '仲間' } },
      services: {
        '1.1': {
          title: '社内',
          notes: ['用語：説明'],
          levels: {
            '3': {
              description: yaml`
                役割がある。[1.1.1]

                - 手順がある。[1.1.3.1]`,
              guidance: '規程',
              examples: ['規程集'],
            },
          },
        },
      },
    });
  });

  it('may be half-typed: keys without a value are left out, and no mistake', () => {
    const { overlay, issues } = parseOverlay(
      yaml`
        language: en
        areas:
        services:
          "1.1":
            title:
            levels:
              "3":
          "1.2":
      `,
    );
    assert.deepEqual([overlay?.areas, overlay?.services['1.1'], issues], [{}, { levels: { '3': {} } }, []]);
  });

  it('is read at once, whatever blanks stand in a title or a note', () => {
    const blanks = ' '.repeat(100_000);
    const text = yaml`
      language: en
      services: { "1.1": { title: "a${blanks}b", notes: ["c${blanks}d"] } }
    `;
    const service = within(2000, () => parseOverlay(text)).overlay?.services['1.1'];
    assert.deepEqual([service?.title, service?.notes], [`a${blanks}b`, [`c${blanks}d`]]);
  });

  it('is told what is wrong with its ids, levels and keys, at the place where it is', () => {
    assert.deepEqual(problems('language: fr\n'), [
      'invalid-value ⟦fr⟧ The language of the wording is en or ja, not “fr”.',
    ]);
    assert.deepEqual(problems('services: {}\n'), ['invalid-value ⟦s⟧ “language:” is missing here.']);
    assert.deepEqual(problems('language: en\nservices: { "1.11": { title: a }, "x": {} }\n'), [
      'unknown-service ⟦"1.11"⟧ The maturity sheet has no service “1.11”. Did you mean “1.1”?',
      'unknown-service ⟦"x"⟧ The maturity sheet has no service “x”.',
    ]);
    assert.deepEqual(
      problems(yaml`
        language: en
        services: { "4.4": { levels: { "2": { summary: a }, "04": {} } } }
      `),
      [
        'level-not-described ⟦"2"⟧ The sheet does not describe level 2 of 4.4: this wording is not used.',
        'level-not-described ⟦"04"⟧ The sheet does not describe level 04 of 4.4: this wording is not used.',
      ],
    );
    assert.deepEqual(
      problems(yaml`
        language: en
        services: { "1.1": { tilte: a, title: [b] } }
      `),
      [
        'invalid-value ⟦tilte⟧ “tilte” is not a valid key here. Did you mean “title”?',
        'invalid-value ⟦[⟧ Text is expected here, not “[…]”. If it is meant as text, put quotes around it.',
      ],
    );
    assert.deepEqual(problems('language: en\nareas: { "7": { title: a } }\n'), [
      'invalid-value ⟦"7"⟧ “7” is not a valid key here. Valid keys: 1, 2, 3, 4, 5, 6.',
    ]);
    assert.deepEqual(
      problems('language: en\ntitle: [\n').map((problem) => problem.split(' ')[0]),
      ['yaml-syntax'],
    );
  });

  it('is told when a description loses or changes what the sheet cites at its level', () => {
    const text = (description: string) =>
      yaml`
        language: en
        services: { "1.1": { levels: { "3": { description: "${description}" } } } }
      `;
    assert.deepEqual(problems(text('Roles [1.1.1] and reviews [1.1.3.1].')), []);
    assert.deepEqual(problems(text('Roles and reviews [1.1.3.1].')), [
      'changed-reference ⟦description⟧ Level 3 of 1.1 no longer cites [1.1.1], as the sheet does there.',
    ]);
    assert.deepEqual(problems(text('Roles [1.1.1], reviews [1.1.3.1], more [1.1.9].')), [
      'changed-reference ⟦[1.1.9]⟧ The sheet does not cite [1.1.9] at level 3 of 1.1.',
    ]);
    assert.equal(problems(text('Roles [1.1.2].')).length, 2);
    // `[3.1](…)` is a reference with words behind it, not a link.
    assert.deepEqual(
      problems(
        yaml`
          language: en
          services: { "3.1": { levels: { "1": { description: "[3.1](sales) judges [3.1.2-3.1.2.1]" } } } }
        `,
      ),
      [],
    );
  });

  it('is told when a summary does not fit a cell, by the language it is in', () => {
    const summary = (language: string, length: number) =>
      problems(yaml`
        language: ${language}
        services: { "1.1": { levels: { "3": { summary: ${'x'.repeat(length)} } } } }
      `).length;
    assert.deepEqual([summary('en', 60), summary('en', 61), summary('ja', 30), summary('ja', 31)], [0, 1, 0, 1]);
  });

  it('gives no overlay when it can not be read in full or does not say its language, and what is right when a value is wrong', () => {
    assert.equal(parseOverlay('language: en\nareas: [').overlay, undefined);
    assert.equal(parseOverlay('areas: {}').overlay, undefined);
    assert.deepEqual(
      parseOverlay(yaml`
        language: en
        services: { "1.1": { title: Ours, objective: 3 } }`).overlay?.services['1.1'],
      { title: 'Ours', levels: {} },
    );
  });

  it('brings no character that hides, reorders or controls what is shown', () => {
    const { overlay } = parseOverlay(
      yaml`
        language: en
        services: { "1.1": { title: "a\\e[31mb\\u202Ec\\td\\0", levels: { "3": { guidance: "x\\r\\ny\\u200b" } } } }`,
    );
    assert.equal(overlay?.services['1.1']?.title, 'a\ufffd[31mb\ufffdc d\ufffd');
    assert.equal(overlay?.services['1.1']?.levels['3']?.guidance, 'x\ny\ufffd');
  });

  it('is read without an exception, whatever it is', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'language:en services"1.1"{}[]-|>&*!\n\t 0123#áあ\0') }),
        (text) => void parseOverlay(text),
      ),
      { numRuns: 300 },
    );
  });
});

describe('where wording is found', () => {
  const home = { file: '/repo/products/router.psirt.yaml', root: '/repo' };

  it('is what the assessment names, then the setting, then the conventional names beside it and at the root', () => {
    assert.deepEqual(
      overlayPlaces(home, 'ja', '../ours.psirt-wording.yaml', 'docs/sheet.psirt-wording.yaml').map(
        ({ path, asked }) => `${path}${asked ? ' asked' : ''}`,
      ),
      [
        '/repo/ours.psirt-wording.yaml asked',
        '/repo/docs/sheet.psirt-wording.yaml asked',
        '/repo/products/sheet.ja.psirt-wording.yaml',
        '/repo/products/sheet.psirt-wording.yaml',
        '/repo/sheet.ja.psirt-wording.yaml',
        '/repo/sheet.psirt-wording.yaml',
      ],
    );
    assert.equal(overlayPlaces({ file: '/repo/a.psirt.yaml', root: '/repo' }, 'en', undefined, '').length, 2);
  });

  it('is never outside the workspace', () => {
    assert.deepEqual(
      overlayPlaces(home, 'en', '../../x', '../x')
        .slice(0, 2)
        .map(({ path }) => path),
      [undefined, undefined],
    );
    assert.equal(overlayPlaces(home, 'en', '/docs/x', '')[0]?.path, '/repo/docs/x');
  });

  const find = async (files: Record<string, string | Error>, named?: string, setting = '') => {
    const looked: string[] = [];
    const { used, trouble } = await findOverlay(overlayPlaces(home, 'en', named, setting), 'en', async (path) => {
      looked.push(path);
      const content = files[path];
      if (content instanceof Error) throw content;
      return content === undefined ? undefined : parseOverlay(content);
    });
    return { path: used?.path, trouble: trouble?.key, looked };
  };

  it('is the first of these places that has it in the language spoken', async () => {
    const [ours, japanese] = ['language: en\n', 'language: ja\n'];
    assert.deepEqual(await find({ '/repo/sheet.psirt-wording.yaml': ours }), {
      path: '/repo/sheet.psirt-wording.yaml',
      trouble: undefined,
      looked: [
        '/repo/products/sheet.en.psirt-wording.yaml',
        '/repo/products/sheet.psirt-wording.yaml',
        '/repo/sheet.en.psirt-wording.yaml',
        '/repo/sheet.psirt-wording.yaml',
      ],
    });
    const both = { '/repo/products/a.yaml': japanese, '/repo/sheet.psirt-wording.yaml': ours };
    assert.equal((await find(both, 'a.yaml')).path, '/repo/sheet.psirt-wording.yaml');
    assert.deepEqual(
      await find({ '/repo/products/a.yaml': japanese }, 'a.yaml').then(({ path, trouble }) => [path, trouble]),
      [undefined, undefined],
    );
  });

  it('is a problem when what was asked for is missing, unreadable, outside or wrong; the search goes on', async () => {
    const fallback = { '/repo/sheet.psirt-wording.yaml': 'language: en\n' };
    const outcome = async (files: Record<string, string | Error>, named: string) => {
      const { path, trouble } = await find({ ...fallback, ...files }, named);
      return [path, trouble];
    };
    assert.deepEqual(await outcome({}, 'a.yaml'), ['/repo/sheet.psirt-wording.yaml', 'wording.not-found']);
    assert.deepEqual(await outcome({}, '../../a.yaml'), ['/repo/sheet.psirt-wording.yaml', 'wording.outside']);
    assert.deepEqual(await outcome({ '/repo/products/a.yaml': new Error('EISDIR') }, 'a.yaml'), [
      '/repo/sheet.psirt-wording.yaml',
      'wording.unreadable',
    ]);
    assert.deepEqual(await outcome({ '/repo/products/a.yaml': 'a: [' }, 'a.yaml'), [
      '/repo/sheet.psirt-wording.yaml',
      'wording.has-errors',
    ]);
    assert.deepEqual(await outcome({ '/repo/products/a.yaml': 'language: en\ntilte: a\n' }, 'a.yaml'), [
      '/repo/products/a.yaml',
      'wording.has-errors',
    ]);
  });
});
