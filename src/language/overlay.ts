/**
 * Hovers and completions in `*.psirt-wording.yaml` files: the purpose of keys and the text they replace, and valid
 * keys.
 */
import { placeAt, typedPlaceAt } from '../assessment/cursor';
import type { OverlayFile } from '../overlay/read-overlay';
import { parseOverlay } from '../overlay/read-overlay';
import { overlayKeysAt, overlayKindAt } from '../overlay/overlay-model';
import { entryOf, treeAt, type Span } from '../assessment/yaml/tree';
import { languages, type MessageKey, type Translate } from '../messages/messages';
import { joined, ours, type HoverMarkdown, type Own } from '../messages/safe-text';
import { findArea, findService, nameOf, type Level, type Named, type Sheet } from '../sheet/sheet';
import type { Hover } from './hover';
import { describe, escapeMarkdown, levelHeading, levelText, wordingMarkdown } from './markdown';
import { referenceCompletionsAt } from './reference-completion';
import { unlessComplete } from './unless-complete';

/** The sheet is the one without any overlay: the texts that a file replaces. */
export interface OwnFileContext {
  readonly sheet: Sheet;
  readonly t: Translate;
}

export interface OwnFileCompletion {
  readonly label: string;
  readonly insertText: string;
  readonly detail?: string;
  readonly documentation?: HoverMarkdown;
  readonly span: Span;
  readonly isValue: boolean;
}

type Path = readonly (string | number)[];

/** The hover on a key: its purpose, and the sheet's text that it replaces. */
export function overlayHoverAt(context: OwnFileContext, { tree }: OverlayFile, offset: number): Hover | undefined {
  const place = placeAt({ tree }, offset);
  if (place?.on !== 'key') return undefined;
  const markdown = joined(
    [purposeOf(place.path, context.t), replacedBy(context, place.path)].filter(Boolean),
    '\n\n---\n\n',
  );
  return markdown ? { markdown, span: place.span } : undefined;
}

/** The keys and values valid at an offset, in display order. */
export function overlayCompletionsAt(
  context: OwnFileContext,
  text: string,
  offset: number,
): readonly OwnFileCompletion[] {
  return unlessComplete(text, candidatesAt(context, text, offset));
}

function candidatesAt(context: OwnFileContext, text: string, offset: number): OwnFileCompletion[] {
  const references = referenceCompletionsAt(context.sheet, parseOverlay(text), text, offset);
  if (references.length) return references;
  const place = typedPlaceAt(text, offset, parseOverlay);
  if (!place) return [];
  const { path, on, span, hasColon, file } = place;
  if (on === 'value')
    return path.length === 1 && path[0] === 'language'
      ? languages.map((label) => ({ label, insertText: label, span, isValue: true }))
      : [];
  const parent = path.slice(0, -1);
  const owner = treeAt(file.tree, parent);
  const isId = /^(areas|services|levels)$/.test(overlayKindAt(parent) ?? '');
  return keysAt(context, parent)
    .filter((key) => !entryOf(owner, key))
    .map((key) => ({
      label: key,
      insertText: `${isId ? `"${key}"` : key}${hasColon ? '' : ':'}`,
      detail: titleOf(context, [...parent, key]),
      documentation: joined(
        [purposeOf([...parent, key], context.t), replacedBy(context, [...parent, key])].filter(Boolean),
        '\n\n',
      ),
      span,
      isValue: false,
    }));
}

/** The keys valid in the map at a path; the sheet knows the criteria of a level. */
function keysAt({ sheet }: OwnFileContext, path: Path): readonly string[] {
  if (overlayKindAt(path) !== 'criteria') return overlayKeysAt(path);
  const level = findService(sheet, String(path[1]))?.levels[Number(path[3])];
  return (level?.criteria ?? []).map(({ id }) => id);
}

/** The purpose of a key; ids and level numbers need no explanation. */
function purposeOf(path: Path, t: Translate): Own {
  const kind = overlayKindAt(path.slice(0, -1));
  const message = `key.${kind === 'wording' ? kind : `wording-${kind}`}.${String(path.at(-1))}` as MessageKey;
  const text = t(message);
  return text === (message as string) ? ours`` : text;
}

function titleOf({ sheet }: OwnFileContext, path: Path): string | undefined {
  const [section, id = '', , level] = path.map(String);
  if (section === 'areas' && path.length === 2) return findArea(sheet, id)?.title;
  const service = section === 'services' ? findService(sheet, id) : undefined;
  if (path.length === 2) return service?.title;
  return path.length === 4 ? service?.levels[Number(level)]?.summary : undefined;
}

/** The sheet's text at a path. */
function replacedBy(context: OwnFileContext, path: Path): HoverMarkdown {
  const { sheet } = context;
  const [section, id = '', key = '', number, part] = path.map(String);
  if (section === 'areas') {
    const area = findArea(sheet, id);
    return area
      ? partText({ title: area.title, summary: area.summary }, key, named(area, wordingMarkdown(area.summary)))
      : ours``;
  }
  const service = section === 'services' ? findService(sheet, id) : undefined;
  if (!service) return ours``;
  const level = number === undefined ? undefined : service.levels[Number(number)];
  const criterion = part === 'criteria' ? level?.criteria.find(({ id: known }) => known === path[5]) : undefined;
  if (criterion) return escapeMarkdown(criterion.text);
  if (level) return levelPart(context, Number(number), level, part);
  const texts = { title: service.title, objective: service.objective, notes: service.notes.join('\n\n') };
  return partText(texts, key, named(service, describe(service.objective, context)));
}

function levelPart(context: OwnFileContext, number: number, level: Level, part: string | undefined): HoverMarkdown {
  if (part === undefined) return ours`${levelHeading(number, level, context.t)}\n\n${levelText(level, context)}`;
  if (part === 'description') return describe(level.description, context);
  return part === 'summary' ? escapeMarkdown(level.summary) : ours``;
}

function named(one: Named, text: HoverMarkdown): HoverMarkdown {
  return ours`**${escapeMarkdown(nameOf(one))}**\n\n${text}`;
}

/** The text of a key, or all texts together where the key has none. */
function partText(texts: Readonly<Record<string, string>>, key: string, whole: HoverMarkdown): HoverMarkdown {
  if (key === '') return whole;
  return Object.hasOwn(texts, key) ? wordingMarkdown(texts[key] ?? '') : ours``;
}
