/** Completions: keys, missing ids, levels, and other values with few choices. */
import { columnEdits } from '../assessment/yaml/comment-columns';
import { typedPlaceAt, type TypedPlace } from '../assessment/cursor';
import { keysOf, mapKindAt, type MapKind } from '../assessment/keys';
import { criterionStates, severities, sourceIds } from '../assessment/vocabulary';
import {
  childIndent,
  indentAt,
  insertAt,
  lineEnd,
  lineStart,
  trimmedEnd,
  type TextEdit,
} from '../assessment/yaml/text-edit';
import { entryOf, treeAt, type Span } from '../assessment/yaml/tree';
import { addMonths } from '../assessment/day';
import { criteriaOf, criterionText } from '../sheet/criteria';
import { findArea, findService, levelNumbers, serviceIds, sheetName } from '../sheet/sheet';
import type { Completion, CompletionContext, Draft } from './completion-item';
import { keyDocumentation } from './key-documentation';
import { describe, levelText, wordingMarkdown } from './markdown';
import { snippetDrafts } from './snippet-completion';
import { unlessComplete } from './unless-complete';

/** The completions at an offset, in display order. */
export function completionsAt(context: CompletionContext, offset: number): readonly Completion[] {
  const place = typedPlaceAt(context.text, offset);
  if (!place) return [];
  const drafts = place.on === 'key' ? keyDrafts(context, place) : valueDrafts(context, place);
  const typed = context.text.slice(place.span.start, place.span.end);
  const completions = drafts.map((draft, index) => ({
    ...(place.on === 'value'
      ? { ...draft, besides: draft.besides ?? columnsKept(context.text, place.span, draft.insertText) }
      : draft),
    span: place.span,
    sortText: String(index).padStart(3, '0'),
    // Typed quotes are part of the matched word, so that ids and titles match with and without them.
    filterText: `${/^["']/.exec(typed)?.[0] ?? ''}${draft.label}`,
  }));
  return unlessComplete(context.text, completions);
}

/**
 * The edits that keep a comment after a value in its column: the present one, or the one before the value was begun.
 */
function columnsKept(text: string, span: Span, value: string): TextEdit[] {
  const now = columnEdits(text, [{ span, newText: value }]);
  const colon = trimmedEnd(text, lineStart(text, span.start), span.start);
  if (now.length > 0 || text[colon - 1] !== ':') return now;
  const begun = span.end - colon;
  const before = columnEdits(text.slice(0, colon) + text.slice(span.end), [insertAt(colon, ` ${value}`)]);
  return before.map((edit) => ({ ...edit, span: { start: edit.span.start + begun, end: edit.span.end + begun } }));
}

function keyDrafts(context: CompletionContext, place: TypedPlace): Draft[] {
  const parent = place.path.slice(0, -1);
  const kind = mapKindAt(parent);
  // Only ids are written in quotes; elsewhere a quote begins a text.
  const isText =
    /^["']/.test(context.text.slice(place.span.start, place.span.end)) && kind !== 'services' && kind !== 'areas';
  if (!kind || isText) return [];
  const owner = treeAt(place.file.tree, parent);
  if (kind === 'criteria')
    return criterionDrafts(context, String(place.path[1]), place.hasColon, (id) => !entryOf(owner, id));
  const free = keysOf[kind].filter((key) => !entryOf(owner, key));
  return [
    ...snippetDrafts(context, place),
    ...free.flatMap((key) => keyDraft(context, kind, key, place.hasColon) ?? []),
  ];
}

function keyDraft({ sheet, t }: CompletionContext, kind: MapKind, key: string, hasColon: boolean): Draft | undefined {
  const colon = hasColon ? '' : ': ';
  const quoted = { kind: 'service', insertText: `"${key}"${colon}`, continues: !hasColon } as const;
  if (kind === 'services') {
    const service = findService(sheet, key);
    if (!service || service.outOfScope) return undefined;
    const { title, objective } = service;
    return {
      ...quoted,
      label: `${key} ${title}`,
      detail: findArea(sheet, service.areaId)?.title,
      documentation: describe(objective, { sheet, t }),
    };
  }
  if (kind === 'areas') {
    const area = findArea(sheet, key);
    return (
      area && {
        ...quoted,
        insertText: `"${key}"${hasColon ? '' : ': { target: ${1:3} }'}`,
        snippet: !hasColon,
        continues: false,
        label: `${key} ${area.title}`,
        documentation: wordingMarkdown(area.summary),
      }
    );
  }
  const documentation = keyDocumentation(kind, key, t);
  const continues =
    !hasColon && ['score', 'target', 'state', 'assessed', 'sheet', 'due', 'collected', 'expires', 'done'].includes(key);
  return {
    label: key,
    kind: 'key',
    insertText: hasColon ? key : `${key}${isParent(kind, key) ? ':' : ': '}`,
    documentation,
    continues: continues || (kind === 'rules' && !hasColon),
  };
}

/** The unanswered criteria of a service, from level 0 upwards, each with its text. */
function criterionDrafts(
  { sheet, t }: CompletionContext,
  service: string,
  hasColon: boolean,
  isFree: (id: string) => boolean,
): Draft[] {
  const found = findService(sheet, service);
  const free = (found ? criteriaOf(found) : []).filter(({ id }) => isFree(id));
  return free.map((criterion) => ({
    label: `${criterion.id} ${criterionText(criterion, t)}`,
    kind: 'key',
    insertText: `${criterion.id}${hasColon ? '' : ': '}`,
    documentation: wordingMarkdown(criterionText(criterion, t)),
    continues: !hasColon,
  }));
}

/** Whether a key's value starts on the next line. */
function isParent(kind: MapKind, key: string): boolean {
  return (
    (kind === 'assessment' && ['crosswalk', 'sign-off', 'areas', 'services', 'rules'].includes(key)) ||
    (kind === 'service' && ['evidence', 'plan', 'criteria', 'votes'].includes(key)) ||
    (kind === 'criterion' && key === 'evidence')
  );
}

function valueDrafts(context: CompletionContext, place: TypedPlace): Draft[] {
  const [first, second] = place.path;
  const last = String(place.path.at(-1));
  if (first === 'services' && typeof second === 'string') return serviceDrafts(context, place, second, last);
  if (last === 'target') return targetDrafts(context);
  if (first === 'rules') return severities.map((value) => valueDraft(value));
  if (first === 'crosswalk') return sourceDrafts(place);
  if (place.path.length > 1) return [];
  if (first === 'sheet') return [valueDraft(sheetName)];
  return first === 'assessed' ? [todayDraft(context)] : [];
}

function serviceDrafts(context: CompletionContext, { path, span }: TypedPlace, id: string, last: string): Draft[] {
  if (path.length === 2) {
    const levels = levelDrafts(context, id);
    return levels.length ? [...levels, ...longForm(context, span)] : [];
  }
  if (mapKindAt(path.slice(0, -1)) === 'criteria' || last === 'state') return stateDrafts(context);
  const drafts: Readonly<Record<string, () => Draft[]>> = {
    score: () => levelDrafts(context, id),
    target: () => targetDrafts(context),
    done: () => [valueDraft('true'), todayDraft(context)],
    due: () => futureDates(context, [1, 3, 6, 12]),
    expires: () => futureDates(context, [6, 12]),
    collected: () => [todayDraft(context)],
  };
  return Object.hasOwn(drafts, last) ? (drafts[last]?.() ?? []) : [];
}

function stateDrafts({ t }: CompletionContext): Draft[] {
  return criterionStates.map((state) => valueDraft(state, t(`criterion.state.${state}`)));
}

function targetDrafts({ t }: CompletionContext): Draft[] {
  return ['2', '2.5', '3', '3.5', '4'].map((value) =>
    valueDraft(value, value === '2.5' ? t('completion.default-target') : undefined),
  );
}

/** Sources of requirements that are not in the list yet. */
function sourceDrafts({ file }: TypedPlace): Draft[] {
  return sourceIds.filter((id) => !file.crosswalk.includes(id)).map((id) => valueDraft(id));
}

function todayDraft({ today, t }: CompletionContext): Draft {
  return valueDraft(today, t('completion.today'));
}

/** Days some months ahead: a due date of today would have passed tomorrow. */
function futureDates({ today, t }: CompletionContext, months: readonly number[]): Draft[] {
  const name = (count: number) => (count === 12 ? t('completion.in-a-year') : t('completion.in-months', { count }));
  return months.map((count) => valueDraft(addMonths(today, count), name(count)));
}

/**
 * The long form of a service, on its own lines. It is preselected, so that Enter after an id cannot enter score 0 by
 * accident.
 */
function longForm({ text, t }: CompletionContext, { start, end }: Span): Draft[] {
  const indent = indentAt(text, start);
  const [, id = '', blanks] =
    /^[ \t]*["']?([\d.]+)["']?:([ \t]*)$/.exec(text.slice(lineStart(text, start), start)) ?? [];
  if (blanks === undefined || !serviceIds.includes(id) || text.slice(end, lineEnd(text, end)).trim() !== '') return [];
  return [
    {
      label: t('completion.long-form'),
      detail: t('completion.long-form-detail'),
      kind: 'value',
      insertText: `\n${indent}${childIndent(indent)}score: `,
      preselect: true,
      continues: true,
      besides: [{ span: { start: start - blanks.length, end: start }, newText: '' }],
    },
  ];
}

function valueDraft(value: string, detail?: string): Draft {
  return { label: value, kind: 'value', insertText: value, detail };
}

/** The levels the sheet describes, from 0 upwards; always including 0, "not there yet". */
function levelDrafts({ sheet, t }: CompletionContext, id: string): Draft[] {
  const service = findService(sheet, id);
  if (!service || service.outOfScope) return [];
  return levelNumbers.flatMap((number): Draft[] => {
    const level = service.levels[number];
    const insertText = String(number);
    if (level)
      return [
        {
          label: insertText,
          kind: 'level',
          insertText,
          detail: level.summary,
          documentation: levelText(level, { sheet, t }),
        },
      ];
    return number === 0 ? [{ label: '0', kind: 'level', insertText, detail: t('completion.not-there-yet') }] : [];
  });
}
