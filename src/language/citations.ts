/** The documents and pages an assessment cites: where it does, and for which service. */
import { allEvidence, type Assessment } from '../assessment/assessment';
import { isSamePlace, readingsOf, type Home } from '../assessment/evidence/citation-paths';
import { isExternal, isWebAddress, splitLink } from '../assessment/evidence/links';
import type { Span } from '../assessment/yaml/tree';

export interface Citation {
  /** Id of the service. */
  readonly service: string;
  readonly link: string;
  readonly span: Span;
  /** The path without its heading; empty for pages on the web. */
  readonly path: string;
  readonly heading: string;
  /** An address that may be followed. */
  readonly web: boolean;
}

/** All citations that lead somewhere, in the order of the text: paths, and addresses of the web. */
export function citationsOf(assessment: Assessment): Citation[] {
  const all = [...assessment.services.values()].flatMap((entry) =>
    allEvidence(entry).map(({ link }) => citation(entry.id, link.value, link.span)),
  );
  return all.filter(({ path, web }) => web || path !== '').sort((a, b) => a.span.start - b.span.start);
}

/** The citation whose link holds an offset (its end included), or `undefined`. */
export function citationAt(assessment: Assessment, offset: number): Citation | undefined {
  return citationsOf(assessment).find(({ span }) => span.start <= offset && offset <= span.end);
}

/**
 * The citations that may lead to a place, whatever way they are written: another file may be there for one that can
 * be read in several.
 */
export function citationsOfPlace(assessment: Assessment, home: Home, place: string): Citation[] {
  return citationsOf(assessment).filter(({ link }) =>
    readingsOf(home, link).some((reading) => isSamePlace(reading.place, place)),
  );
}

function citation(service: string, link: string, span: Span): Citation {
  const { path, heading } = splitLink(link);
  const external = isExternal(link);
  return { service, link, span, path: external ? '' : path, heading, web: external && isWebAddress(link) };
}
