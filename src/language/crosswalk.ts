/** Hovers and completions in `*.psirt-crosswalk.yaml` files. */
import { placeAt, typedPlaceAt } from '../assessment/cursor';
import { entryOf, treeAt } from '../assessment/yaml/tree';
import { crosswalkKeysAt, crosswalkKindAt } from '../crosswalk/own-model';
import { parseCrosswalk, type CrosswalkFile } from '../crosswalk/read-own';
import { relationships } from '../crosswalk/source';
import type { MessageKey, Translate } from '../messages/messages';
import { ours, type HoverMarkdown, type Own } from '../messages/safe-text';
import { criteriaOf } from '../sheet/criteria';
import { findService, nameOf, type Sheet } from '../sheet/sheet';
import type { Hover } from './hover';
import { describe, escapeMarkdown } from './markdown';
import { unlessComplete } from './unless-complete';
import type { OwnFileCompletion, OwnFileContext } from './overlay';

type Path = readonly (string | number)[];

/** The hover on a key: its purpose, or the service it names. */
export function crosswalkHoverAt(context: OwnFileContext, { tree }: CrosswalkFile, offset: number): Hover | undefined {
  const place = placeAt({ tree }, offset);
  const markdown = place?.on === 'key' ? explained(place.path, context) : ours``;
  return place && markdown ? { markdown, span: place.span } : undefined;
}

/** The keys and values valid at an offset, in display order. */
export function crosswalkCompletionsAt(context: OwnFileContext, text: string, offset: number): OwnFileCompletion[] {
  const { sheet } = context;
  const place = typedPlaceAt(text, offset, (variant) => parseCrosswalk(variant, sheet));
  if (!place) return [];
  const { path, on, span, hasColon, file } = place;
  if (on === 'value')
    return [
      ...unlessComplete(
        text,
        valuesAt(path, sheet).map((label) => ({ label, insertText: label, span, isValue: true })),
      ),
    ];
  const parent = path.slice(0, -1);
  const owner = treeAt(file.tree, parent);
  const isService = crosswalkKindAt(parent) === 'services';
  const keys = crosswalkKeysAt(parent).filter((key) => !entryOf(owner, key));
  const completions = keys.map((key) => ({
    label: key,
    insertText: `${isService ? `"${key}"` : key}${hasColon ? '' : ':'}`,
    detail: isService ? findService(sheet, key)?.title : undefined,
    documentation: explained([...parent, key], context),
    span,
    isValue: false,
  }));
  return [...unlessComplete(text, completions)];
}

/** The values defined for a key. */
function valuesAt(path: Path, sheet: Sheet): readonly string[] {
  const last = path.findLast((step) => typeof step === 'string');
  if (last === 'relationship') return relationships;
  const service = last === 'criteria' ? findService(sheet, String(path[3])) : undefined;
  return service ? criteriaOf(service).map(({ id }) => id) : [];
}

function explained(path: Path, context: OwnFileContext): HoverMarkdown {
  const kind = crosswalkKindAt(path.slice(0, -1));
  const key = String(path.at(-1));
  if (kind === 'services') return serviceOf(key, context);
  return kind === undefined || kind === 'requirements' ? ours`` : purposeOf(kind, key, context.t);
}

function purposeOf(kind: 'crosswalk' | 'requirement' | 'mapping', key: string, t: Translate): Own {
  const message = `key.${kind === 'crosswalk' ? kind : `crosswalk-${kind}`}.${key}` as MessageKey;
  const text = t(message);
  return text === (message as string) ? ours`` : text;
}

function serviceOf(id: string, context: OwnFileContext): HoverMarkdown {
  const service = findService(context.sheet, id);
  if (!service) return ours``;
  return ours`**${escapeMarkdown(nameOf(service))}**\n\n${describe(service.objective, context)}`;
}
