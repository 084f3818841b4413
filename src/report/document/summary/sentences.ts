/**
 * Describes an assessment in sentences. Each is made from the figures it mentions, and left out where it would say
 * nothing.
 */
import { isScorable } from '../../../assessment/scorable';
import type { MessageKey, MessageParameters, Translate } from '../../../messages/messages';
import { sentenceGap } from '../../../messages/sentence-gap';
import { meanChangeText, tallyText } from '../../../scoring/compare';
import { rollUp } from '../../../scoring/roll-up';
import { formatBelow, formatMean, scoredServices } from '../../../scoring/score';
import { findArea, findService, nameOf, type Sheet } from '../../../sheet/sheet';
import { comparedWithBaseline } from '../../comparison/comparison';
import type { Checked } from '../../check/result';
import type { ReportInput } from '../../report';
import { holds } from '../signatures';
import { baselineName, openActions } from './digest';

/** A sentence with its parameters, which are untrusted text for the format to escape. */
export interface Sentence {
  readonly key: MessageKey;
  readonly values: MessageParameters;
}

/** Sentences as one text, unescaped: for formats in which any text is only text. */
export function paragraphOf(sentences: readonly Sentence[], t: Translate): string {
  return sentences.map(({ key, values }) => t(key, values)).join(sentenceGap(t.language));
}

type Surroundings = Pick<ReportInput, 'sheet' | 't' | 'today'>;

/** Limit of names in a sentence; the others are counted. */
const mostNames = 3;

/** One assessment: average, coverage, services below target, areas, changes, plan. */
export function sentencesOf(one: Checked, surroundings: Surroundings): Sentence[] {
  if (!isScorable(one.assessment)) return [{ key: 'overview.unjudged', values: {} }];
  const { mean, target, scored, applicable, excluded } = one.scored.overall;
  if (mean === null) return [{ key: 'report.say.unscored', values: { applicable } }];
  return [
    { key: mean < target ? 'report.say.below' : 'report.say.reached', values: formatBelow(mean, target) },
    {
      key: excluded ? 'report.say.coverage-excluded' : 'report.say.coverage',
      values: { scored, applicable, excluded },
    },
    belowSentence(one, surroundings),
    ...areaSentences(one, surroundings),
    ...changeSentences(one, surroundings),
    ...actionSentences(one, surroundings),
    ...signatureSentences(one),
  ];
}

/** Who signed the reported state off, or else the newest sign-off of an earlier state. */
function signatureSentences({ assessment }: Checked): Sentence[] {
  const current = assessment.signOff.filter((signature) => holds(assessment, signature));
  if (current.length > 0) return current.map(({ by, on }) => ({ key: 'report.say.signed-off', values: { by, on } }));
  const last = assessment.signOff.at(-1);
  return last ? [{ key: 'report.say.signed-off-earlier', values: { by: last.by, on: last.on } }] : [];
}

function belowSentence({ scored }: Checked, { sheet, t }: Surroundings): Sentence {
  const { belowTarget: count, floor } = scored.overall;
  const lowest = scoredServices(scored).filter(({ score }) => score !== null && score === floor);
  const names = serviceNames(
    lowest.map(({ id }) => id),
    sheet,
    t,
  );
  const key = count ? 'report.say.services-below' : 'report.say.services-reached';
  return { key, values: { count, floor: floor ?? 0, names } };
}

function areaSentences({ scored }: Checked, { sheet, t }: Surroundings): Sentence[] {
  const areas = scored.areas.flatMap(({ id, mean }) => (mean === null ? [] : [{ id, mean }]));
  const means = areas.map(({ mean }) => mean);
  const [low, high] = [Math.min(...means), Math.max(...means)];
  if (areas.length < 2 || formatMean(low) === formatMean(high)) return [];
  const at = (value: number) => {
    const ids = areas.filter(({ mean }) => mean === value).map(({ id }) => id);
    return listed(
      ids.map((id) => nameOf(findArea(sheet, id) ?? { id, title: '' })),
      t,
    );
  };
  const values = { weakest: at(low), low: formatMean(low), strongest: at(high), high: formatMean(high) };
  return [{ key: 'report.say.areas', values }];
}

function changeSentences(one: Checked, { t }: Surroundings): Sentence[] {
  const compared = comparedWithBaseline(one);
  if (!compared) return [];
  const { before, comparison } = compared;
  const mean = meanChangeText(comparison.overall, t);
  return [{ key: 'report.say.changed', values: { name: baselineName(before), mean, tally: tallyText(comparison, t) } }];
}

function actionSentences({ assessment }: Checked, { sheet, today }: Surroundings): Sentence[] {
  const open = openActions(assessment, sheet, today);
  if (open.length === 0) return [{ key: 'report.say.no-actions', values: {} }];
  const overdue = open.filter(({ isOverdue }) => isOverdue).length;
  const date = open.find(({ due, isOverdue }) => due !== '' && !isOverdue)?.due;
  const key = overdue ? 'report.say.actions-overdue' : 'report.say.actions';
  return [
    { key, values: { count: open.length, overdue } },
    ...(date === undefined ? [] : [{ key: 'report.say.next-due', values: { date } } as const]),
  ];
}

/** Several assessments: their combined figures, services below target in all of them, and those without an average. */
export function sentencesOfAll(checked: readonly Checked[], { sheet, t }: Surroundings): Sentence[] {
  const rolled = rollUp(checked.filter(({ assessment }) => isScorable(assessment)).map(({ scored }) => scored));
  const { mean, minimum, scored, atTarget } = rolled.overall;
  const left = checked.length - scored;
  const weak = rolled.areas.flatMap(({ services }) => services.filter(({ weakEverywhere }) => weakEverywhere));
  const names = serviceNames(
    weak.map(({ id }) => id),
    sheet,
    t,
  );
  const together = { count: scored, mean: formatMean(mean), minimum: formatMean(minimum), reached: atTarget };
  const sentences: (Sentence | false)[] = [
    scored > 0 && { key: 'report.say.all', values: together },
    left > 0 && { key: scored ? 'report.say.all-left' : 'report.say.none', values: { count: left } },
    weak.length > 0 && { key: 'report.say.all-weak', values: { names } },
  ];
  return sentences.filter((sentence) => sentence !== false);
}

function serviceNames(ids: readonly string[], sheet: Sheet, t: Translate): string {
  return listed(
    ids.map((id) => nameOf(findService(sheet, id) ?? { id, title: '' })),
    t,
  );
}

/** Some names, and the number of others. */
function listed(all: readonly string[], t: Translate): string {
  const names = all.slice(0, mostNames).join(t('view.separator'));
  const count = all.length - mostNames;
  return count > 0 ? t('report.say.and-more', { names, count }) : names;
}
