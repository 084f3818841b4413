import { isExternal } from '../assessment/evidence/links';
import { isAssessmentName } from '../assessment/file-name';
import type { Located } from '../assessment/assessment';
import { entryOf } from '../assessment/yaml/tree';
import type { Finding, Rule, RuleContext } from './rule';

/**
 * An individual scoring counts with the assessment it names: without that, or without an assessor, it counts nowhere.
 */
export const invalidIndividual: Rule = {
  id: 'invalid-individual',
  severity: 'error',
  ofText: true,
  check(context) {
    const { assessment, t } = context;
    const pointer = assessment.individualFor;
    if (!pointer) return [];
    const span = entryOf(assessment.tree, 'assessors')?.keySpan ?? pointer.span;
    const hasOneAssessor = assessment.assessors.length === 1 && Boolean(assessment.assessors[0]?.trim());
    const nameless = hasOneAssessor ? [] : [{ span, message: t('rule.invalid-individual.assessors') }];
    return [...aboutPointer(pointer, context), ...nameless];
  },
};

function aboutPointer({ value, span }: Located<string>, { documents, t }: RuleContext): Finding[] {
  if (isExternal(value) || !isAssessmentName(value))
    return [{ span, message: t('rule.invalid-individual.no-assessment', { path: value }) }];
  const document = documents?.get(value);
  if (document?.exists === false) return [{ span, message: t('rule.invalid-individual.missing', { path: value }) }];
  // This includes the file itself and all files of a circle.
  if (document?.isIndividual) return [{ span, message: t('rule.invalid-individual.individual', { path: value }) }];
  return [];
}
