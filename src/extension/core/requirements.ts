/** The relevant crosswalk sources for an assessment in the editor. */
import * as vscode from 'vscode';
import type { Assessment } from '../../assessment/assessment';
import { isCrosswalkPath } from '../../assessment/vocabulary';
import type { Source } from '../../crosswalk/source';
import type { Translate } from '../../messages/messages';
import type { Sheet } from '../../sheet/sheet';

interface Words {
  readonly sheet: Sheet;
  readonly t: Translate;
}

/**
 * The sources that the assessment names, or else those of the setting; all built-in ones where neither names any.
 * Missing files and files with errors are left out: they have problems of their own.
 */
export async function sourcesFor(
  { crosswalk }: Pick<Assessment, 'crosswalk'>,
  uri: vscode.Uri,
  { sheet, t }: Words,
): Promise<readonly Source[]> {
  const [{ builtInSources }, { chosenSources }] = await Promise.all([
    import('../../crosswalk/built-in'),
    import('../../language/requirements'),
  ]);
  const setting = vscode.workspace.getConfiguration('psirtMaturity', uri).get<unknown>('crosswalk', []);
  const named = Array.isArray(setting) ? setting.filter((id) => typeof id === 'string') : [];
  const files = await Promise.all(crosswalk.filter(isCrosswalkPath).map((path) => ownSource(path, uri, sheet)));
  const own = files.flatMap((source) => source ?? []);
  return chosenSources([...builtInSources(t.language), ...own], [...crosswalk, ...own.map(({ id }) => id)], named);
}

/** Larger files are not read: no hand-written crosswalk has that size. */
const largestFile = 1024 * 1024;

/** The source in a crosswalk file that the assessment names, within its workspace folder. */
async function ownSource(path: string, assessment: vscode.Uri, sheet: Sheet): Promise<Source | undefined> {
  const root = vscode.workspace.getWorkspaceFolder(assessment)?.uri ?? vscode.Uri.joinPath(assessment, '..');
  const [{ resolvePath }, { parseCrosswalk }] = await Promise.all([
    import('../../assessment/evidence/citation-paths'),
    import('../../crosswalk/read-own'),
  ]);
  const place = resolvePath({ file: assessment.path, root: root.path }, path);
  if (place === undefined) return undefined;
  try {
    const uri = assessment.with({ path: place });
    const { size, type } = await vscode.workspace.fs.stat(uri);
    if (size > largestFile || !(type & vscode.FileType.File)) return undefined;
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await vscode.workspace.fs.readFile(uri));
    const { source, issues } = parseCrosswalk(text, sheet);
    return issues.length ? undefined : source;
  } catch {
    return undefined;
  }
}
