/** Quick fixes, "fix all" and refactorings for a range of a file. */
import * as edits from '../rules/edits';
import { serviceAt } from '../assessment/cursor';
import { setSeverity } from '../assessment/edit/setting-edit';
import type { Span } from '../assessment/yaml/tree';
import { fixOf, type Problem, type RuleContext } from '../rules/rule';
import { findService } from '../sheet/sheet';
import { actionKinds } from './action-kinds';
import { citationAt, evidenceAt } from './citations';
import type { CodeAction } from './code-action';
import { criterionActions } from './criterion-actions';
import { fixAll } from './fix-all';
import { refactorings } from './refactorings';

/** A request for actions. */
export interface CodeActionRequest {
  /** The cursor or the selection. */
  readonly span: Span;
  /** Restricts the actions to this kind. */
  readonly only?: string;
  /** The user asked for actions; otherwise the editor did after the cursor moved. */
  readonly invoked: boolean;
}

/**
 * The actions for a range of a file, computed one by one, since each takes time in a long file. Refactorings are
 * included when the user asks for actions or has selected text; disabled ones, with the reason, only when the user
 * asks; "fix all" only when its kind is requested.
 */
export function* codeActionsAt(
  context: RuleContext,
  problems: readonly Problem[],
  { span, only, invoked }: CodeActionRequest,
): Generator<CodeAction> {
  const isWanted = (kind: string) => only === undefined || kind === only || kind.startsWith(`${only}.`);
  const wants = (kind: string) => isWanted(kind) || only?.startsWith(`${kind}.`);
  const asked = invoked || only !== undefined;
  if (wants(actionKinds.quickFix)) yield* quickFixes(context, problems, span);
  if (only !== undefined && wants(actionKinds.fixAll)) yield* fixAll(context, problems);
  if ((wants(actionKinds.rewrite) || wants(actionKinds.move)) && (asked || span.end > span.start)) {
    if (!context.assessment.broken) {
      yield* criterionActions(context, span.start, isWanted);
      yield* evidenceActions(context, span.start, isWanted);
    }
    for (const action of refactorings(context, span.start, isWanted))
      if (asked || action.disabled === undefined) yield action;
  }
}

function touches(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end;
}

/**
 * The fixes of each problem in a range, or about what is there; then, for rules other than errors, ways to switch the
 * rule off.
 */
function* quickFixes(context: RuleContext, all: readonly Problem[], span: Span): Generator<CodeAction> {
  const here = all.flatMap((problem) => {
    const touched = [problem, ...(problem.parts ?? [])].filter((place) => touches(place.span, span));
    return touched.map(({ fixes }) => ({ problem, fixes }));
  });
  for (const { problem, fixes } of here) {
    for (const [index, { preferred, ...fix }] of (fixes?.(edits) ?? []).entries()) {
      const { title, edits: made, snippet, suggests } = fix;
      const isPreferred = index === 0 && preferred !== false;
      yield { title, kind: actionKinds.quickFix, edits: made, snippet, suggests, isPreferred, problem };
    }
  }
  const problems = here.map(({ problem }) => problem);
  for (const [index, problem] of problems.entries())
    if (isFirst(problems, problem, index)) yield* [...signOffActions(context, problem), ...switchOff(context, problem)];
}

/** What commands do with evidence: they read files, which takes an editor that knows them. */
function* evidenceActions(
  { assessment, sheet, t }: RuleContext,
  offset: number,
  isWanted: (kind: string) => boolean,
): Generator<CodeAction> {
  const action = { kind: 'refactor.rewrite.psirt.evidence', edits: [] };
  if (!isWanted(action.kind)) return;
  const cited = citationAt(assessment, offset);
  if (cited && cited.path !== '' && !evidenceAt(assessment, offset)?.sha256) {
    const { service, link, path } = cited;
    yield {
      ...action,
      title: t('rework.record-digest', { path }),
      command: 'recordDigests',
      target: { service, link },
    };
  }
  const service = serviceAt(assessment, offset);
  if (service === undefined || findService(sheet, service)?.outOfScope !== false) return;
  yield {
    ...action,
    title: t('rework.propose-evidence', { id: service }),
    command: 'proposeEvidence',
    target: { service },
  };
}

/** The actions for an assessment that changed since it was signed off. */
function signOffActions({ signed, t }: RuleContext, problem: Problem): CodeAction[] {
  if (problem.rule !== 'changed-since-sign-off') return [];
  const action = { kind: actionKinds.quickFix, edits: [], problem };
  const show: CodeAction = { ...action, title: t('fix.show-since-sign-off'), command: 'showSinceSignOff' };
  return [...(signed ? [show] : []), { ...action, title: t('fix.sign-off-anew'), command: 'signOff' }];
}

function isFirst(problems: readonly Problem[], { rule }: Problem, index: number): boolean {
  return problems.findIndex((problem) => problem.rule === rule) === index;
}

function switchOff({ assessment, t }: RuleContext, problem: Problem): CodeAction[] {
  if (problem.severity === 'error') return [];
  const fixes = fixOf(t('fix.switch-off', { rule: problem.rule }), setSeverity(assessment, problem.rule, 'off'));
  return fixes.map(({ title, edits }) => ({ title, kind: actionKinds.quickFix, edits, problem }));
}
