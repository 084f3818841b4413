import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse } from 'yaml';
import type { ServiceEntry } from '../../../../src/assessment/assessment';
import { applyEdits, planEdit, type Intent, type TextEdit } from '../../../../src/assessment/edit/edit';
import { parseAssessment } from '../../../../src/assessment/parse';
import { serviceIds } from '../../../../src/sheet/sheet';
import { fuzzRuns } from '../../../support/fuzz-runs';
import { randomFiles } from '../../../support/random-file';
import { intents } from '../../../support/random-intent';
import { errorsOf, analyse } from '../../../support/analyse';

type Meaning = Record<string, unknown> & { services?: Record<string, unknown> | null };

/** What a file means, told by the YAML library alone. */
function meaningOf(text: string): Meaning {
  return (parse(text, { stringKeys: true, merge: true, logLevel: 'silent', maxAliasCount: -1 }) ?? {}) as Meaning;
}

/** The comments of a random file: each is marked and numbered. */
function commentsOf(text: string): string[] {
  return text.match(/# ?c\d+/g) ?? [];
}

/** An intent for a service the file has, three times out of four. */
const cases = fc.tuple(randomFiles, intents, fc.nat()).map(([file, intent, seed]) => {
  const ids = [...parseAssessment(file.text).services.keys()];
  const service = seed % 4 && ids.length ? (ids[seed % ids.length] ?? intent.service) : intent.service;
  return { file, intent: { ...intent, service } };
});

describe('random files', () => {
  it('are valid, so that what follows is about edits', () => {
    fc.assert(
      fc.property(randomFiles, ({ text }) => {
        assert.deepEqual(errorsOf(analyse(text)), []);
      }),
      fuzzRuns(300),
    );
  });
});

describe('any edit of any file', () => {
  it('does what was meant to the service meant, and nothing else; in ordinary files it is never refused', () => {
    fc.assert(
      fc.property(cases, ({ file: { text, ordinary }, intent }) => {
        const before = parseAssessment(text);
        const plan = planEdit(before, intent);
        if ('refused' in plan) return void assert.ok(!ordinary, `refused: ${plan.refused.key}`);
        const edited = applyEdits(text, plan.edits);
        const after = parseAssessment(edited);
        assert.equal(after.broken, false, edited);
        isMeant(after.services.get(intent.service), before.services.get(intent.service), intent, edited);
        sameElsewhere(text, edited, intent.service);
        sameBytes(text, edited, plan.edits);
        sameStyle(text, edited);
        assert.deepEqual(planEdit(after, intent), { edits: [] }, 'once done, nothing is left to do');
      }),
      fuzzRuns(1500),
    );
  });

  it('can be made for every service one after the other, down to the file that says all', () => {
    fc.assert(
      fc.property(
        randomFiles.filter(({ ordinary }) => ordinary),
        fc.nat({ max: 5 }),
        ({ text }, level) => {
          const inScope = serviceIds.filter((id) => id !== '6.3');
          const all = inScope.reduce((now, service) => {
            const plan = planEdit(parseAssessment(now), { kind: 'score', service, score: level });
            if ('refused' in plan) assert.fail(`${service}: ${plan.refused.key}\n${now}`);
            return applyEdits(now, plan.edits);
          }, text);
          const { services } = parseAssessment(all);
          assert.deepEqual(
            inScope.map((id) => services.get(id)?.score?.value),
            inScope.map(() => level),
            all,
          );
          assert.deepEqual(commentsOf(all), commentsOf(text));
          sameStyle(text, all);
        },
      ),
      fuzzRuns(40),
    );
  });
});

function isMeant(now: ServiceEntry | undefined, old: ServiceEntry | undefined, intent: Intent, text: string): void {
  const state = [now?.score?.value ?? null, now?.excluded?.value];
  if (intent.kind === 'exclude') assert.deepEqual(state, [null, intent.reason.trim()], text);
  else if (intent.kind === 'score') assert.deepEqual(state, [intent.score, undefined], text);
  else assert.deepEqual(state, [old?.score?.value ?? null, undefined], text);
}

function sameElsewhere(text: string, edited: string, service: string): void {
  const [old, now] = [meaningOf(text), meaningOf(edited)];
  assert.deepEqual(restOf(now.services?.[service]), restOf(old.services?.[service]), edited);
  for (const meaning of [old, now]) {
    meaning.services = { ...meaning.services };
    delete meaning.services[service];
  }
  assert.deepEqual(now, old, edited);
}

/** A service without its score and exclusion. */
function restOf(service: unknown): object {
  if (typeof service !== 'object' || service === null) return {};
  return Object.fromEntries(Object.entries(service).filter(([key]) => key !== 'score' && key !== 'excluded'));
}

/** Between the edits the text is the same byte for byte; and edits do not meet. */
function sameBytes(text: string, edited: string, edits: readonly TextEdit[]): void {
  let [old, now] = [0, 0];
  for (const { span, newText } of [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end)) {
    assert.ok(old <= span.start && span.start <= span.end && span.end <= text.length, 'edits are in order and inside');
    assert.equal(edited.slice(now, now + span.start - old), text.slice(old, span.start));
    now += span.start - old + newText.length;
    old = span.end;
  }
  assert.equal(edited.slice(now), text.slice(old));
}

/** Comments, line ends and byte order mark are as they were. */
function sameStyle(text: string, edited: string): void {
  assert.deepEqual(commentsOf(edited), commentsOf(text), edited);
  assert.equal(edited.startsWith('\ufeff'), text.startsWith('\ufeff'));
  if (text.includes('\n')) assert.deepEqual(lineEndsOf(edited), lineEndsOf(text), JSON.stringify(edited));
}

function lineEndsOf(text: string): string[] {
  return [...new Set(text.match(/\r\n|\n|\r/g))].sort();
}
