import { indentAt, lineEnding, lineStart } from '../assessment/text-edit';
import { entryOf } from '../assessment/tree';
import { sheetName } from '../sheet/sheet';
import type { Fix, Rule, RuleContext } from './rule';

/** The file names a sheet we do not know; one that names none is taken to mean ours. */
export const unsupportedSheet: Rule = {
  id: 'unsupported-sheet',
  severity: 'error',
  readsText: true,
  check: (context) => {
    const { assessment, t } = context;
    const { sheet, tree, broken } = assessment;
    if (broken) return [];
    if (sheet) {
      if (sheet.value === sheetName) return [];
      const fixes = () => [{ title: t('fix.sheet', { sheet: sheetName }), edits: [{ span: sheet.span, newText: sheetName }] }];
      return [{ span: sheet.span, message: t('rule.unsupported-sheet', { sheet: sheet.value, known: sheetName }), fixes }];
    }
    const first = tree?.kind === 'map' && !tree.flow ? tree.entries[0] : undefined;
    if (!first || isNamed(context) || isUntouched(context)) return [];
    const fixes = () => addSheet(context, first.keySpan.start);
    return [{ span: first.keySpan, severity: 'info', message: t('rule.unsupported-sheet.missing', { known: sheetName }), fixes }];
  },
};

/** The key is there, even if its value can not be read or its name is mistyped: that is reported as such. */
function isNamed({ assessment: { tree, issues } }: RuleContext): boolean {
  return entryOf(tree, 'sheet') !== undefined || issues.some(({ suggestion }) => suggestion === 'sheet');
}

/** A file with nothing scored yet has one problem, and that is not this one. */
function isUntouched({ scored: { overall } }: RuleContext): boolean {
  return overall.scored === 0 && overall.excluded === 0;
}

/** A line above the first key, as deep as that key stands. */
function addSheet({ assessment: { text }, t }: RuleContext, at: number): Fix[] {
  if (text.slice(lineStart(text, at), at).trim().replace('\ufeff', '') !== '') return [];
  const newText = `sheet: ${sheetName}${lineEnding(text)}${indentAt(text, at)}`;
  return [{ title: t('fix.sheet-add', { sheet: sheetName }), edits: [{ span: { start: at, end: at }, newText }] }];
}
