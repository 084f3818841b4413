import assert from 'node:assert/strict';
import type { Assessment, ServiceEntry } from '../../../src/assessment/assessment';
import { LineIndex } from '../../../src/assessment/yaml/lines';
import { isExternal, splitLink } from '../../../src/assessment/evidence/links';
import { parseAssessment } from '../../../src/assessment/parse';
import type { Span } from '../../../src/assessment/yaml/tree';
import { slice } from '../../support/analyse';
import { yaml } from '../../support/yaml';

/** Reads a sample in which `«name:text»` marks the spans that are meant. */
function marked(sample: string): { assessment: Assessment; meant: Map<string, Span> } {
  const meant = new Map<string, Span>();
  let text = '';
  for (const [, plain = '', name, marked = ''] of sample.matchAll(/([^«]*)(?:«([\w.]+):([^»]*)»|$)/g)) {
    text += plain;
    if (name) meant.set(name, { start: text.length, end: text.length + marked.length });
    text += marked;
  }
  return { assessment: parseAssessment(text), meant };
}

/** Asserts that each name's span is the one marked, and that all marks are used. */
function stands(
  sample: string,
  spans: (assessment: Assessment, service: (id: string) => ServiceEntry) => Record<string, Span | undefined>,
): void {
  const { assessment, meant } = marked(sample);
  assert.deepEqual(assessment.issues, []);
  const service = (id: string) => assessment.services.get(id) ?? assert.fail(`no ${id}`);
  const found = spans(assessment, service);
  assert.deepEqual(
    Object.fromEntries(Object.entries(found).map(([name, span]) => [name, [span, slice(assessment.text, span)]])),
    Object.fromEntries([...meant].map(([name, span]) => [name, [span, slice(assessment.text, span)]])),
  );
}

describe('the places of values', () => {
  it('are those of the head of a file', () => {
    stands(
      yaml`
        sheet: «sheet:psirt-maturity@1.0»
        subject:   «subject:"Edge: router"»   # firmware
        assessed: «assessed:2026-11-20»
        target: «target:2.5»
        areas:
          «area1:"1"»: { target: «area1target:3» }
          «area2:2»:
            target: «area2target:4»
        «services:services»:
      `,
      ({ sheet, subject, assessed, target, areas, servicesKey }) => ({
        sheet: sheet?.span,
        subject: subject?.span,
        assessed: assessed?.span,
        target: target?.span,
        area1: areas.get('1')?.key,
        area1target: areas.get('1')?.target?.span,
        area2: areas.get('2')?.key,
        area2target: areas.get('2')?.target?.span,
        services: servicesKey,
      }),
    );
  });

  it('are those of a service in its short form, however it is quoted', () => {
    stands(
      yaml`
        services:
          «a:"1.1"»: «two:2»   # comment
          «b:'1.2'» : «zero:0»
          «c:1.3»:
          «d:"1.4"»:   «hex:0x3»
      `,
      (_, service) => ({
        a: service('1.1').key,
        two: service('1.1').score?.span,
        b: service('1.2').key,
        zero: service('1.2').score?.span,
        c: service('1.3').key,
        d: service('1.4').key,
        hex: service('1.4').score?.span,
      }),
    );
  });

  it('are those of everything in the long form', () => {
    stands(
      `services:
  "1.1":
    score: «score:3»
    target: «target:4» # ours
    evidence:
      - «link1:docs/a.md#b»
      - link: «link2:https://example.com»
        collected: «collected:2026-10-01»
        expires: «expires:'2027-10-01'»
        note: «enote:signed»
    note: «note:|
      Free **Markdown**.»
    plan:
      - { action: «action:Publish», owner: «owner:PSO», due: «due:2027-03-31», done: true }
`,
      (_, service) => {
        const { score, target, evidence, note, plan } = service('1.1');
        return {
          score: score?.span,
          target: target?.span,
          link1: evidence[0]?.link.span,
          link2: evidence[1]?.link.span,
          collected: evidence[1]?.collected?.span,
          expires: evidence[1]?.expires?.span,
          enote: evidence[1]?.note?.span,
          note: note?.span,
          action: plan[0]?.action.span,
          owner: plan[0]?.owner?.span,
          due: plan[0]?.due?.span,
        };
      },
    );
  });

  it('are those of exclusions: the reason, or the key where none is given', () => {
    stands(
      yaml`
        services:
          "1.1":
            excluded: «reason:not ours»
          "1.2":
            «key:excluded»:
          "1.3": { excluded: «yes:true» }
      `,
      (_, service) => ({
        reason: service('1.1').excluded?.span,
        key: service('1.2').excluded?.span,
        yes: service('1.3').excluded?.span,
      }),
    );
  });

  it('span a service from its key to the end of its value', () => {
    stands(
      yaml`
        services:
          «short:"1.1": 2» # c
          «empty:"1.2":»
          «flow:"1.3": { score: 1 }»
          «long:"1.4":
            score: 3»
      `,
      (_, service) => ({
        short: service('1.1').span,
        empty: service('1.2').span,
        flow: service('1.3').span,
        long: service('1.4').span,
      }),
    );
  });

  it('leave anchors and tags out, and put what comes through an alias where the alias is', () => {
    stands(
      yaml`
        services:
          "1.1": &a «anchored:2»
          "1.2": «alias:*a»
          "1.3": !!int «tagged:"4"»
      `,
      (_, service) => ({
        anchored: service('1.1').score?.span,
        alias: service('1.2').score?.span,
        tagged: service('1.3').score?.span,
      }),
    );
  });

  it('count in UTF-16 units, with CRLF and a byte order mark before them', () => {
    stands(`\ufeffsubject: «subject:"端末 😀"»\r\nservices:\r\n  "1.1": «score:2»\r\n`, ({ subject }, service) => ({
      subject: subject?.span,
      score: service('1.1').score?.span,
    }));
  });
});

describe('the four states of a service', () => {
  it('are told apart', () => {
    const { services } = parseAssessment(
      yaml`
        services:
          "1.1": 0
          "1.2":
          "1.3": { score: }
          "1.4": { excluded: why }
          "1.5": { excluded: "" }
      `,
    );
    const states = [...services.values()].map(({ id, score, excluded }) => [id, score?.value, excluded?.value]);
    assert.deepEqual(states, [
      ['1.1', 0, undefined],
      ['1.2', undefined, undefined],
      ['1.3', undefined, undefined],
      ['1.4', undefined, 'why'],
      ['1.5', undefined, ''],
    ]);
  });
});

describe('lines', () => {
  const text = 'a\nbc\r\nd\re';
  const index = new LineIndex(text);

  it('turn offsets into lines and characters, and back', () => {
    assert.deepEqual(index.positionAt(0), { line: 0, character: 0 });
    assert.deepEqual(index.positionAt(3), { line: 1, character: 1 });
    assert.deepEqual(index.positionAt(6), { line: 2, character: 0 });
    assert.deepEqual(index.positionAt(8), { line: 3, character: 0 });
    for (let offset = 0; offset <= text.length; offset++)
      assert.equal(index.offsetAt(index.positionAt(offset)), offset);
  });

  it('take places outside for the nearest end', () => {
    assert.deepEqual(index.positionAt(-5), { line: 0, character: 0 });
    assert.deepEqual(index.positionAt(99), { line: 3, character: 1 });
    assert.equal(index.offsetAt({ line: -1, character: 3 }), 0);
    assert.equal(index.offsetAt({ line: 9, character: 0 }), text.length);
    assert.equal(index.offsetAt({ line: 3, character: 99 }), text.length);
  });
});

describe('links', () => {
  it('are split into path and heading', () => {
    assert.deepEqual(splitLink('docs/a.md#b'), { path: 'docs/a.md', heading: 'b' });
    assert.deepEqual(splitLink('/docs/a.md'), { path: '/docs/a.md', heading: '' });
    assert.deepEqual(splitLink('a.md#%E4%BD%93%E5%88%B6'), { path: 'a.md', heading: '体制' });
    assert.deepEqual(splitLink('a.md#100%'), { path: 'a.md', heading: '100%' });
    assert.deepEqual(splitLink('#here'), { path: '', heading: 'here' });
    assert.equal(splitLink('').path, '');
  });

  it('are pages where they have a scheme, and files where they have a drive or a full-width colon', () => {
    for (const link of ['https://example.com/a#b', 'HTTP://example.com', 'mailto:psirt@example.com'])
      assert.equal(isExternal(link), true, link);
    for (const link of ['C:\\docs\\a.md', 'docs/a:b.md', '体制：図.md', './a.md'])
      assert.equal(isExternal(link), false, link);
  });
});
