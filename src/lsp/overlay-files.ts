/** Analyses open overlay files, each version once. */
import type { Diagnostic } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { OwnFileContext } from '../language/overlay';
import type { OverlayFile } from '../overlay/read-overlay';
import { checkOverlay } from '../rules/check-overlay';
import { diagnosticOf } from './diagnostic';
import type { Session } from './session';

/**
 * The context for features in an overlay file, in the file's own language rather than the user's; `undefined` for other
 * documents.
 */
export async function overlayContext(
  session: Session,
  uri: string,
): Promise<(OwnFileContext & { readonly document: TextDocument; readonly file: OverlayFile }) | undefined> {
  const document = session.overlay(uri);
  if (!document) return undefined;
  const file = session.overlays.of(document);
  const settings = await session.settings.of();
  const { t } = await session.words(settings);
  const { sheet } = await session.words({ ...settings, language: file.overlay?.language ?? t.language });
  return { t, sheet, document, file };
}

/** The problems of an overlay file. */
export async function overlayDiagnostics(session: Session, document: TextDocument): Promise<Diagnostic[]> {
  const { t } = await session.words(await session.settings.of());
  const problems = checkOverlay(session.overlays.of(document), t);
  return problems.map((problem) => diagnosticOf(session, document, problem, t.language));
}
