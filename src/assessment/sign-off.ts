/**
 * What a sign-off approves: the state of an assessment in a canonical form, and its digest. The form is JSON as in RFC
 * 8785 (JCS), so that any program can compute it; comments, notes, plans, dates and layout are not part of it.
 * Described, with a test vector, in `docs/sign-off.md`.
 */
import { defaultTarget, sheetName } from '../sheet/sheet';
import { isScorable } from './scorable';
import { sha256Of } from './sha256';
import type { Assessment, CriterionAnswer, Evidence, ServiceEntry, Signature } from './assessment';

/** The canonical form of the signed content. */
export function signedContent(assessment: Assessment): string {
  const areas = [...assessment.areas.values()].map(({ id, target }) => [id, present({ target: target?.value })]);
  const services = [...assessment.services.values()].map((entry) => [entry.id, serviceContent(entry)]);
  return canonical({
    sheet: assessment.sheet?.value ?? sheetName,
    target: assessment.target?.value ?? defaultTarget,
    areas: present(Object.fromEntries(areas)),
    services: present(Object.fromEntries(services)),
  });
}

/** The digest of an assessment's state: `sha256-` and 64 hexadecimal digits. */
export function contentDigest(assessment: Assessment): string {
  const known = digests.get(assessment);
  if (known !== undefined) return known;
  const digest = `sha256-${sha256Of(new TextEncoder().encode(signedContent(assessment)))}`;
  digests.set(assessment, digest);
  return digest;
}

/** Cached, since several features need the digest. */
const digests = new WeakMap<Assessment, string>();

/** Whether a signature approves the present state. */
export function isOfPresentState(assessment: Assessment, { content }: Signature): boolean {
  return content.value === contentDigest(assessment);
}

/** Whether the present state is signed off. */
export function isSignedOff(assessment: Assessment): boolean {
  return assessment.signOff.some((signature) => isOfPresentState(assessment, signature));
}

/**
 * The last signature of an assessment whose present state is not signed off; `undefined` where there is no signature,
 * or the present state is signed off.
 */
export function outdatedSignature(assessment: Assessment): Signature | undefined {
  if (!isScorable(assessment) || assessment.individualFor || isSignedOff(assessment)) return undefined;
  return assessment.signOff.at(-1);
}

/** The ids of services whose signed content differs between two states. */
export function changedContents(one: Assessment, other: Assessment): string[] {
  const contentOf = ({ services }: Assessment, id: string): string | undefined => {
    const content = services.get(id) && serviceContent(services.get(id) as ServiceEntry);
    return content && canonical(content);
  };
  const ids = new Set([...one.services.keys(), ...other.services.keys()]);
  return [...ids].filter((id) => contentOf(one, id) !== contentOf(other, id)).sort();
}

type Content = Readonly<Record<string, unknown>>;

function serviceContent({ score, target, excluded, criteria, evidence }: ServiceEntry): Content | undefined {
  const answers = [...criteria.values()].map((answer) => [answer.id, answerContent(answer)]);
  return present({
    score: score?.value,
    target: target?.value,
    excluded: excluded?.value,
    evidence: linksOf(evidence),
    criteria: present(Object.fromEntries(answers)),
  });
}

function answerContent({ state, evidence }: CriterionAnswer): Content | undefined {
  return present({ state: state?.value, evidence: linksOf(evidence) });
}

/** The cited documents, regardless of their order. */
function linksOf(evidence: readonly Evidence[]): readonly string[] | undefined {
  const links = [...new Set(evidence.map(({ link }) => link.value))].sort();
  return links.length > 0 ? links : undefined;
}

/** Removes absent values; `undefined` where nothing is left. */
function present(content: Content): Content | undefined {
  const entries = Object.entries(content).filter(([, value]) => value !== undefined);
  return entries.length > 0 ? Object.fromEntries(entries) : undefined;
}

/** JSON without white space, with keys sorted by UTF-16 code units: RFC 8785 for the types of values used here. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, own]) => own !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, own]) => `${JSON.stringify(key)}:${canonical(own)}`).join(',')}}`;
}
