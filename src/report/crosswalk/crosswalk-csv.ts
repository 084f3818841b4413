/** A crosswalk as a table for spreadsheets: one row per service that a requirement touches. */
import { standings, type TouchedService } from '../../crosswalk/standing';
import type { Printable } from '../../messages/safe-text';
import { findService } from '../../sheet/sheet';
import { csvTable, type Cell } from '../table/csv-table';
import type { CrosswalkInput } from './crosswalk-input';

const plain = [
  'source',
  'requirement',
  'subject',
  'service',
  'title',
  'criteria',
  'relationship',
  'strength',
  'reason',
];
const own = ['state', 'score', 'target', 'weakest'];

/** The table as CSV; with the figures of an assessment it has columns for state, score and target. */
export function crosswalkCsv({ sources, scored, sheet }: CrosswalkInput): Printable {
  const rows = sources.flatMap((source) => {
    const standing = scored && standings(source, scored);
    return source.requirements.flatMap((requirement, index) => {
      const touched =
        standing?.[index]?.services ?? requirement.mappings.map((mapping): TouchedService => ({ mapping }));
      return touched.map(({ mapping, scored: service }): Cell[] => [
        source.id,
        requirement.id,
        requirement.subject,

        mapping.service,
        findService(sheet, mapping.service)?.title ?? '',
        mapping.criteria.join(' '),

        mapping.relationship,
        mapping.strength,
        mapping.reason,
        ...(standing
          ? [service?.state ?? '', service?.score ?? '', service?.target ?? '', standing[index]?.weakest ?? '']
          : []),
      ]);
    });
  });
  return csvTable([...plain, ...(scored ? own : [])], rows);
}
