/** The sign-offs of an assessment in reports. */
import type { Assessment, Signature } from '../../assessment/assessment';
import { isScorable } from '../../assessment/scorable';
import { isOfPresentState } from '../../assessment/sign-off';
import type { Translate } from '../../messages/messages';

/** A sentence for each sign-off, in file order: of the present state, or of an earlier one. */
export function signatureTexts(assessment: Assessment, t: Translate): string[] {
  return assessment.signOff.map((signature) => {
    const { by, on } = signature;
    return t(holds(assessment, signature) ? 'report.signed-off' : 'report.signed-off-earlier', { by, on });
  });
}

/** Whether a sign-off is of the reported state. */
export function holds(assessment: Assessment, signature: Signature): boolean {
  return isScorable(assessment) && isOfPresentState(assessment, signature);
}
