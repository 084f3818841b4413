import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse } from 'yaml';
import type { Assessment, ServiceEntry } from '../../../../src/assessment/assessment';
import { toLongForm, toShortForm, isOnlyScore } from '../../../../src/assessment/edit/long-form';
import { parseAssessment } from '../../../../src/assessment/parse';
import { addAction, completedActions, moveCompleted } from '../../../../src/assessment/edit/plan-and-evidence';
import type { EditPlan } from '../../../../src/assessment/edit/plan';
import { setAreaTarget, setSeverity } from '../../../../src/assessment/edit/setting-edit';
import { isSorted, sortServices } from '../../../../src/assessment/edit/sort-edit';
import { applyEdits } from '../../../../src/assessment/yaml/text-edit';
import { serviceIds } from '../../../../src/sheet/sheet';
import { fuzzRuns } from '../../../support/fuzz-runs';
import { randomFiles } from '../../../support/random-file';
import { editsOf } from '../../../support/analyse';

type Map = Record<string, unknown>;

/** What a file means, told by the YAML library alone; a bare score means a long form with that score. */
function meaningOf(text: string): Map & { services: Record<string, Map> } {
  const plain = (parse(text, { stringKeys: true, merge: true, logLevel: 'silent', maxAliasCount: -1 }) ?? {}) as Map & {
    services?: Map | null;
  };
  const long = (value: unknown): Map =>
    typeof value === 'object' && value !== null ? (value as Map) : { score: value };
  const services = Object.entries(plain.services ?? {}).map(([id, value]): [string, Map] => [
    id,
    { score: null, ...long(value) },
  ]);
  return { ...plain, services: Object.fromEntries(services) };
}

/** What stands on the lines of a text, in no order; the file's last line may have no break. */
function linesOf(text: string): string[] {
  return text.split(/\r\n|\n|\r/).sort();
}

const commentsOf = (text: string): string[] => text.match(/# ?c\d+/g) ?? [];

/** An edit of some service of a random file, and the text with it. */
function onService(
  edit: (assessment: Assessment, entry: ServiceEntry) => EditPlan | undefined,
  check: (text: string, edited: string, id: string) => void,
): { done: number; refused: number } {
  const count = { done: 0, refused: 0 };
  const cases = fc.tuple(randomFiles, fc.nat()).map(([file, seed]) => ({ ...file, seed }));
  fc.assert(
    fc.property(cases, ({ text, seed }) => {
      const assessment = parseAssessment(text);
      const entries = [...assessment.services.values()];
      const entry = entries[seed % Math.max(1, entries.length)];
      const edits = editsOf(entry && edit(assessment, entry));
      if (!entry || !edits) return void count.refused++;
      count.done++;
      const edited = applyEdits(
        text,
        edits.map(({ span, newText }) => ({
          span,
          newText: newText.replace(/\$\{\d:([^}]*)\}/g, (_whole, value: string) => value.replace(/\\(.)/g, '$1')),
        })),
      );
      assert.equal(parseAssessment(edited).broken, false, edited);
      assert.deepEqual(commentsOf(edited).sort(), commentsOf(text).sort(), edited);
      check(text, edited, entry.id);
    }),
    fuzzRuns(200),
  );
  return count;
}

describe('the two forms of a service', () => {
  it('say the same', () => {
    const same = (text: string, edited: string) => assert.deepEqual(meaningOf(edited), meaningOf(text), edited);
    const toLong = onService(toLongForm, (text, edited, id) => {
      same(text, edited);
      assert.equal(parseAssessment(edited).services.get(id)?.value.kind, 'map');
    });
    const toShort = onService(
      (assessment, entry) => (isOnlyScore(entry) ? toShortForm(assessment, entry) : undefined),
      (text, edited, id) => {
        same(text, edited);
        assert.equal(parseAssessment(edited).services.get(id)?.value.kind, 'scalar');
      },
    );
    assert.ok(toLong.done > 20 && toShort.done > 3, JSON.stringify([toLong, toShort]));
  });

  it('are each other’s opposite: there and back, the file is as it was', () => {
    onService(
      (assessment, entry) => (entry.score ? toLongForm(assessment, entry) : undefined),
      (text, edited, id) => {
        const assessment = parseAssessment(edited);
        const entry = assessment.services.get(id);
        const back = editsOf(entry && toShortForm(assessment, entry));
        assert.ok(back, edited);
        const key = (line: string) => line.replace(/:\s+(\S)/, ': $1').trimEnd();
        assert.deepEqual(applyEdits(edited, back).split('\n').map(key), text.split('\n').map(key));
      },
    );
  });
});

describe('what is added to any file', () => {
  it('is there, and nothing else is different: an action', () => {
    const plan = { action: 'Say: "yes", to #1', due: '2027-02-23' };
    const { done } = onService(
      (assessment, entry) => addAction(assessment, entry, plan),
      (text, edited, id) => {
        const expected = meaningOf(text);
        const service = expected.services[id];
        if (service) service['plan'] = [...((service['plan'] as unknown[] | undefined) ?? []), plan];
        assert.deepEqual(meaningOf(edited), expected, edited);
      },
    );
    assert.ok(done > 80, String(done));
  });

  it('is there, and nothing else is different: a target of an area, a severity', () => {
    const merged = (plain: Map, section: string, key: string, value: unknown) => {
      const own = (plain[section] ?? {}) as Map;
      const old = own[key];
      const now = typeof value === 'object' ? { ...(old as Map | null), ...value } : value;
      return { ...plain, [section]: { ...own, [key]: now } };
    };
    const areas = onService(
      (assessment) => (assessment.areas.get('3') ? undefined : setAreaTarget(assessment, '3', 4)),
      (text, edited) =>
        assert.deepEqual(meaningOf(edited), merged(meaningOf(text), 'areas', '3', { target: 4 }), edited),
    );
    const rules = onService(
      (assessment) => setSeverity(assessment, 'missing-score', 'off'),
      (text, edited) =>
        assert.deepEqual(meaningOf(edited), merged(meaningOf(text), 'rules', 'missing-score', 'off'), edited),
    );
    assert.ok(areas.done > 120 && rules.done > 120, JSON.stringify([areas, rules]));
  });
});

/** Areas in any order, each with its heading, services in any order with comments above and behind them. */
const shuffledFiles = fc
  .tuple(
    fc.shuffledSubarray(['1', '2', '3', '4', '5', '6'], { minLength: 1 }),
    fc.infiniteStream(fc.nat({ max: 99 })),
    fc.constantFrom('\n', '\r\n'),
    fc.boolean(),
  )
  .map(([areas, stream, eol, finalBreak]) => {
    const next = () => stream.next().value as number;
    const lines = ['sheet: psirt-maturity@1.0', 'services:'];
    for (const area of areas) {
      lines.push(...(next() < 50 && lines.length > 2 ? [''] : []), `  # ${area} Area ${area}`);
      const ids = serviceIds.filter((id) => id.startsWith(`${area}.`)).sort(() => next() - 50);
      for (const id of ids.slice(0, 1 + (next() % 3))) {
        lines.push(
          ...(next() < 40 ? [`  # above ${id}`] : []),
          `  "${id}": # behind ${id}`,
          `    score: ${next() % 6}`,
        );
        lines.push(
          ...(next() < 20 ? ['    note: |', '      # text', '', `      of ${id}`] : []),
          ...(next() < 20 ? [`    # below ${id}`] : []),
        );
      }
    }
    return lines.join(eol) + (finalBreak || lines.at(-1)?.startsWith('      of') ? eol : '');
  });

describe('sorting the services', () => {
  it('of any random file says the same in the order of the sheet, with the same lines', () => {
    let sorted = 0;
    fc.assert(
      fc.property(randomFiles, ({ text, ordinary }) => {
        const assessment = parseAssessment(text);
        if (assessment.services.size < 2 || isSorted(assessment)) return;
        const edits = editsOf(sortServices(assessment));
        const isFlow = /services: ?\{/.test(text);
        if (!edits) return void assert.ok(!ordinary || isFlow || /\|/.test(text), text);
        const edited = applyEdits(text, edits);
        sorted++;
        assert.deepEqual(meaningOf(edited), meaningOf(text), edited);
        assert.ok(isSorted(parseAssessment(edited)), edited);
        if (!isFlow) assert.deepEqual(linesOf(edited), linesOf(text), edited);
        assert.deepEqual(
          editsOf(sortServices(parseAssessment(edited))) ?? [],
          [],
          'once sorted, nothing is left to do',
        );
      }),
      fuzzRuns(400),
    );
    assert.ok(sorted > 30, String(sorted));
  });

  it('takes headings and comments along', () => {
    fc.assert(
      fc.property(shuffledFiles, (text) => {
        const assessment = parseAssessment(text);
        const edits = editsOf(sortServices(assessment));
        assert.ok(edits, text);
        const edited = applyEdits(text, edits);
        const lines = edited.split(/\r?\n/);
        assert.deepEqual(linesOf(edited), linesOf(text));
        let [area, id] = ['', ''];
        for (const line of lines) {
          const heading = /^ {2}# (\d) Area/.exec(line)?.[1];
          const above = /# above (\S+)/.exec(line)?.[1];
          const key = /^ {2}"(\S+)":/.exec(line)?.[1];
          if (heading) {
            assert.ok(heading > area, edited);
            [area, id] = [heading, ''];
          }
          if (above) assert.match(lines[lines.indexOf(line) + 1] ?? '', new RegExp(`^  "${above}":`), edited);
          if (key) {
            assert.ok(key > id && key.startsWith(area), edited);
            id = key;
          }
          assert.ok(!/(behind|below|of) \d/.test(line) || line.endsWith(id), edited);
        }
        assert.equal(/\n$/.test(edited), /\n$/.test(text));
      }),
      fuzzRuns(150),
    );
  });
});

/** Plans with comments, in block and flow style. */
const plans = fc
  .tuple(
    fc.array(fc.tuple(fc.constantFrom('', 'true', '2026-05-01', 'false'), fc.nat({ max: 4 })), {
      minLength: 1,
      maxLength: 6,
    }),
    fc.constantFrom('      ', '    '),
    fc.constantFrom('\n', '\r\n'),
  )
  .map(([actions, indent, eol]) => {
    const lines = actions.flatMap(([done, form], index) => {
      const last = done ? [`${indent}  done: ${done}${form % 2 ? ` # c${index}` : ''}`] : [];
      const flow = `${indent}- { action: a${index}${done && `, done: ${done}`} }`;
      return [
        ...(form > 2 ? [`${indent}# above a${index}`] : []),
        ...(form === 0 ? [flow] : [`${indent}- action: a${index}`, ...last]),
      ];
    });
    return ['services:', '  "1.1":', '    plan:', ...lines, '    score: 2', ''].join(eol);
  });

describe('moving completed actions', () => {
  it('puts them behind those to be done, each with its lines and comments', () => {
    fc.assert(
      fc.property(plans, (text) => {
        const assessment = parseAssessment(text);
        const entry = assessment.services.get('1.1');
        assert.ok(entry);
        const edits = editsOf(moveCompleted(assessment, entry));
        assert.ok(edits, text);
        const edited = applyEdits(text, edits);
        const after = parseAssessment(edited).services.get('1.1');
        assert.ok(after && (completedActions(after).count === 0 || completedActions(after).last), edited);
        const order = (of: ServiceEntry, done: boolean) =>
          of.plan.filter((action) => action.done === done).map(({ action }) => action.value);
        for (const done of [false, true]) assert.deepEqual(order(after, done), order(entry, done));
        assert.deepEqual(linesOf(edited), linesOf(text));
        for (const [, index] of edited.matchAll(/# above (a\d)/g))
          assert.match(edited, new RegExp(`# above ${index}\\r?\\n\\s*- (\\{ )?action: ${index}`));
      }),
      fuzzRuns(150),
    );
  });
});
