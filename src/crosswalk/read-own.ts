/** Reads the text of a `*.psirt-crosswalk.yaml` file as a source. Never throws, whatever the text. */
import { closest } from '../assessment/closest';
import { checkShape } from '../assessment/model-issues';
import { readYaml } from '../assessment/yaml/read-yaml';
import { entryOf, ownEntries, type Entry, type Span, type Tree } from '../assessment/yaml/tree';
import type { MessageKey, MessageParameters } from '../messages/messages';
import { onOneLine } from '../messages/one-line';
import { criteriaOf } from '../sheet/criteria';
import { findService, serviceIds, type Sheet } from '../sheet/sheet';
import { crosswalkShape, idForm } from './own-model';
import { greatestStrength, relationships, type Mapping, type Requirement, type Source } from './source';

/** The severities of the problems a crosswalk file can have, by their names. */
export const crosswalkRules = {
  'yaml-syntax': 'error',
  'invalid-value': 'error',
  'unknown-service': 'error',
} as const;
export type CrosswalkRule = keyof typeof crosswalkRules;

/** A problem of a crosswalk file, at its place in the text. */
export interface CrosswalkIssue {
  readonly rule: CrosswalkRule;
  readonly key: MessageKey;
  readonly parameters: MessageParameters;
  readonly span: Span;
  /** The key the user may have meant, for an unknown one. */
  readonly suggestion?: string;
}

export interface CrosswalkFile {
  readonly text: string;
  /** The whole document as located values; `undefined` when empty or unreadable. */
  readonly tree?: Tree;
  /** In the order of the text. */
  readonly issues: readonly CrosswalkIssue[];
  /** The source as far as it is usable; `undefined` where the file could not be read in full or has no title. */
  readonly source?: Source;
}

/** The defaults of a mapping. */
const plainMapping = { relationship: 'intersects', strength: 5 } as const;

/** Reads a crosswalk file. Invalid parts are left out and reported in `issues`; the sheet supplies the valid ids. */
export function parseCrosswalk(text: string, sheet: Sheet): CrosswalkFile {
  const { tree, issues, broken } = readYaml(text);
  if (broken) return { text, tree, issues: issues as readonly CrosswalkIssue[] };
  const found = [...(checkShape(tree, crosswalkShape) as CrosswalkIssue[]), ...idIssues(tree, sheet)].sort(
    (a, b) => a.span.start - b.span.start,
  );
  return { text, tree, issues: found, source: sourceIn(tree, sheet) };
}

function sourceIn(tree: Tree | undefined, sheet: Sheet): Source | undefined {
  const id = lineAt(tree, 'source');
  if (id === undefined || !idForm.test(id)) return undefined;
  return {
    id,
    title: lineAt(tree, 'title') ?? id,
    region: lineAt(tree, 'region'),
    date: lineAt(tree, 'date'),
    effect: lineAt(tree, 'effect'),
    url: addressAt(tree),
    requirements: ownEntries(entryOf(tree, 'requirements')?.value).flatMap((entry) => requirementIn(entry, sheet)),
  };
}

function requirementIn({ key: id, value }: Entry, sheet: Sheet): Requirement[] {
  if (!idForm.test(id)) return [];
  return [
    {
      id,
      aliases: linesAt(value, 'aliases'),
      subject: lineAt(value, 'subject') ?? '',
      url: addressAt(value),
      date: lineAt(value, 'date'),
      mappings: ownEntries(entryOf(value, 'services')?.value).flatMap((entry) => mappingIn(entry, sheet)),
    },
  ];
}

function mappingIn({ key: service, value }: Entry, sheet: Sheet): Mapping[] {
  if (!serviceIds.includes(service)) return [];
  const relationship = relationships.find((one) => one === lineAt(value, 'relationship'));
  const strength = strengthIn(value) ?? strengthIn(entryOf(value, 'strength')?.value);
  return [
    {
      service,
      criteria: linesAt(value, 'criteria').filter((id) => criterionIds(service, sheet).includes(id)),
      relationship: relationship ?? plainMapping.relationship,
      strength: strength ?? plainMapping.strength,
      reason: lineAt(value, 'reason') ?? '',
    },
  ];
}

function criterionIds(service: string, sheet: Sheet): string[] {
  const found = findService(sheet, service);
  return found ? criteriaOf(found).map(({ id }) => id) : [];
}

function strengthIn(value: Tree | undefined): number | undefined {
  const number = value?.kind === 'scalar' ? value.value : undefined;
  const isStrength = typeof number === 'number' && Number.isInteger(number) && number >= 1;
  return isStrength && number <= greatestStrength ? number : undefined;
}

/** Ids that are not valid: of requirements with a wrong form, of services and criteria that the sheet does not have. */
function idIssues(tree: Tree | undefined, sheet: Sheet): CrosswalkIssue[] {
  return ownEntries(entryOf(tree, 'requirements')?.value).flatMap(({ key, keySpan, value }) => [
    ...(idForm.test(key) ? [] : [issue('invalid-value', 'expected.crosswalk-id', { value: key }, keySpan)]),
    ...ownEntries(entryOf(value, 'services')?.value).flatMap((entry) => serviceIssues(entry, sheet)),
  ]);
}

function serviceIssues({ key: id, keySpan, value }: Entry, sheet: Sheet): CrosswalkIssue[] {
  if (!serviceIds.includes(id)) return [unknown('service', id, serviceIds, keySpan)];
  const known = criterionIds(id, sheet);
  const criteria = entryOf(value, 'criteria')?.value;
  const items = criteria?.kind === 'list' ? criteria.items : [];
  return items.flatMap((item) =>
    item.kind === 'scalar' && !known.includes(String(item.value))
      ? [unknown('criterion', String(item.value), known, item.span)]
      : [],
  );
}

function unknown(what: 'service' | 'criterion', id: string, known: readonly string[], span: Span): CrosswalkIssue {
  const suggestion = closest(id, known);
  const key: MessageKey = suggestion ? `crosswalk.unknown-${what}-suggest` : `crosswalk.unknown-${what}`;
  return {
    ...issue(what === 'service' ? 'unknown-service' : 'invalid-value', key, { id, suggestion: suggestion ?? '' }, span),
    suggestion,
  };
}

function issue(rule: CrosswalkRule, key: MessageKey, parameters: MessageParameters, span: Span): CrosswalkIssue {
  return { rule, key, parameters, span };
}

function lineAt(tree: Tree | undefined, key: string): string | undefined {
  const value = entryOf(tree, key)?.value;
  return value?.kind === 'scalar' && typeof value.value === 'string' ? onOneLine(value.value) || undefined : undefined;
}

function linesAt(tree: Tree | undefined, key: string): string[] {
  const list = entryOf(tree, key)?.value;
  if (list?.kind !== 'list') return [];
  return list.items.flatMap((item) => (item.kind === 'scalar' ? onOneLine(String(item.value ?? '')) || [] : []));
}

function addressAt(tree: Tree | undefined): string | undefined {
  const address = lineAt(tree, 'url');
  return address !== undefined && /^https?:\/\/\S+$/.test(address) ? address : undefined;
}
