/** Proposes evidence: which files of a repository, and which sections in them, services and criteria ask for. */
import { isDate } from '../vocabulary';
import { isMarkdown } from './cited-document';
import { documentHeadings, type Heading } from './headings';
import { headingPatterns, isAboutSecurity, isNamedBy, type ProposalKind } from './proposal-kinds';

/** Larger files are not read, in bytes. */
export const longestRead = 1_000_000;

/** Larger documents are not searched for headings, in characters. */
const longestSearched = 100_000;

/** Of a longer heading only this much is looked at, in characters. */
const longestTitle = 200;

/** Limit of files that are read. */
const mostRead = 1_000;

/** A file or section that may be evidence. */
export interface FoundEvidence {
  readonly kind: ProposalKind;
  /** From the root of the repository, with forward slashes. */
  readonly path: string;
  /** The section, where it is not the whole file. */
  readonly heading?: Pick<Heading, 'anchor' | 'title'>;
  /** The last day on which the file says it is valid, `YYYY-MM-DD`. */
  readonly expires?: string;
}

/** Folders whose files belong to others. */
export const leftOutFolders = [
  'node_modules',
  'bower_components',
  'vendor',
  'third_party',
  'site-packages',
  '.git',
  '.venv',
  'venv',
] as const;

/** The names of files that are looked at, as a glob pattern. */
export const candidatePattern =
  '**/{*.md,*.markdown,*.json,*.xml,*.spdx,*.asc,*.pgp,*.gpg,*.txt,*.yml,*.yaml,CODEOWNERS,SECURITY}';

const policyName =
  /^(?:security(?:[-_ ]policy)?|vulnerability[-_ ](?:disclosure[-_ ])?policy)(?:\.[a-z]{2}(?:-[a-z]{2})?)?(?:\.(?:md|markdown|txt))?$/i;
const notesName = /^(?:changelog|changes|release[-_ ]?notes?|history|news)(?:\.[a-z]{2})?(?:\.(?:md|markdown|txt))?$/i;
const updatesName = /^(?:dependabot\.ya?ml|renovate\.json|\.renovaterc(?:\.json)?)$/i;
const advisoryPath =
  /(?:^|\/)(?:security-)?advisor(?:y|ies)\/|(?:^|\/)(?:CVE-\d{4}-\d{4,}|[A-Z]{2,6}-SA-?\d[\w-]*)\.(?:md|markdown)$/i;
const sbomName = /\.(?:cdx\.(?:json|xml)|spdx(?:\.json)?)$|(?:^|\/)s?bom\.(?:json|xml)$/i;
const keyName = /\.(?:asc|pgp|gpg)$|(?:pgp|gpg)(?:[-_]?key)?\.txt$/i;

/** The files worth reading, the likeliest first, at most a limited number. */
export function worthReading(paths: readonly string[]): string[] {
  const ranked = paths.flatMap((path): [number, string][] => {
    const rank = rankOf(path);
    return rank === undefined ? [] : [[rank, path]];
  });
  ranked.sort(([a, one], [b, other]) => a - b || (one < other ? -1 : 1));
  return ranked.slice(0, mostRead).map(([, path]) => path);
}

function rankOf(path: string): number | undefined {
  const name = nameIn(path);
  if (isNamed(path)) return 0;
  if (isMarkdown(path)) return isAboutSecurity(path, '') ? 1 : 2;
  if (/\.json$/i.test(name)) return /csaf|vex|advis|cve|psirt|secur/i.test(path) ? 1 : 3;
  return undefined;
}

function isNamed(path: string): boolean {
  const name = nameIn(path);
  const patterns = [policyName, notesName, updatesName, /^(?:security\.txt|CODEOWNERS|provider-metadata\.json)$/i];
  return patterns.some((pattern) => pattern.test(name)) || sbomName.test(path) || keyName.test(path);
}

/** What a file may be evidence of; its text is absent where it is too large, or not a text. */
export function foundIn(path: string, text: string | undefined): FoundEvidence[] {
  if (text === undefined) return sbomName.test(path) ? [{ kind: 'sbom', path }] : [];
  if (/^security\.txt$/i.test(nameIn(path))) return securityTxt(path, text);
  const kinds = ofData(path, text);
  if (kinds) return kinds.map((kind) => ({ kind, path }));
  const named = ofDocument(path, text).map((kind) => ({ kind, path }));
  return isMarkdown(path) && text.length <= longestSearched ? [...named, ...sectionsIn(path, text)] : named;
}

/** What a file for programs shows; `undefined` for documents. */
function ofData(path: string, text: string): ProposalKind[] | undefined {
  const name = nameIn(path);
  if (/^CODEOWNERS$/i.test(name)) return ownersIn(text);
  if (updatesName.test(name)) return ['updates'];
  if (keyName.test(path)) return text.includes('-----BEGIN PGP PUBLIC KEY BLOCK-----') ? ['encryption-key'] : [];
  if (sbomName.test(path)) return isSbom(text) ? ['sbom'] : [];
  return /\.json$/i.test(name) ? csafIn(name, text) : undefined;
}

/** What a document as a whole shows. */
function ofDocument(path: string, text: string): ProposalKind[] {
  const name = nameIn(path);
  if (policyName.test(name)) return ['security-policy'];
  if (notesName.test(name)) return notesIn(text);
  return isMarkdown(path) && advisoryPath.test(path) ? advisoryIn(text) : [];
}

/** A contact file (RFC 9116); it names a day after which it is no longer valid. */
function securityTxt(path: string, text: string): FoundEvidence[] {
  if (!/^Contact:/im.test(text)) return [];
  const day = /^Expires:[ \t]*(\d{4}-\d\d-\d\d)T/im.exec(text)?.[1];
  const expires = day !== undefined && isDate(day) ? { expires: day } : {};
  const key = /^Encryption:/im.test(text) ? [{ kind: 'encryption-key' as const, path, ...expires }] : [];
  return [{ kind: 'security-txt', path, ...expires }, ...key];
}

/** Owners of all code, and of what concerns security. */
function ownersIn(text: string): ProposalKind[] {
  const lines = text.split(/\r\n|\r|\n/).filter((line) => /^\s*[^#\s]\S*\s+\S/.test(line));
  if (lines.length === 0) return [];
  return ['owners', ...(lines.some((line) => /secur|psirt/i.test(line)) ? (['contact'] as const) : [])];
}

function isSbom(text: string): boolean {
  return /"bomFormat"\s*:\s*"CycloneDX"|"spdxVersion"|^SPDXVersion:|cyclonedx\.org\/schema\/bom|spdx\.org\/rdf/m.test(
    text,
  );
}

/** Security advisories in CSAF, and the description of who publishes them. */
function csafIn(name: string, text: string): ProposalKind[] {
  // Most JSON files are something else, and are not parsed.
  if (!/"canonical_url"|"csaf_[a-z_]+"/.test(text)) return [];
  const content = parsed(text);
  if (/^provider-metadata\.json$/i.test(name)) return member(content, 'canonical_url') ? ['csaf-provider'] : [];
  const document = member(content, 'document');
  if (!/^csaf_(?:security_advisory|vex|informational_advisory)$/.test(String(member(document, 'category')))) return [];
  return ['csaf-advisory', ...(member(document, 'acknowledgments') ? (['advisory-credit'] as const) : [])];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return undefined;
  }
}

function member(value: unknown, key: string): unknown {
  const isMap = typeof value === 'object' && value !== null && Object.hasOwn(value, key);
  return isMap ? (value as Record<string, unknown>)[key] : undefined;
}

const vulnerability = /\bCVE-\d{4}-\d{4,}|\bvulnerabilit|脆弱性/i;
const credit = /\b(?:reported|found|discovered) by\b|\bthanks to\b|\bcredits?\b|\backnowledg|謝辞|報告者|発見者/i;

function notesIn(text: string): ProposalKind[] {
  const about = text.split(/\r\n|\r|\n/).filter((line) => vulnerability.test(line));
  if (about.length === 0) return [];
  return ['release-notes', ...(about.some((line) => credit.test(line)) ? (['release-notes-credit'] as const) : [])];
}

function advisoryIn(text: string): ProposalKind[] {
  if (!vulnerability.test(text)) return [];
  return ['advisory', ...(credit.test(text) ? (['advisory-credit'] as const) : [])];
}

/** The first section about each kind; the title stands for the whole document. */
function sectionsIn(path: string, text: string): FoundEvidence[] {
  const headings = documentHeadings(text).filter(({ level, title }) => level > 0 && title !== '');
  const title = headings.find(({ level }) => level === 1)?.title ?? '';
  const isSecurity = isAboutSecurity(path, title);
  const patterns = headingPatterns.filter(({ inSecurity }) => isSecurity || !inSecurity);
  return patterns.flatMap((named): FoundEvidence[] => {
    const { kind } = named;
    const heading = headings.find((one) => one.anchor !== '' && isNamedBy(one.title.slice(0, longestTitle), named));
    if (!heading) return [];
    const { anchor, level } = heading;
    return [level === 1 ? { kind, path } : { kind, path, heading: { anchor, title: heading.title } }];
  });
}

function nameIn(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
