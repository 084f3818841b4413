/** What a crosswalk is made of, whatever its format. */
import type { Source } from '../../crosswalk/source';
import type { Translate } from '../../messages/messages';
import type { Scored } from '../../scoring/score';
import type { Sheet } from '../../sheet/sheet';

/** What a crosswalk is shown with: whose numbers, and in which words. */
export interface CrosswalkInput {
  readonly sources: readonly Source[];
  /** The numbers of an assessment; none for the crosswalk alone. */
  readonly scored?: Scored;
  readonly sheet: Sheet;
  readonly t: Translate;
}
