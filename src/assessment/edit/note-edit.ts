/** The edit that writes a service's note. */
import type { Assessment } from '../assessment';
import { replaceValue, type Pair } from '../yaml/map-edit';
import { linesOf } from '../yaml/member-lines';
import { headerComment, indentAt, insertAt, lineEnding, scalarText, type TextEdit } from '../yaml/text-edit';
import { entryOf, type Span } from '../yaml/tree';
import { insertService } from './insert-services';
import { addKey, longValue } from './key-edit';
import type { EditPlan } from './plan';
import { proven } from './proof';

/** Sets the note of a service (lines end with `\n`), adding the service where the file does not have it. */
export function setNote(assessment: Assessment, id: string, note: string): EditPlan {
  const text = note.trimEnd();
  const entry = assessment.services.get(id);
  const edits = noteEdits(assessment, id, text)?.map((edit) => ({
    ...edit,
    newText: edit.newText.replace(/^[ \t]+$/gm, ''),
  }));
  const says = (value: string) =>
    proven(assessment, edits, [{ path: ['services', id], value: { ...longValue(entry?.value), note: value } }]);
  // A block text ends with a line break, unless the file ends before it.
  const plan = says(text);
  return 'refused' in plan ? says(`${text}\n`) : plan;
}

function noteEdits(assessment: Assessment, id: string, note: string): TextEdit[] | undefined {
  const { text } = assessment;
  const entry = assessment.services.get(id);
  const present = entryOf(entry?.value, 'note');
  const [first = '', ...others] = blockLines(note) ?? [scalarText(note)];
  const key = { flow: `note: ${scalarText(note)}`, block: [`note: ${first}`, ...others.map((line) => `  ${line}`)] };
  if (!entry) return insertService(assessment, id, { key });
  if (!present) return addKey(assessment, entry, key);
  if (present.merged || entry.value.kind !== 'map' || entry.value.aliased) return undefined;
  // An existing block keeps its indentation.
  const indent = blockIndent(text, present.value.span) || `${indentAt(text, present.keySpan.start)}  `;
  const inner = lineEnding(text) + indent;
  const [start, lines] = entry.value.flow ? [scalarText(note), []] : [first, others.map((line) => inner + line)];
  return replaceBeside(text, present, start, lines.join(''));
}

/** Replaces a value by one that begins with `start`: the comment on that line stays before the `rest`. */
function replaceBeside(text: string, pair: Pair, start: string, rest: string): TextEdit[] | undefined {
  const { span } = pair.value;
  const within = headerComment(text.slice(span.start, span.end));
  if (within || !rest) return replaceValue(text, pair, start + within + rest);
  const [behind = ''] = /^[ \t]+#.*/.exec(text.slice(span.end)) ?? [];
  if (!behind) return replaceValue(text, pair, start + rest);
  const edits = replaceValue(text, pair, start);
  return edits && [...edits, insertAt(span.end + behind.length, rest)];
}

/** A multi-line text as a block scalar, beginning with `|`; `undefined` where it has to be quoted. */
function blockLines(text: string): string[] | undefined {
  const isBlock =
    text.includes('\n') &&
    /^\S/.test(text) &&
    !/[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ufefe\uff00-\ufffd]|\p{Cs}/u.test(text.replace(/[\u{10000}-\u{10ffff}]/gu, ''));
  return isBlock ? ['|', ...text.split('\n')] : undefined;
}

/** The indentation of a block text, from its first line that is not blank; empty for other scalars. */
function blockIndent(text: string, { start, end }: Span): string {
  if (!/^[|>]/.test(text.slice(start, start + 1))) return '';
  const [, ...lines] = linesOf(text.slice(start, end));
  return /^ */.exec(lines.find((line) => line.trim() !== '') ?? '')?.[0] ?? '';
}
