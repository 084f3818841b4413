import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse } from 'yaml';
import * as edits from '../../../../src/rules/edits';
import { addEvidence } from '../../../../src/assessment/edit/evidence-edit';
import { addServices } from '../../../../src/assessment/edit/insert-services';
import { removeKey } from '../../../../src/assessment/edit/key-edit';
import { removeService } from '../../../../src/assessment/edit/remove-service';
import { parseAssessment } from '../../../../src/assessment/parse';
import { applyEdits, type TextEdit } from '../../../../src/assessment/yaml/text-edit';
import { serviceIds } from '../../../../src/sheet/sheet';
import { fuzzRuns } from '../../../support/fuzz-runs';
import { randomFiles } from '../../../support/random-file';
import { filledIn } from '../../../support/problems';
import { errorsOf, analyse, editsOf, sheet } from '../../../support/analyse';
import { all } from '../../../support/service-changes';

const filled = (edits: readonly TextEdit[] | undefined) =>
  edits?.map((edit) => ({ ...edit, newText: filledIn(edit.newText) }));

describe('any of these changes to any file', () => {
  const meaningOf = (text: string) =>
    (parse(text, { stringKeys: true, merge: true, logLevel: 'silent', maxAliasCount: -1 }) ?? {}) as {
      services?: Record<string, unknown> | null;
    };

  /** What a file means with its services changed; one without services is one with none. */
  const expected = (text: string, change: (services: Record<string, unknown>) => void) => {
    const meaning = meaningOf(text);
    const services = { ...meaning.services };
    change(services);
    return { ...meaning, services };
  };
  const holds = (
    text: string,
    edits: readonly TextEdit[] | undefined,
    change: (services: Record<string, unknown>) => void,
  ) => {
    if (!edits) return false;
    const after = applyEdits(text, edits);
    assert.equal(parseAssessment(after).broken, false, `${text}\n=>\n${after}`);
    assert.deepEqual(
      expected(after, () => {}),
      expected(text, change),
      `${text}\n=>\n${after}`,
    );
    assert.deepEqual(
      [...new Set(after.match(/\r?\n/g))].length <= 1 || !/\r?\n/.test(text),
      true,
      'one kind of line end',
    );
    return true;
  };
  const isBlock = (text: string) => !/services: *\{/.test(text);

  it('adds the services that are missing, and nothing else', () => {
    fc.assert(
      fc.property(randomFiles, ({ text, ordinary }) => {
        const assessment = parseAssessment(text);
        const missing = all.filter(({ id }) => !assessment.services.has(id));
        const done = holds(text, editsOf(addServices(assessment, missing, sheet.areas)), (services) =>
          missing.forEach(({ id }) => (services[id] = null)),
        );
        assert.ok(done || !ordinary || !isBlock(text), 'possible in every block layout');
      }),
      fuzzRuns(300),
    );
  });

  it('removes one service, and nothing else', () => {
    fc.assert(
      fc.property(randomFiles, fc.constantFrom(...serviceIds), ({ text, ordinary }, id) => {
        const assessment = parseAssessment(text);
        const entry = assessment.services.get(id) ?? [...assessment.services.values()][0];
        if (!entry) return;
        const done = holds(text, editsOf(removeService(assessment, entry)), (services) => delete services[entry.id]);
        assert.ok(done || !ordinary);
      }),
      fuzzRuns(300),
    );
  });

  it('drops one key, or adds evidence, and nothing else', () => {
    fc.assert(
      fc.property(randomFiles, fc.nat(), ({ text }, seed) => {
        const entries = [...parseAssessment(text).services.values()];
        const entry = entries[seed % (entries.length || 1)];
        if (!entry) return;
        for (const key of ['score', 'excluded'] as const) {
          holds(text, editsOf(removeKey(parseAssessment(text), entry.id, key)), (services) => {
            const { [key]: _, ...rest } = services[entry.id] as Record<string, unknown>;
            // The last key leaves the service empty: a flow map as such, a block as null.
            services[entry.id] =
              Object.keys(rest).length || (entry.value.kind === 'map' && entry.value.flow) ? rest : null;
          });
        }
        const scored = entry.score ? { score: entry.score.value } : {};
        const short = entry.value.kind === 'scalar' ? scored : undefined;
        holds(
          text,
          filled(editsOf(addEvidence(parseAssessment(text), entry.id))),
          (services) =>
            (services[entry.id] = { ...(short ?? (services[entry.id] as object)), evidence: ['docs/document.md'] }),
        );
      }),
      fuzzRuns(300),
    );
  });

  it('never leaves an error where none was', () => {
    fc.assert(
      fc.property(randomFiles, ({ text }) => {
        for (const problem of analyse(text).problems)
          for (const fix of problem.fixes?.(edits) ?? []) {
            const after = applyEdits(
              text,
              fix.snippet ? fix.edits.map((edit) => ({ ...edit, newText: filledIn(edit.newText) })) : fix.edits,
            );
            assert.deepEqual(errorsOf(analyse(after)), [], `${problem.rule}: ${text}\n=>\n${after}`);
          }
      }),
      fuzzRuns(300),
    );
  });
});
