/** Brings services that have different forms in the versions to merge (`"1.1": 2`, flow map, block) into one form. */
import type { Assessment, ServiceEntry } from '../assessment';
import { toLongForm } from '../edit/long-form';
import { parseAssessment } from '../parse';
import { commentsOf } from '../yaml/comments';
import { afterColon, applyEdits, childIndent, lineStart, type TextEdit } from '../yaml/text-edit';
import { entryOf, ownEntries } from '../yaml/tree';

export interface Versions {
  readonly base: Assessment;
  readonly ours: Assessment;
  readonly theirs: Assessment;
}

type Form = 'short' | 'flow' | 'block';

/** The versions with those services converted that all of them changed and that have several forms. */
export function inOneForm(versions: Versions): Versions {
  const { ours, theirs } = versions;
  const ids = [...ours.services.keys()].filter((id) => theirs.services.has(id) && isMixed(versions, id));
  return ids.reduce((now, id) => {
    const isBlock = Object.values(now).some(({ tree }: Assessment) => {
      const services = entryOf(tree, 'services')?.value;
      return services?.kind === 'map' && !services.flow;
    });
    return {
      base: converted(now.base, id, isBlock),
      ours: converted(now.ours, id, isBlock),
      theirs: converted(now.theirs, id, isBlock),
    };
  }, versions);
}

function isMixed({ base, ours, theirs }: Versions, id: string): boolean {
  const all = [base, ours, theirs].map((version) => [version, version.services.get(id)] as const);
  const texts = all.map(([{ text }, entry]) => entry && text.slice(entry.span.start, entry.span.end));
  const forms = new Set(all.flatMap(([, entry]) => formOf(entry) ?? []));
  return new Set(texts).size === 3 && forms.size > 1;
}

/** A service without a value is compatible with every form. */
function formOf(entry: ServiceEntry | undefined): Form | undefined {
  if (!entry || entry.value.kind === 'list') return undefined;
  if (entry.value.kind === 'scalar') return entry.score ? 'short' : undefined;
  return entry.value.flow ? 'flow' : 'block';
}

function converted(version: Assessment, id: string, toBlock: boolean): Assessment {
  const entry = version.services.get(id);
  const form = formOf(entry);
  if (!entry || form === undefined || form === 'block') return version;
  if (form === 'short') {
    const plan = toLongForm(version, entry);
    return 'edits' in plan ? parseAssessment(applyEdits(version.text, plan.edits)) : version;
  }
  const edits = toBlock ? flowToBlock(version, entry) : undefined;
  return edits ? parseAssessment(applyEdits(version.text, edits)) : version;
}

/** Converts `"1.1": { score: 2, note: x }` to a block, unless it contains comments or line breaks. */
function flowToBlock({ text }: Assessment, { key, value }: ServiceEntry): TextEdit[] | undefined {
  const colon = afterColon(text, key.end);
  const inside = text.slice(value.span.start, value.span.end);
  const indent = text.slice(lineStart(text, key.start), key.start);
  const isPlain = !/\n/.test(inside) && commentsOf(inside).length === 0 && indent.trim() === '';
  if (value.kind !== 'map' || value.aliased || colon === undefined || !isPlain) return undefined;
  if (text.slice(colon, value.span.start).trim() !== '') return undefined;
  const entries = ownEntries(value);
  const lines = entries.map(({ keySpan, value: own }) => {
    const written = text.slice(keySpan.start, Math.max(keySpan.end, own.span.end)).trimEnd();
    const isWhole = /:$/.test(written) || own.span.end > keySpan.end;
    return `\n${indent}${childIndent(indent)}${written}${isWhole ? '' : ':'}`;
  });
  const end = /^[^\n]*/.exec(text.slice(value.span.end))?.[0].length ?? 0;
  return [
    { span: { start: colon, end: value.span.end }, newText: '' },
    { span: { start: value.span.end + end, end: value.span.end + end }, newText: lines.join('') },
  ];
}
