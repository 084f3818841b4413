/** Converts problems to diagnostics. */
import { DiagnosticSeverity, type Diagnostic } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Span } from '../assessment/yaml/tree';
import { severityKinds } from '../language/editor-kinds';
import type { Language } from '../messages/messages';
import { ruleLines } from '../rules/rule-lines';
import type { Severity } from '../rules/rule';
import type { Session } from './session';

/** The source that our diagnostics name. */
export const source = 'psirt-maturity';

interface Shown {
  readonly rule: keyof typeof ruleLines;
  readonly severity: Severity;
  readonly message: string;
  readonly span: Span;
}

/** A problem as a diagnostic, linked to the rule's page in the user's language where there is one. */
export function diagnosticOf(
  { positions, host }: Session,
  document: TextDocument,
  { rule, severity, message, span }: Shown,
  language: Language,
): Diagnostic {
  const page = host.rulesPage(language);
  return {
    range: positions.rangeOf(document, span),
    severity: DiagnosticSeverity[severityKinds[severity]],
    source,
    code: rule,
    ...(page !== undefined && { codeDescription: { href: `${page}#L${ruleLines[rule]}` } }),
    message,
  };
}
