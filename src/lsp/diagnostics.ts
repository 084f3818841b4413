/** Diagnostics: pushed as documents change, or pulled by clients; of open assessments, or of all. */
import {
  DocumentDiagnosticReportKind,
  type CancellationToken,
  type Diagnostic,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  type WorkDoneProgressReporter,
  type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { isSchemaProblem } from '../language/coexistence';
import { assertCurrent, cancelled } from './answers';
import { diagnosticOf } from './diagnostic';
import { isAssessment, isOverlay, type Session } from './session';
import { visitAssessments } from './visit';
import { overlayDiagnostics } from './overlay-files';

/** The pause in typing after which problems are sent again, in milliseconds. */
const pause = 40;

/** The problems of an assessment or an overlay file; none for other documents. */
async function diagnosticsOf(session: Session, document: TextDocument): Promise<Diagnostic[]> {
  if (isOverlay(document)) return overlayDiagnostics(session, document);
  const known = isAssessment(document) ? await session.know(document) : undefined;
  if (!known) return [];
  const all = await session.check(known);
  const isOurs = session.isOurs('schemaProblems', document, known.settings);
  const shown = isOurs ? all : all.filter((problem) => !isSchemaProblem(problem));
  return shown.map((problem) => diagnosticOf(session, document, problem, known.t.language));
}

/** For clients that expect diagnostics to be pushed. */
export class PushedDiagnostics {
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();
  /** Closed files whose problems the client shows. */
  private shown = new Set<string>();

  constructor(private readonly session: Session) {}

  /** Schedules a document that was opened or has changed. */
  schedule(document: TextDocument, wait = pause): void {
    if (!isAssessment(document) && !isOverlay(document)) return;
    clearTimeout(this.timers.get(document.uri));
    const timer = setTimeout(() => void this.send(document).catch((error: unknown) => this.session.log(error)), wait);
    this.timers.set(document.uri, timer);
  }

  close({ uri }: TextDocument): void {
    clearTimeout(this.timers.get(uri));
    this.timers.delete(uri);
    void this.session.connection.sendDiagnostics({ uri, diagnostics: [] });
  }

  /** Recomputes problems after a change outside the documents. */
  async refresh(token: CancellationToken, progress?: WorkDoneProgressReporter): Promise<void> {
    const { session } = this;
    session.documents.all().forEach((document) => this.schedule(document));
    const before = this.shown;
    this.shown = new Set();
    if ((await session.settings.of()).wholeWorkspace)
      await visitAssessments(session, token, async (document, isOpen, part) => {
        if (isOpen) return;
        progress?.report(Math.round(part * 100));
        const { uri } = document;
        this.shown.add(uri);
        await session.connection.sendDiagnostics({ uri, diagnostics: await diagnosticsOf(session, document) });
      });
    for (const uri of before)
      if (!this.shown.has(uri)) await session.connection.sendDiagnostics({ uri, diagnostics: [] });
  }

  stop(): void {
    this.timers.forEach((timer) => clearTimeout(timer));
  }

  private async send(document: TextDocument): Promise<void> {
    const { session } = this;
    const { uri, version } = document;
    const diagnostics = await diagnosticsOf(session, document);
    // A document closed meanwhile has no problems, and those of a later version are scheduled already.
    if (session.documents.get(uri) === document && document.version === version)
      await session.connection.sendDiagnostics({ uri, version, diagnostics });
  }
}

/** For clients that pull diagnostics. */
export class PulledDiagnostics {
  /** The last result for each document, so that an unchanged one is not sent again. */
  private readonly said = new Map<string, { readonly id: string; readonly content: string }>();
  private count = 0;

  constructor(private readonly session: Session) {}

  async ofDocument(
    { textDocument: { uri }, previousResultId }: DocumentDiagnosticParams,
    token: CancellationToken,
  ): Promise<DocumentDiagnosticReport> {
    const document = this.session.documents.get(uri);
    if (!document) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
    const { version } = document;
    const items = await diagnosticsOf(this.session, document);
    assertCurrent({ document, version }, token);
    return this.report(uri, items, previousResultId);
  }

  /**
   * The problems of all assessments where the settings ask for them; otherwise none: clients request those of open ones
   * separately.
   */
  async ofWorkspace(
    { previousResultIds }: WorkspaceDiagnosticParams,
    token: CancellationToken,
    progress: WorkDoneProgressReporter,
  ): Promise<WorkspaceDiagnosticReport> {
    const { session } = this;
    const settings = await session.settings.of();
    const items: WorkspaceDocumentDiagnosticReport[] = [];
    if (!settings.wholeWorkspace) return { items };
    const previous = new Map(previousResultIds.map(({ uri, value }) => [uri, value]));
    progress.begin((await session.words(settings)).t('lsp.checking'), 0, undefined, true);
    await visitAssessments(session, token, async (document, isOpen, part) => {
      progress.report(Math.round(part * 100));
      const { uri } = document;
      const report = this.report(uri, await diagnosticsOf(session, document), previous.get(uri));
      items.push({ ...report, uri, version: isOpen ? document.version : null });
    });
    progress.done();
    if (token.isCancellationRequested) throw cancelled();
    return { items };
  }

  private report(uri: string, items: Diagnostic[], previous: string | undefined): DocumentDiagnosticReport {
    const content = JSON.stringify(items);
    const known = this.said.get(uri);
    const said = known?.content === content ? known : { id: String(++this.count), content };
    this.said.set(uri, said);
    return said.id === previous
      ? { kind: DocumentDiagnosticReportKind.Unchanged, resultId: said.id }
      : { kind: DocumentDiagnosticReportKind.Full, resultId: said.id, items };
  }
}
