/** Parses text to an `Assessment`. Never throws, whatever the text. */
import { areaIds, isLevel, isTarget } from '../sheet/sheet';
import type {
  Action,
  AreaEntry,
  Assessment,
  CriterionAnswer,
  Duplicate,
  Evidence,
  Issue,
  Located,
  ServiceEntry,
  Signature,
} from './assessment';
import {
  criterionStates,
  isDate,
  isFileDigest,
  ruleIds,
  severities,
  type CriterionState,
  type RuleId,
  type SeveritySetting,
} from './vocabulary';
import { assessmentShape } from './assessment-shape';
import { checkShape } from './model-issues';
import { entryOf, type Entry, type Span, type Tree } from './yaml/tree';
import { readYaml } from './yaml/read-yaml';
import type { YamlText } from './yaml/yaml-text';

/** Parses a file's text. Invalid parts are left out and reported in `issues`. `read` may be an incremental reader. */
export function parseAssessment(text: string, read: (text: string) => YamlText = readYaml): Assessment {
  const { tree, issues, broken } = read(text);
  return assessmentOf(text, tree, broken ? issues : checkShape(tree, assessmentShape), broken);
}

function assessmentOf(text: string, tree: Tree | undefined, issues: readonly Issue[], broken: boolean): Assessment {
  const services = entryOf(tree, 'services');
  const { entries, duplicates } = serviceEntries(services?.value);
  return {
    text,
    tree,
    broken,
    issues,
    sheet: textAt(tree, 'sheet'),
    subject: textAt(tree, 'subject'),
    individualFor: textAt(tree, 'individual-for'),
    assessed: dateAt(tree, 'assessed'),
    assessors: textsAt(tree, 'assessors'),
    target: targetAt(tree),
    wording: textAt(tree, 'wording'),
    crosswalk: textsAt(tree, 'crosswalk'),
    signOff: tree ? itemsOf(tree, 'sign-off').flatMap(signatureOf) : [],
    areas: areaEntries(entryOf(tree, 'areas')?.value),
    servicesKey: services?.keySpan,
    services: entries,
    duplicates,
    severities: severityEntries(entryOf(tree, 'rules')?.value),
  };
}

function serviceEntries(tree: Tree | undefined): { entries: Map<string, ServiceEntry>; duplicates: Duplicate[] } {
  const entries = new Map<string, ServiceEntry>();
  const duplicates: Duplicate[] = [];
  for (const entry of entriesOf(tree)) {
    const service = serviceEntry(entry);
    const first = entries.get(service.id);
    if (first) duplicates.push({ entry: service, first });
    else entries.set(service.id, service);
  }
  return { entries, duplicates };
}

function serviceEntry({ key, keySpan, quoted, value }: Entry): ServiceEntry {
  const short = value.kind === 'scalar' ? scoreOf(value) : undefined;
  return {
    id: key,
    key: keySpan,
    quoted,
    span: { start: keySpan.start, end: Math.max(keySpan.end, value.span.end) },
    value,
    score: short ?? scoreOf(entryOf(value, 'score')?.value),
    target: targetAt(value),
    excluded: exclusionOf(entryOf(value, 'excluded')),
    evidence: itemsOf(value, 'evidence').flatMap(evidenceOf),
    note: textAt(value, 'note'),
    plan: itemsOf(value, 'plan').flatMap(actionOf),
    criteria: criterionAnswers(entryOf(value, 'criteria')?.value),
    votes: votesOf(entryOf(value, 'votes')?.value),
    responder: textAt(value, 'responder')?.value,
  };
}

function votesOf(tree: Tree | undefined): Map<string, Located<number>> {
  const votes = new Map<string, Located<number>>();
  for (const { key, value } of entriesOf(tree)) {
    const score = value.kind === 'scalar' ? scoreOf(value) : undefined;
    if (score && !votes.has(key)) votes.set(key, score);
  }
  return votes;
}

function signatureOf(item: Tree): Signature[] {
  const [by, on, content] = [textAt(item, 'by'), dateAt(item, 'on'), textAt(item, 'content')];
  return by && on && content ? [{ by: by.value, on: on.value, content }] : [];
}

function criterionAnswers(tree: Tree | undefined): Map<string, CriterionAnswer> {
  const answers = new Map<string, CriterionAnswer>();
  for (const { key: id, keySpan: key, value } of entriesOf(tree)) {
    if (answers.has(id)) continue;
    const evidence = itemsOf(value, 'evidence').flatMap(evidenceOf);
    answers.set(id, { id, key, value, state: stateOf(value), evidence, note: textAt(value, 'note') });
  }
  return answers;
}

function stateOf(value: Tree): Located<CriterionState> | undefined {
  const scalar = value.kind === 'scalar' ? value : scalarAt(value, 'state');
  const state = criterionStates.find((name) => name === scalar?.value);
  return scalar && state && { value: state, span: scalar.span };
}

function exclusionOf(entry: Entry | undefined): Located<string> | undefined {
  if (entry?.value.kind !== 'scalar') return undefined;
  const { value, span } = entry.value;
  if (typeof value === 'string') return { value: value.trim(), span };
  return value === null || value === true ? { value: '', span: value === null ? entry.keySpan : span } : undefined;
}

function evidenceOf(item: Tree): Evidence[] {
  if (item.kind === 'scalar') {
    return typeof item.value === 'string' ? [{ link: linkAt({ value: item.value, span: item.span }) }] : [];
  }
  const link = textAt(item, 'link');
  if (!link) return [];
  return [
    {
      link: linkAt(link),
      collected: dateAt(item, 'collected'),
      expires: dateAt(item, 'expires'),
      sha256: digestAt(item, 'sha256'),
      note: textAt(item, 'note'),
    },
  ];
}

/** The final line break of a block text is not part of a link. */
function linkAt({ value, span }: Located<string>): Located<string> {
  return { value: value.trim(), span };
}

function actionOf(item: Tree): Action[] {
  const action = textAt(item, 'action');
  if (!action) return [];
  return [{ action, owner: textAt(item, 'owner'), due: dateAt(item, 'due'), done: isDone(item) }];
}

/** Whether an action is marked as done: `true`, or the day it was. */
export function isDone(action: Tree | undefined): boolean {
  const done = scalarAt(action, 'done');
  return done?.value === true || dateAt(action, 'done') !== undefined;
}

function areaEntries(tree: Tree | undefined): Map<string, AreaEntry> {
  const areas = entriesOf(tree).map(({ key, keySpan, quoted, value }): [string, AreaEntry] => [
    key,
    { id: key, key: keySpan, quoted, target: targetAt(value), responder: textAt(value, 'responder')?.value },
  ]);
  // Reversed, since a map keeps the last entry of an id and the first one counts.
  return new Map(areas.filter(([id]) => areaIds.includes(id)).reverse());
}

function severityEntries(tree: Tree | undefined): Map<RuleId, SeveritySetting> {
  const known = new Map<RuleId, SeveritySetting>();
  for (const { key, value } of entriesOf(tree)) {
    const rule = ruleIds.find((id) => id === key);
    const severity = value.kind === 'scalar' ? severities.find((name) => name === value.value) : undefined;
    if (rule && severity && !known.has(rule)) known.set(rule, severity);
  }
  return known;
}

function entriesOf(tree: Tree | undefined): readonly Entry[] {
  return tree?.kind === 'map' ? tree.entries : [];
}

function itemsOf(tree: Tree, key: string): readonly Tree[] {
  const list = entryOf(tree, key)?.value;
  return list?.kind === 'list' ? list.items : [];
}

function scalarAt(tree: Tree | undefined, key: string): { value: unknown; span: Span } | undefined {
  const value = entryOf(tree, key)?.value;
  return value?.kind === 'scalar' ? value : undefined;
}

function textAt(tree: Tree | undefined, key: string): Located<string> | undefined {
  const scalar = scalarAt(tree, key);
  return typeof scalar?.value === 'string' ? { value: scalar.value, span: scalar.span } : undefined;
}

function textsAt(tree: Tree | undefined, key: string): string[] {
  const items = tree ? itemsOf(tree, key) : [];
  return items.flatMap((item) => (item.kind === 'scalar' && typeof item.value === 'string' ? [item.value] : []));
}

function dateAt(tree: Tree | undefined, key: string): Located<string> | undefined {
  const text = textAt(tree, key);
  return text && isDate(text.value) ? text : undefined;
}

function digestAt(tree: Tree | undefined, key: string): Located<string> | undefined {
  const text = textAt(tree, key);
  return text && isFileDigest(text.value) ? text : undefined;
}

function targetAt(tree: Tree | undefined): Located<number> | undefined {
  return numberOf(scalarAt(tree, 'target'), isTarget);
}

function scoreOf(scalar: { value?: unknown; span: Span } | undefined): Located<number> | undefined {
  return numberOf(scalar, isLevel);
}

function numberOf(
  scalar: { value?: unknown; span: Span } | undefined,
  accept: (value: number) => boolean,
): Located<number> | undefined {
  const value = scalar?.value;
  return scalar && typeof value === 'number' && accept(value)
    ? { value: value === 0 ? 0 : value, span: scalar.span }
    : undefined;
}
