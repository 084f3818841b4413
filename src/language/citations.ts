/** The citations in an assessment: documents and web pages, where each stands, and for which service. */
import { allEvidence, type Assessment, type Evidence } from '../assessment/assessment';
import { isSamePlace, readingsOf, type Home } from '../assessment/evidence/citation-paths';
import { isExternal, isWebAddress, splitLink } from '../assessment/evidence/links';
import type { Span } from '../assessment/yaml/tree';

export interface Citation {
  /** The id of the service. */
  readonly service: string;
  readonly link: string;
  readonly span: Span;
  /** The path without its heading; empty for web pages. */
  readonly path: string;
  readonly heading: string;
  /** It is a web address that may be opened. */
  readonly web: boolean;
}

/** All citations with a target, in the order of the text: paths and web addresses. */
export function citationsOf(assessment: Assessment): Citation[] {
  const all = [...assessment.services.values()].flatMap((entry) =>
    allEvidence(entry).map(({ link }) => citation(entry.id, link.value, link.span)),
  );
  return all.filter(({ path, web }) => web || path !== '').sort((a, b) => a.span.start - b.span.start);
}

/** The citation whose link contains an offset (its end included), or `undefined`. */
export function citationAt(assessment: Assessment, offset: number): Citation | undefined {
  return citationsOf(assessment).find(({ span }) => span.start <= offset && offset <= span.end);
}

/** The piece of evidence whose link or digest contains an offset (its end included), or `undefined`. */
export function evidenceAt({ services }: Assessment, offset: number): Evidence | undefined {
  const isIn = (part: { readonly span: Span } | undefined) =>
    part !== undefined && part.span.start <= offset && offset <= part.span.end;
  return [...services.values()].flatMap(allEvidence).find(({ link, sha256 }) => isIn(link) || isIn(sha256));
}

/**
 * The citations that may lead to a place, however they are written; a link with several readings may in fact lead to
 * another file.
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
