/** Describes how reading the history of a file ended. */
import type { Translate } from '../../messages/messages';

export interface TrendEnd {
  /** The number of points. */
  readonly count: number;
  /** The user stopped reading. */
  readonly isStopped: boolean;
  /** Reading ended in an error. */
  readonly hasFailed: boolean;
  readonly hasRepository: boolean;
  /** The number of versions that contain the file but could not be read. */
  readonly unread: number;
}

/** Why the history is missing or incomplete; `undefined` when all was read. */
export function whyNotWhole({ count, isStopped, hasFailed, hasRepository, unread }: TrendEnd, t: Translate) {
  if (isStopped) return t('trend.stopped', { count });
  if (hasFailed) return count ? t('trend.broken-off', { count }) : t('trend.failed');
  if (unread) return t('trend.unread', { count, unread });
  return hasRepository || count ? undefined : t('trend.no-repository');
}
