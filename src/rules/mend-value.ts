/** Fixes for values in the wrong form whose meaning is clear from what is written. */
import type { Issue } from '../assessment/assessment';
import { placeAt } from '../assessment/cursor';
import { criterionStates, isDate, severities } from '../assessment/vocabulary';
import { parseVariant } from '../assessment/parse-variant';
import { closest } from '../assessment/closest';
import { applyEdits, scalarText } from '../assessment/yaml/text-edit';
import { entryOf, treeAt, type ScalarTree } from '../assessment/yaml/tree';
import { levelCalled, targetCalled } from '../sheet/sheet';
import { fixOf, type Edits, type Fix, type RuleContext } from './rule';

/** The value that was meant, and how it is written. */
interface Meant {
  readonly value: unknown;
  readonly newText: string;
  /** Another value may have been meant. */
  readonly guessed?: true;
}

/**
 * The fixes for a value in the wrong form, a mistyped or repeated key, or tabs in place of spaces; none where the value
 * has to be written anew.
 */
export function mendValue(context: RuleContext, issue: Issue, edits: Edits): Fix[] {
  const { assessment, t } = context;
  if (issue.key === 'syntax.tab') {
    const edits = withoutTabs(assessment.text);
    return edits.length > 0 ? [{ title: t('fix.tabs'), edits }] : [];
  }
  if (issue.suggestion) return rename(context, issue.span, issue.suggestion);
  if (issue.key === 'shape.repeated-key') return dropRepeated(context, issue, edits);
  const place = placeAt(assessment, issue.span.start);
  const tree = place?.on === 'value' ? treeAt(assessment.tree, place.path) : undefined;
  if (tree?.kind !== 'scalar' || tree.aliased || tree.span.start !== issue.span.start) return [];
  const source = assessment.text.slice(tree.span.start, tree.span.end);
  const meant = place?.path.at(-1) === 'plan' ? undefined : readers[issue.key]?.(tree.value, source);
  if (!meant) return [];
  const rewritten = edits.rewriteScalar(assessment, tree.span, meant.newText, meant.value);
  return fixOf(t('fix.rename', { name: meant.newText }), rewritten, meant.guessed ? {} : { safe: true });
}

/** Renames a mistyped key to the intended one, unless that is present already. */
function rename({ assessment, t }: RuleContext, span: Issue['span'], name: string): Fix[] {
  const place = placeAt(assessment, span.start);
  const owner = place && treeAt(assessment.tree, place.path.slice(0, -1));
  if (!owner || entryOf(owner, name)) return [];
  const newText = /^\d/.test(name) ? `"${name}"` : name;
  return [{ title: t('fix.rename', { name: newText }), edits: [{ span, newText }] }];
}

type Reader = (value: ScalarTree['value'], source: string) => Meant | undefined;

/** How to read the intended value, by the message of the issue. */
const readers: Partial<Record<Issue['key'], Reader>> = {
  'expected.text': quoted,
  'expected.evidence': quoted,
  'expected.reason': (value, source) => (typeof value === 'number' ? quoted(value, source) : undefined),
  'expected.score': ofText((text) => numberMeant(text, levelCalled)),
  'expected.service': ofText((text) => numberMeant(text, levelCalled)),
  'expected.target': ofText((text) => numberMeant(text, targetCalled)),
  'expected.date': (value, source) => dateMeant(typeof value === 'string' ? value : source),
  'expected.done': ofText((text) => doneMeant(text) ?? dateMeant(text)),
  'expected.list': ofText((text) => ({ value: [text], newText: `[${scalarText(text)}]` })),
  'expected.action': ofText((text) => ({ value: { action: text }, newText: `{ action: ${scalarText(text)} }` })),
  'expected.severity': severityMeant,
  'expected.criterion': stateMeant,
  'expected.criterion-state': stateMeant,
};

function ofText(read: (text: string) => Meant | undefined): Reader {
  return (value) => (typeof value === 'string' ? read(value) : undefined);
}

/** A number or boolean that is meant as text. */
function quoted(value: ScalarTree['value'], source: string): Meant | undefined {
  return typeof value === 'string' || value === null ? undefined : { value: source, newText: `"${source}"` };
}

/** Numbers written as text (`"3"`) or in full-width digits (`３`). */
function numberMeant(text: string, called: (text: string) => number | undefined): Meant | undefined {
  const newText = text.normalize('NFKC').trim();
  const value = called(newText);
  return value === undefined ? undefined : { value, newText };
}

/** Year, month and day in that order, with any separators; a time of day is dropped. */
function dateMeant(text: string): Meant | undefined {
  const [, year = '', month = '', day = ''] =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T ].*)?$/.exec(text.normalize('NFKC').trim()) ?? [];
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDate(date) ? { value: date, newText: date } : undefined;
}

/** Words that YAML 1.1 read as true and false. */
function doneMeant(text: string): Meant | undefined {
  if (/^(yes|y|on|done)$/i.test(text)) return { value: true, newText: 'true' };
  return /^(no|n|off)$/i.test(text) ? { value: false, newText: 'false' } : undefined;
}

/** A state in other words: booleans, the terms of other tools, or a typing error. */
function stateMeant(value: ScalarTree['value']): Meant | undefined {
  const word = String(value).toLowerCase().trim();
  const [alias] = Object.entries(otherStates).flatMap(([state, words]) => (words.includes(word) ? [state] : []));
  const name = alias ?? closest(word, criterionStates);
  return name ? { value: name, newText: name, guessed: true } : undefined;
}

const otherStates: Readonly<Record<(typeof criterionStates)[number], readonly string[]>> = {
  met: ['true', 'yes', 'y', 'done', 'ok', 'fulfilled'],
  partly: ['partial', 'partially', 'partially-met', 'partly-met'],
  unmet: ['false', 'no', 'n', 'not-met', 'not met'],
  'not-applicable': ['na', 'n/a', 'n.a.', 'not applicable', 'not_applicable'],
};

function severityMeant(value: ScalarTree['value']): Meant | undefined {
  const name = severityCalled(value);
  return name ? { value: name, newText: name, guessed: true } : undefined;
}

/** YAML 1.1 read `off` as false. */
function severityCalled(value: ScalarTree['value']): string | undefined {
  if (value === false) return 'off';
  if (value === 'warn') return 'warning';
  return typeof value === 'string' ? closest(value, severities) : undefined;
}

/** Of a repeated key the first counts; the other is removed with its value. */
function dropRepeated({ assessment, t }: RuleContext, { span, parameters }: Issue, { removeRepeated }: Edits): Fix[] {
  const owner = placeAt(assessment, span.start)?.path.slice(0, -1);
  const title = t('fix.remove-duplicate', { id: parameters['key'] ?? '' });
  return owner ? fixOf(title, removeRepeated(assessment, span, owner), { preferred: false }) : [];
}

/** Replaces each leading tab by two spaces; lines of a block text have none. */
function withoutTabs(text: string): Fix['edits'] {
  const edits = [...text.matchAll(/^\t+/gm)].map(({ index, 0: tabs }) => ({
    span: { start: index, end: index + tabs.length },
    newText: '  '.repeat(tabs.length),
  }));
  return parseVariant(applyEdits(text, edits)).broken ? [] : edits;
}
