/** How reading the history of a file ended, in a sentence. */
import type { Translate } from '../../messages/messages';

export interface TrendEnd {
  /** Points there are. */
  readonly count: number;
  /** The user stopped it. */
  readonly isStopped: boolean;
  /** It ended in an error. */
  readonly hasFailed: boolean;
  readonly hasRepository: boolean;
  /** Versions that hold the file, and could not be read. */
  readonly unread: number;
}

/** Why there is no history, or only a part of it; `undefined` when all was read. */
export function whyNotWhole({ count, isStopped, hasFailed, hasRepository, unread }: TrendEnd, t: Translate) {
  if (isStopped) return t('trend.stopped', { count });
  if (hasFailed) return count ? t('trend.broken-off', { count }) : t('trend.failed');
  if (unread) return t('trend.unread', { count, unread });
  return hasRepository || count ? undefined : t('trend.no-repository');
}
