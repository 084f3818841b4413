/**
 * Quick fixes, "fix all" and refactorings. Edits are computed when an action is chosen, where the client supports that.
 */
import {
  CodeActionTriggerKind,
  LSPErrorCodes,
  ResponseError,
  type CancellationToken,
  type CodeAction,
  type CodeActionParams,
  type Diagnostic,
} from 'vscode-languageserver';
import { yieldToHost } from '../language/yield-to-host';
import type { CodeAction as Offer } from '../language/code-action';
import { codeActionsAt } from '../language/code-actions';
import type { Problem } from '../rules/rule';
import { answer, assertCurrent } from './answers';
import { source } from './diagnostic';
import { workspaceEditOf } from './edits';
import { member } from './members';
import type { Known, Session } from './session';

/** Number of recent lists of actions kept, for one of their actions to be resolved. */
const listsKept = 8;

interface List {
  readonly id: number;
  readonly known: Known;
  readonly offers: readonly Offer[];
}

export class CodeActions {
  private readonly lists: List[] = [];
  private made = 0;

  constructor(private readonly session: Session) {}

  /** The actions for a range of an assessment. */
  async offer({ textDocument, range, context }: CodeActionParams, token: CancellationToken): Promise<CodeAction[]> {
    const { session } = this;
    const offered = await answer(session, textDocument.uri, token, async (known) => {
      const span = session.positions.spanOf(known.document, range);
      const invoked = context.triggerKind !== CodeActionTriggerKind.Automatic;
      const problems = await session.check(known);
      const asked = context.only?.length ? context.only : [undefined];
      const offers: Offer[] = [];
      for (const only of asked) {
        for (const one of codeActionsAt(known, problems, { span, only, invoked })) {
          offers.push(one);
          await yieldToHost();
          assertCurrent(known, token);
        }
      }
      return this.listOf(
        known,
        offers.filter(
          ({ disabled, command }) => !command && (disabled === undefined || session.client.actions.disabled),
        ),
        context.diagnostics,
      );
    });
    return offered ?? [];
  }

  /** An offered action with its edits. */
  resolve(action: CodeAction): CodeAction {
    const [id, index] = [member(action.data, 'list'), member(action.data, 'index')];
    const list = this.lists.find((one) => one.id === id);
    const offer = typeof index === 'number' ? list?.offers[index] : undefined;
    const isCurrent = list && list.known.document.version === list.known.version;
    if (!offer || !isCurrent) throw new ResponseError(LSPErrorCodes.ContentModified, 'the document has changed');
    return { ...action, edit: this.editOf(list.known, offer) };
  }

  private listOf(known: Known, offers: readonly Offer[], diagnostics: readonly Diagnostic[]): CodeAction[] {
    const { client } = this.session;
    const list = { id: ++this.made, known, offers };
    this.lists.unshift(list);
    this.lists.length = Math.min(this.lists.length, listsKept);
    return offers.map((offer, index) => {
      const { title, kind, isPreferred, problem, disabled } = offer;
      const action: CodeAction = { title, kind };
      if (disabled !== undefined) action.disabled = { reason: disabled };
      else if (client.actions.resolves) action.data = { list: list.id, index };
      else action.edit = this.editOf(known, offer);
      if (isPreferred && client.actions.preferred) action.isPreferred = true;
      if (problem) action.diagnostics = diagnostics.filter((one) => this.isAbout(known, one, problem));
      return action;
    });
  }

  private editOf({ document, version }: Known, { edits, snippet }: Offer) {
    return workspaceEditOf(this.session, [{ document, version, edits }], snippet);
  }

  /** Whether a diagnostic of the client corresponds to a problem. */
  private isAbout({ document }: Known, diagnostic: Diagnostic, { rule, span }: Problem): boolean {
    const shown = this.session.positions.spanOf(document, diagnostic.range);
    const isSame = shown.start === span.start && shown.end === span.end;
    return diagnostic.source === source && diagnostic.code === rule && isSame;
  }
}
