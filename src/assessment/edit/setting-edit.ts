/** Edits of settings in a file: severities of rules, targets of areas, single values. */
import type { Assessment } from '../assessment';
import { placeAt } from '../cursor';
import { keysOf } from '../keys';
import { type RuleId, type SeveritySetting } from '../vocabulary';
import { insertBelow, insertFirst, insertInFlow, replaceValue } from '../yaml/map-edit';
import {
  afterColon,
  childIndent,
  documentEnd,
  headerComment,
  indentAt,
  insertAt,
  isAtLineStart,
  lineEnd,
  lineEnding,
  type TextEdit,
} from '../yaml/text-edit';
import { entryOf, ownEntries, type Entry, type MapTree, type Span, type Tree } from '../yaml/tree';
import { byHand, type EditPlan } from './plan';
import { placeholder, proven, provenSnippet, type Change } from './proof';

/** Keys that stand above `areas` in a file. */
const head = keysOf.assessment.slice(0, keysOf.assessment.indexOf('areas'));

/** Sets the severity of a rule for the file. */
export function setSeverity(assessment: Assessment, rule: RuleId, severity: SeveritySetting): EditPlan {
  return proven(assessment, severityEdits(assessment, rule, severity), [{ path: ['rules', rule], value: severity }]);
}

function severityEdits(assessment: Assessment, rule: RuleId, severity: SeveritySetting): TextEdit[] | undefined {
  const present = entryOf(entryOf(assessment.tree, 'rules')?.value, rule);
  if (!present) return addToSection(assessment, 'rules', rule, `${rule}: ${severity}`);
  return present.value.aliased || present.merged ? undefined : replaceValue(assessment.text, present, severity);
}

/** Sets the target of an area that has none, as a placeholder to change. */
export function setAreaTarget(assessment: Assessment, area: string, target: number): EditPlan {
  const { text, tree } = assessment;
  const written = placeholder(1, String(target));
  const present = entryOf(entryOf(tree, 'areas')?.value, area);
  const edits = present
    ? addTarget(text, present, `target: ${written}`)
    : addToSection(assessment, 'areas', area, `"${area}": { target: ${written} }`);
  return provenSnippet(assessment, edits, [{ path: ['areas', area, 'target'], value: target }]);
}

/** Replaces the scalar at a span by another value that needs no quotes, keeping its quotes. */
export function replaceScalar(
  assessment: Assessment,
  span: Span,
  value: string | number,
  asPlaceholder = false,
): EditPlan {
  const quote = typeof value === 'string' ? (/^["']/.exec(assessment.text.slice(span.start, span.end))?.[0] ?? '') : '';
  const written = asPlaceholder ? placeholder(1, String(value)) : String(value);
  return rewriteScalar(assessment, span, quote + written + quote, value, asPlaceholder);
}

/** Replaces the text of the scalar at a span, possibly by a snippet, so that it has a certain value. */
export function rewriteScalar(
  assessment: Assessment,
  span: Span,
  newText: string,
  value: unknown,
  isSnippet = false,
): EditPlan {
  const place = placeAt(assessment, span.start);
  if (place?.on !== 'value' || place.span.start !== span.start) return byHand;
  const change: Change = { path: place.path, value };
  const whole = newText + headerComment(assessment.text.slice(span.start, span.end));
  return (isSnippet ? provenSnippet : proven)(assessment, [{ span, newText: whole }], [change]);
}

function addTarget(text: string, { keySpan, value, merged }: Entry, pair: string): TextEdit[] | undefined {
  const colon = afterColon(text, keySpan.end);
  if (colon === undefined || merged || value.aliased) return undefined;
  if (value.kind === 'map') return value.flow ? insertInFlow(text, value, pair) : insertFirst(text, value, pair);
  const isEmpty = value.kind === 'scalar' && value.value === null && value.span.end <= colon;
  return isEmpty ? [insertAt(colon, ` { ${pair} }`)] : undefined;
}

/** Adds a pair to `areas` or `rules`, creating the section where the file has none. */
function addToSection(
  { text, tree }: Assessment,
  section: 'areas' | 'rules',
  key: string,
  pair: string,
): TextEdit[] | undefined {
  const entry = entryOf(tree, section);
  if (!entry) return addSection(text, tree, section, pair);
  const { value, keySpan, merged } = entry;
  const eol = lineEnding(text);
  if (value.aliased || merged || value.kind === 'list') return undefined;
  if (value.kind === 'map') return value.flow ? insertInFlow(text, value, pair) : addLine(text, value, key, pair);
  const colon = afterColon(text, keySpan.end);
  if (colon === undefined || value.value !== null || value.span.end > colon) return undefined;
  const indent = indentAt(text, keySpan.start);
  return [insertAt(lineEnd(text, colon), `${eol}${indent}${childIndent(indent)}${pair}`)];
}

/** Adds a line, in the order of the keys. */
function addLine(text: string, map: MapTree, key: string, pair: string): TextEdit[] | undefined {
  const own = ownEntries(map);
  const previous = own.filter((entry) => entry.key < key).at(-1);
  return previous ? insertBelow(text, previous, [pair]) : insertFirst(text, map, pair);
}

/** Adds a section: `areas` below the file's own facts, `rules` at the end. */
function addSection(
  text: string,
  tree: Tree | undefined,
  section: 'areas' | 'rules',
  pair: string,
): TextEdit[] | undefined {
  const eol = lineEnding(text);
  if (tree?.kind === 'list' || tree?.aliased) return undefined;
  if (tree?.kind !== 'map') {
    const at = documentEnd(text);
    return [insertAt(at, `${isAtLineStart(text, at) ? '' : eol}${section}:${eol}  ${pair}${eol}`)];
  }
  if (tree.flow) return insertInFlow(text, tree, `${section}: { ${pair} }`);
  const [first] = ownEntries(tree);
  if (!first) return undefined;
  const above = entryAbove(tree, section);
  if (above) return insertBelow(text, above, [`${section}:`, `  ${pair}`]);
  const indent = indentAt(text, first.keySpan.start);
  return [insertAt(first.keySpan.start, `${section}:${eol}${indent}  ${pair}${eol}${indent}`)];
}

function entryAbove(tree: MapTree, section: 'areas' | 'rules'): Entry | undefined {
  const own = ownEntries(tree);
  if (section === 'rules') return own.at(-1);
  const services = own.findIndex(({ key }) => key === 'services');
  return own.filter(({ key }, index) => head.includes(key) && (services < 0 || index < services)).at(-1);
}
