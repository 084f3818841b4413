import { afterColon, indentAt, lineEnding, lineStart } from '../assessment/yaml/text-edit';
import { entryOf, type Entry } from '../assessment/yaml/tree';
import { sheetName } from '../sheet/sheet';
import type { Fix, Rule, RuleContext } from './rule';

/** The file names an unknown sheet; one that names none is taken to follow ours. */
export const unsupportedSheet: Rule = {
  id: 'unsupported-sheet',
  severity: 'error',
  seenBySchema: true,
  readsText: true,
  ofText: true,
  check: (context) => {
    const { assessment, t } = context;
    const { sheet, tree, broken } = assessment;
    if (broken) return [];
    if (sheet) {
      if (sheet.value === sheetName) return [];
      const fixes = () => [
        { title: t('fix.sheet', { sheet: sheetName }), edits: [{ span: sheet.span, newText: sheetName }] },
      ];
      return [
        { span: sheet.span, message: t('rule.unsupported-sheet', { sheet: sheet.value, known: sheetName }), fixes },
      ];
    }
    const empty = emptyEntry(context);
    const first = empty ?? (tree?.kind === 'map' && !tree.flow ? tree.entries[0] : undefined);
    if (!first || (!empty && isNamed(context)) || isUntouched(context)) return [];
    const fixes = () => (empty ? fillIn(context, empty) : addSheet(context, first.keySpan.start));
    return [
      {
        span: first.keySpan,
        severity: 'info',
        message: t('rule.unsupported-sheet.missing', { known: sheetName }),
        beyondSchema: true,
        fixes,
      },
    ];
  },
};

/** The `sheet` key without a value. */
function emptyEntry({ assessment: { tree } }: RuleContext): Entry | undefined {
  const entry = entryOf(tree, 'sheet');
  return entry?.value.kind === 'scalar' && entry.value.value === null ? entry : undefined;
}

function fillIn({ assessment: { text }, t }: RuleContext, { keySpan, value }: Entry): Fix[] {
  const colon = afterColon(text, keySpan.end);
  if (colon === undefined) return [];
  const span = { start: colon, end: Math.max(colon, value.span.end) };
  return [{ title: t('fix.sheet', { sheet: sheetName }), edits: [{ span, newText: ` ${sheetName}` }] }];
}

/** Whether the key is present, even with an unreadable value or a mistyped name: those are reported by other rules. */
function isNamed({ assessment: { tree, issues } }: RuleContext): boolean {
  return entryOf(tree, 'sheet') !== undefined || issues.some(({ suggestion }) => suggestion === 'sheet');
}

/** A file with nothing scored yet gets one finding, which is not this one. */
function isUntouched({ scored: { overall } }: RuleContext): boolean {
  return overall.scored === 0 && overall.excluded === 0;
}

/** Adds a line above the first key, with that key's indentation. */
function addSheet({ assessment: { text }, t }: RuleContext, at: number): Fix[] {
  if (text.slice(lineStart(text, at), at).trim().replace('\ufeff', '') !== '') return [];
  const newText = `sheet: ${sheetName}${lineEnding(text)}${indentAt(text, at)}`;
  return [{ title: t('fix.sheet-add', { sheet: sheetName }), edits: [{ span: { start: at, end: at }, newText }] }];
}
