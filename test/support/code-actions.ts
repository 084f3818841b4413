/** The code actions of a text, for the tests. */
import { parseAssessment } from '../../src/assessment/parse';
import type { Span } from '../../src/assessment/yaml/tree';
import type { CodeAction } from '../../src/language/code-action';
import { codeActionsAt } from '../../src/language/code-actions';
import { translator } from '../../src/messages/catalogues';
import type { Language } from '../../src/messages/messages';
import { checkAssessment } from '../../src/rules/check';
import { scoreAssessment } from '../../src/scoring/score';
import { knownDocuments } from './known-documents';
import { sheets, today } from './problems';

export interface Asked {
  readonly span: Span;
  readonly only?: string;
  /** `false`: the editor asked because the cursor moved. */
  readonly invoked?: boolean;
  readonly language?: Language;
}

const documents = knownDocuments({
  'docs/charter.md': { exists: true, headings: ['roles', 'mission-of-the-team', 'contact'] },
  'docs/audit.pdf': { exists: true },
  'docs/gone.md': { exists: false },
});

/** The actions for a stretch of a text; asked for by the user unless said otherwise. */
export function actionsOf(text: string, { span, only, invoked = true, language = 'en' }: Asked): CodeAction[] {
  const sheet = sheets[language];
  const assessment = parseAssessment(text);
  const context = {
    sheet,
    assessment,
    scored: scoreAssessment(sheet, assessment),
    t: translator(language),
    today,
    documents,
  };
  return [...codeActionsAt(context, checkAssessment(context), { span, only, invoked })];
}
