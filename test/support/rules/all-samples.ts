/** The samples of all rules. */
import { agreementSamples } from './agreement-samples';
import { changeSamples } from './change-samples';
import { criteriaSamples } from './criteria-samples';
import { evidenceSamples } from './evidence-samples';
import { exclusionSamples } from './exclusion-samples';
import type { Sample } from './sample';
import { scoreSamples } from './score-samples';
import { textSamples } from './text-samples';

export const samples: readonly Sample[] = [
  ...textSamples,
  ...scoreSamples,
  ...exclusionSamples,
  ...evidenceSamples,
  ...changeSamples,
  ...criteriaSamples,
  ...agreementSamples,
];
