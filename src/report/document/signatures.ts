/** Who signed off which state of an assessment, as reports say it. */
import type { Assessment } from '../../assessment/assessment';
import { isOfPresentState } from '../../assessment/sign-off';
import type { Translate } from '../../messages/messages';

/** A sentence for each sign-off, in the order of the file: of the present state, or of an earlier one. */
export function signatureTexts(assessment: Assessment, t: Translate): string[] {
  return assessment.signOff.map((signature) => {
    const { by, on } = signature;
    return isOfPresentState(assessment, signature)
      ? t('report.signed-off', { by, on })
      : t('report.signed-off-earlier', { by, on });
  });
}
