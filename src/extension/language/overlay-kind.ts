/** Overlay files in the editor. */
import type * as vscode from 'vscode';
import { parseOverlay, type OverlayFile } from '../../overlay/read-overlay';
import { overlayCompletionsAt, overlayHoverAt } from '../../language/overlay';
import { checkOverlay } from '../../rules/check-overlay';
import type { Analyses } from '../core/analyses';
import { loadSheet } from '../core/words';
import type { OwnFileKind } from './own-file-editor';

/** The language features of overlay files. */
export function overlayKind(language: string, analyses: Analyses, extensionUri: vscode.Uri): OwnFileKind<OverlayFile> {
  /** Uses the language of the file rather than the user's, since these are the texts it replaces. */
  const contextOf = async ({ overlay }: OverlayFile) => {
    const { sheet, t } = analyses.words;
    const isOther = overlay && overlay.language !== t.language;
    return { t, sheet: isOther ? await loadSheet(extensionUri, overlay.language) : sheet };
  };
  return {
    language,
    parse: parseOverlay,
    problems: (file) => checkOverlay(file, analyses.words.t),
    hoverAt: async (file, offset) => overlayHoverAt(await contextOf(file), file, offset),
    completionsAt: async (file, offset) => overlayCompletionsAt(await contextOf(file), file.text, offset),
  };
}
