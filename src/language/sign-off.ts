/** The summary of the state that a person is about to sign off. */
import type { Assessment } from '../assessment/assessment';
import { contentDigest } from '../assessment/sign-off';
import type { Translate } from '../messages/messages';
import type { Problem } from '../rules/rule';
import type { Scored } from '../scoring/score';
import { nameOf, findArea, type Sheet } from '../sheet/sheet';
import { averageText, figuresText } from './figures';

interface Signed {
  readonly sheet: Sheet;
  readonly t: Translate;
  readonly assessment: Assessment;
  readonly scored: Scored;
  readonly problems: readonly Problem[];
}

/** Lines of text: averages with coverage, the lowest score, problems, and the digest of the state. */
export function signedState({ sheet, t, assessment, scored, problems }: Signed): string[] {
  const { floor } = scored.overall;
  const count = (severity: Problem['severity']): number =>
    problems.filter((problem) => problem.severity === severity && problem.rule !== 'changed-since-sign-off').length;
  return [
    figuresText(scored.overall, t),
    ...(floor === null ? [] : [t('report.floor', { floor })]),
    ...scored.areas.map((area) =>
      [nameOf(findArea(sheet, area.id) ?? { id: area.id, title: '' }), averageText(area, t)].join(
        t('view.term-separator'),
      ),
    ),
    t('sign-off.problems', { errors: count('error'), warnings: count('warning'), infos: count('info') }),
    t('sign-off.digest', { content: contentDigest(assessment) }),
  ];
}
