/** The input of all crosswalk formats. */
import type { Source } from '../../crosswalk/source';
import type { Translate } from '../../messages/messages';
import type { Scored } from '../../scoring/score';
import type { Sheet } from '../../sheet/sheet';

/** The sources to show, with an assessment's figures and the texts of a language. */
export interface CrosswalkInput {
  readonly sources: readonly Source[];
  /** The figures of an assessment; absent for the crosswalk alone. */
  readonly scored?: Scored;
  readonly sheet: Sheet;
  readonly t: Translate;
}
