import { lineEnding } from '../assessment/text-edit';
import { sheetName } from '../sheet/sheet';
import type { Rule } from './rule';

/** The file names a sheet we do not know; one that names none is taken to mean ours. */
export const unsupportedSheet: Rule = {
  id: 'unsupported-sheet',
  severity: 'error',
  readsText: true,
  check: ({ assessment, t }) => {
    const { sheet, tree, text, broken } = assessment;
    if (sheet) {
      if (sheet.value === sheetName) return [];
      const fixes = () => [{ title: t('fix.sheet', { sheet: sheetName }), edits: [{ span: sheet.span, newText: sheetName }] }];
      return [{ span: sheet.span, message: t('rule.unsupported-sheet', { sheet: sheet.value, known: sheetName }), fixes }];
    }
    const first = tree?.kind === 'map' && !tree.flow ? tree.entries[0] : undefined;
    if (broken || !first || (tree?.kind === 'map' && tree.entries.some(({ key }) => key === 'sheet'))) return [];
    const at = { start: first.keySpan.start, end: first.keySpan.start };
    const fixes = () => [{ title: t('fix.sheet-add', { sheet: sheetName }), edits: [{ span: at, newText: `sheet: ${sheetName}${lineEnding(text)}` }] }];
    return [{ span: first.keySpan, severity: 'info', message: t('rule.unsupported-sheet.missing', { known: sheetName }), fixes }];
  },
};
