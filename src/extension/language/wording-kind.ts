/** Wording files in the editor. */
import type * as vscode from 'vscode';
import { parseWording, type WordingFile } from '../../overlay/read-wording';
import { wordingCompletionsAt, wordingHoverAt } from '../../language/wording';
import { checkWording } from '../../rules/check-wording';
import type { Analyses } from '../core/analyses';
import { loadSheet } from '../core/wording';
import type { OwnFileKind } from './own-file-editor';

/** The kind of wording files. */
export function wordingKind(language: string, analyses: Analyses, extensionUri: vscode.Uri): OwnFileKind<WordingFile> {
  /** The words a file replaces are those of its own language, whatever the user's is. */
  const contextOf = async ({ overlay }: WordingFile) => {
    const { sheet, t } = analyses.words;
    const isOther = overlay && overlay.language !== t.language;
    return { t, sheet: isOther ? await loadSheet(extensionUri, overlay.language) : sheet };
  };
  return {
    language,
    parse: parseWording,
    problems: (file) => checkWording(file, analyses.words.t),
    hoverAt: async (file, offset) => wordingHoverAt(await contextOf(file), file, offset),
    completionsAt: async (file, offset) => wordingCompletionsAt(await contextOf(file), file.text, offset),
  };
}
