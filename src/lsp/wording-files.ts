/** What is known of an open wording file, from the one reading of each version. */
import type { Diagnostic } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { WordingContext } from '../language/wording';
import type { WordingFile } from '../overlay/read-wording';
import { checkWording } from '../rules/check-wording';
import { diagnosticOf } from './diagnostic';
import type { Session } from './session';

/** The words a file replaces are those of its own language, whatever the user's is; `undefined` for other documents. */
export async function wordingContext(
  session: Session,
  uri: string,
): Promise<(WordingContext & { readonly document: TextDocument; readonly file: WordingFile }) | undefined> {
  const document = session.wording(uri);
  if (!document) return undefined;
  const file = session.wordings.of(document);
  const settings = await session.settings.of();
  const { t } = await session.words(settings);
  const { sheet } = await session.words({ ...settings, language: file.overlay?.language ?? t.language });
  return { t, sheet, document, file };
}

/** The problems of a wording file. */
export async function wordingDiagnostics(session: Session, document: TextDocument): Promise<Diagnostic[]> {
  const { t } = await session.words(await session.settings.of());
  const problems = checkWording(session.wordings.of(document), t);
  return problems.map((problem) => diagnosticOf(session, document, problem, t.language));
}
