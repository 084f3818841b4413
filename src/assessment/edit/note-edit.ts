/** Edits that write or take away a service's note or target. */
import type { Assessment } from '../assessment';
import { linesOf } from '../yaml/member-lines';
import { addKey, longValue, setTargets } from './key-edit';
import { proven } from './proof';
import { insertService, removeEntry, replaceValue } from './service-edit';
import { indentAt, insertAt, lineEnding, scalarText, type TextEdit } from '../yaml/text-edit';
import { entryOf, type Span } from '../yaml/tree';

/** Gives a service a note (lines end with `\n`), in the file or not; `undefined` where that can not be done. */
export function setNote(assessment: Assessment, id: string, note: string): TextEdit[] | undefined {
  const text = note.trimEnd();
  const entry = assessment.services.get(id);
  const edits = noteEdits(assessment, id, text)?.map((edit) => ({
    ...edit,
    newText: edit.newText.replace(/^[ \t]+$/gm, ''),
  }));
  const says = (value: string) =>
    proven(assessment, edits, [
      { path: ['services', id], value: { ...(entry && longValue(entry.value)), note: value } },
    ]);
  // A block of lines ends with a line break, unless the file ends before it.
  return says(text) ?? says(`${text}\n`);
}

function noteEdits(assessment: Assessment, id: string, note: string): TextEdit[] | undefined {
  const { text } = assessment;
  const entry = assessment.services.get(id);
  const present = entryOf(entry?.value, 'note');
  const [first = '', ...others] = blockLines(note) ?? [scalarText(note)];
  const key = { flow: `note: ${scalarText(note)}`, block: [`note: ${first}`, ...others.map((line) => `  ${line}`)] };
  if (!entry) return insertService(assessment, id, { key });
  if (!present) return addKey(assessment, entry, key);
  if (present.merged || entry.value.kind !== 'map' || entry.value.aliased || present.value.kind !== 'scalar')
    return undefined;
  // The lines of a block stay as deep as they are.
  const indent = blockIndent(text, present.value.span) || `${indentAt(text, present.keySpan.start)}  `;
  const inner = lineEnding(text) + indent;
  const [start, lines] = entry.value.flow ? [scalarText(note), []] : [first, others.map((line) => inner + line)];
  return replaceBeside(text, present.keySpan, present.value.span, start, lines.join(''));
}

/** Replaces a value, which is to begin with `start`: the comment on that line stays ahead of the `rest`. */
function replaceBeside(text: string, key: Span, value: Span, start: string, rest: string): TextEdit[] | undefined {
  const [, within = ''] = /^[|>][-+\d]*([ \t]+#.*)?/.exec(text.slice(value.start, value.end)) ?? [];
  if (within || !rest) return replaceValue(text, key, value, start + within + rest);
  const [behind = ''] = /^[ \t]+#.*/.exec(text.slice(value.end)) ?? [];
  if (!behind) return replaceValue(text, key, value, start + rest);
  const edits = replaceValue(text, key, value, start);
  return edits && [...edits, insertAt(value.end + behind.length, rest)];
}

/** Gives a service a target of its own, in the file or not; `undefined` where that can not be done. */
export function setTarget(assessment: Assessment, id: string, target: number): TextEdit[] | undefined {
  const entry = assessment.services.get(id);
  if (entry) return setTargets(assessment, [entry], target);
  const key = { flow: `target: ${target}`, block: [`target: ${target}`] };
  return proven(assessment, insertService(assessment, id, { key }), [{ path: ['services', id], value: { target } }]);
}

/** A text of several lines as a block, its `|` first; `undefined` where it has to be written in quotes. */
function blockLines(text: string): string[] | undefined {
  const isBlock =
    text.includes('\n') &&
    /^\S/.test(text) &&
    !/[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ufefe\uff00-\ufffd]|\p{Cs}/u.test(text.replace(/[\u{10000}-\u{10ffff}]/gu, ''));
  return isBlock ? ['|', ...text.split('\n')] : undefined;
}

/** What the first line of a text's block that is not blank begins with; empty where the text is written otherwise. */
function blockIndent(text: string, { start, end }: Span): string {
  if (!/^[|>]/.test(text.slice(start, start + 1))) return '';
  const [, ...lines] = linesOf(text.slice(start, end));
  return /^ */.exec(lines.find((line) => line.trim() !== '') ?? '')?.[0] ?? '';
}

/** Takes a key out of a service's long form; `undefined` where that can not be done. */
export function removeKey(assessment: Assessment, id: string, key: 'note' | 'target'): TextEdit[] | undefined {
  const value = assessment.services.get(id)?.value;
  const entry = entryOf(value, key);
  if (value?.kind !== 'map' || value.aliased || !entry) return undefined;
  const edits = removeEntry(assessment.text, value, entry);
  if (value.entries.length > 1) return proven(assessment, edits, [{ path: ['services', id, key], value: undefined }]);
  return proven(assessment, edits, [{ path: ['services', id], value: value.flow ? {} : null }]);
}
