/** "Find Assessments That Cite This Document": the citations as a list to choose from. */
import * as vscode from 'vscode';
import { LineIndex } from '../../assessment/yaml/lines';
import { parseAssessment } from '../../assessment/parse';
import { isSamePlace } from '../../assessment/evidence/citation-paths';
import { findCited } from '../../assessment/evidence/cited-document';
import { mayName } from '../../language/citation-edits';
import { citationsOfPlace } from '../../language/citations';
import { label } from '../../language/interface-text';
import { ours } from '../../messages/safe-text';
import { findService } from '../../sheet/sheet';
import type { Analyses } from '../core/analyses';
import { visitAssessments } from '../assessments/assessment-texts';
import { homeOf } from './cited-documents';
import { filesNear, type FoundFiles } from './files-near';
import { choose, type Item } from '../core/ask';
import { baseName, fileLabel } from '../core/assessment-documents';
import { inform, withProgress } from '../core/notify';

interface Found extends Item {
  readonly location: vscode.Location;
}

/** Finds the citations of the given file, or of the one in the active editor. */
export async function findCitations(analyses: Analyses, given?: unknown): Promise<void> {
  const { t } = analyses.words;
  const uri = given instanceof vscode.Uri ? given : activeUri();
  if (!uri) return void inform(t('cite.no-document'));
  const name = fileLabel(uri);
  const found = await withProgress(vscode.ProgressLocation.Window, t('cite.searching', { name }), (token) =>
    find(analyses, uri, token),
  );
  if (found.length === 0) return void inform(t('cite.not-cited', { name }));
  const chosen = await choose(found, {
    title: t('cite.found', { name, count: found.length }),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (chosen) await vscode.window.showTextDocument(chosen.location.uri, { selection: chosen.location.range });
}

/** The file of the active tab, in any kind of editor. */
function activeUri(): vscode.Uri | undefined {
  const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
  const shown = input instanceof vscode.TabInputText || input instanceof vscode.TabInputCustom ? input.uri : undefined;
  return shown ?? vscode.window.activeTextEditor?.document.uri;
}

async function find(analyses: Analyses, document: vscode.Uri, token: vscode.CancellationToken): Promise<Found[]> {
  const found: Found[] = [];
  const known: FoundFiles = new Map();
  await visitAssessments(token, async (uri, text) => {
    if (uri.scheme !== document.scheme || uri.authority !== document.authority) return;
    if (!mayName(text, baseName(document))) return;
    const lines = new LineIndex(text);
    const assessment = parseAssessment(text);
    for (const { service, link, span } of citationsOfPlace(assessment, homeOf(uri), document.path)) {
      const cited = await findCited(homeOf(uri), link, filesNear(uri, known));
      if (cited && !isSamePlace(cited.place, document.path)) continue;
      const [start, end] = [lines.positionAt(span.start), lines.positionAt(span.end)];
      found.push({
        label: label(`${service} ${findService(analyses.wordsOf({ uri }).sheet, service)?.title ?? ''}`),
        description: label(link),
        detail: ours`${label(vscode.workspace.asRelativePath(uri))}:${start.line + 1}${
          assessment.subject ? ours` · ${label(assessment.subject.value)}` : ''
        }`,
        location: new vscode.Location(uri, new vscode.Range(start.line, start.character, end.line, end.character)),
      });
    }
  });
  const place = ({ location: { uri, range } }: Found) => `${uri.path}\n${String(range.start.line).padStart(9, '0')}`;
  return found.sort((a, b) => (place(a) < place(b) ? -1 : 1));
}
