/** What was found in a repository as citations that an assessment does not have yet, by service and criterion. */
import { outOfScopeIds, serviceOrder } from '../../sheet/sheet';
import { allEvidence, type Assessment, type ServiceEntry } from '../assessment';
import { isSamePlace, readingsOf, type Home } from './citation-paths';
import { proposalKinds, type Supported } from './proposal-kinds';
import type { FoundEvidence } from './propose';

/** A citation to offer: of one file or section, for a service. */
export interface Proposal {
  readonly service: string;
  /** The criterion that gets the evidence, where the file answers criteria of the service; else the service gets it. */
  readonly criterion?: string;
  /** The criterion that it may show. */
  readonly shows?: string;
  readonly found: FoundEvidence;
}

/**
 * The citations to offer, in the order of the sheet; none for services that are excluded or out of scope, or that cite
 * the same file or section already.
 */
export function proposalsFor(assessment: Assessment, home: Home, found: readonly FoundEvidence[]): Proposal[] {
  const proposals = new Map<string, Proposal>();
  for (const one of found) {
    for (const [service, shows] of proposalKinds[one.kind] as readonly Supported[]) {
      const entry = assessment.services.get(service);
      if (outOfScopeIds.includes(service) || entry?.excluded || isCited(entry, home, one)) continue;
      const target = shows !== undefined && entry && entry.criteria.size > 0 ? { criterion: shows } : {};
      const proposal = { service, ...target, found: one, ...(shows === undefined ? {} : { shows }) };
      const key = JSON.stringify([service, target, one.path, one.heading?.anchor]);
      if (!proposals.has(key)) proposals.set(key, proposal);
    }
  }
  return [...proposals.values()].sort(
    (a, b) => serviceOrder(a.service) - serviceOrder(b.service) || (placeIn(a) < placeIn(b) ? -1 : 1),
  );
}

/** Whether a service or one of its criteria cites the file, or the section where that is what was found. */
function isCited(entry: ServiceEntry | undefined, home: Home, { path, heading }: FoundEvidence): boolean {
  const place = `${home.root === '/' ? '' : home.root}/${path}`;
  const readings = entry ? allEvidence(entry).flatMap(({ link }) => readingsOf(home, link.value)) : [];
  return readings.some(
    (reading) =>
      isSamePlace(reading.place, place) && (!heading || reading.fragment === '' || reading.fragment === heading.anchor),
  );
}

function placeIn({ criterion = '', found: { path, heading } }: Proposal): string {
  return `${criterion}\n${path}\n${heading?.anchor ?? ''}`;
}
