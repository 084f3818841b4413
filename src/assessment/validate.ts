/**
 * What is wrong with a value according to the model. The command line loads this, and the library with it, when it is
 * first called: functions are all that is exported here (`build/late.mjs`).
 */
import { assessmentModel } from './model';
import { issuesIn } from './model-parts';

/** The issues of the model with the plain value of a `.psirt.yaml` file. */
export function modelIssues(value: unknown): readonly unknown[] {
  return issuesIn(assessmentModel, value);
}
