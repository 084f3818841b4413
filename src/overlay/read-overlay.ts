/** Reads the text of a `*.psirt-wording.yaml` file as an overlay. Never throws, whatever the text. */
import { languages, type Language } from '../messages/messages';
import { onOneLine } from '../messages/one-line';
import { replaceUnprintable } from '../messages/unprintable';
import type { AreaOverlay, LevelOverlay, Overlay, ServiceOverlay } from './overlay';
import { checkShape } from '../assessment/model-issues';
import { entryOf, type Entry, type Tree } from '../assessment/yaml/tree';
import { overlayIssues } from './overlay-issues';
import { overlayShape } from './overlay-model';
import type { OverlayIssue } from './overlay-rules';
import { readYaml } from '../assessment/yaml/read-yaml';

export interface OverlayFile {
  readonly text: string;
  /** The whole document as located values; `undefined` when empty or unreadable. */
  readonly tree?: Tree;
  /** In the order of the text. */
  readonly issues: readonly OverlayIssue[];
  /** The overlay as far as it is usable; `undefined` where the file could not be read in full or names no language. */
  readonly overlay?: Overlay;
}

/** Reads an overlay file. Invalid parts are left out and reported in `issues`. */
export function parseOverlay(text: string): OverlayFile {
  const { tree, issues, broken } = readYaml(text);
  if (broken) return { text, tree, issues: issues as readonly OverlayIssue[] };
  const language = languageIn(tree);
  const found = [...(checkShape(tree, overlayShape) as OverlayIssue[]), ...overlayIssues(text, tree, language)].sort(
    (a, b) => a.span.start - b.span.start,
  );
  return {
    text,
    tree,
    issues: found,
    overlay: language && { language, areas: areasIn(tree), services: servicesIn(tree) },
  };
}

/** The language that an overlay file declares. */
function languageIn(tree: Tree | undefined): Language | undefined {
  return languages.find((language) => language === lineAt(tree, 'language'));
}

function areasIn(tree: Tree | undefined): Record<string, AreaOverlay> {
  return recordOf(tree, 'areas', ({ value }) =>
    defined({ title: lineAt(value, 'title'), summary: lineAt(value, 'summary') }),
  );
}

function servicesIn(tree: Tree | undefined): Record<string, ServiceOverlay> {
  return recordOf(tree, 'services', ({ value }) => ({
    ...defined({
      title: lineAt(value, 'title'),
      objective: lineAt(value, 'objective'),
      notes: linesAt(value, 'notes'),
    }),
    levels: recordOf(value, 'levels', ({ value: level }) => levelIn(level)),
  }));
}

function levelIn(tree: Tree): LevelOverlay {
  const [summary, description] = [lineAt(tree, 'summary'), textAt(tree, 'description')];
  const criteria = defined(recordOf(tree, 'criteria', ({ value }) => lineOf(value)));
  return defined({
    summary,
    description,
    criteria: Object.keys(criteria).length ? (criteria as Record<string, string>) : undefined,
    guidance: textAt(tree, 'guidance'),
    examples: linesAt(tree, 'examples'),
  });
}

/** The values of a map by key; of a repeated key the first counts. */
function recordOf<T>(tree: Tree | undefined, key: string, valueOf: (entry: Entry) => T): Record<string, T> {
  const map = entryOf(tree, key)?.value;
  const entries = map?.kind === 'map' ? [...map.entries].reverse() : [];
  return Object.fromEntries(entries.map((entry) => [entry.key, valueOf(entry)]));
}

function defined<T extends object>(values: T): Partial<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<T>;
}

/** A multi-line text; an empty one counts as missing. */
function textAt(tree: Tree | undefined, key: string): string | undefined {
  return textOf(entryOf(tree, key)?.value);
}

function textOf(value: Tree | undefined): string | undefined {
  return value?.kind === 'scalar' && typeof value.value === 'string' ? clean(value.value) || undefined : undefined;
}

function lineAt(tree: Tree | undefined, key: string): string | undefined {
  return lineOf(entryOf(tree, key)?.value);
}

function lineOf(value: Tree | undefined): string | undefined {
  const text = textOf(value);
  return text === undefined ? undefined : onOneLine(text);
}

function linesAt(tree: Tree | undefined, key: string): string[] | undefined {
  const list = entryOf(tree, key)?.value;
  if (list?.kind !== 'list') return undefined;
  return list.items.flatMap((item) =>
    item.kind === 'scalar' && typeof item.value === 'string' ? onOneLine(clean(item.value)) || [] : [],
  );
}

/** Removes characters that hide, reorder or control: the text is shown in terminals and pages. */
function clean(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => replaceUnprintable(line.replace(/\t/g, ' ')).trimEnd())
    .join('\n')
    .trim();
}
