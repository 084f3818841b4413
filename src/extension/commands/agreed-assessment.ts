/** Determines the assessment on which several people are to agree. */
import * as vscode from 'vscode';
import { placesMeant } from '../../assessment/individual';
import { label } from '../../language/interface-text';
import { findAssessments } from '../assessments/find-assessments';
import { analysisOf } from '../assessments/checked-file';
import type { ActiveAssessment } from '../core/active-assessment';
import type { Analyses } from '../core/analyses';
import { choose } from '../core/ask';
import { exists } from '../core/create-file';
import { homeOf } from '../evidence/cited-documents';

interface Host {
  readonly analyses: Analyses;
  readonly active: ActiveAssessment;
}

/**
 * The address of the assessment: the one the command is called on, the active one, or else one that the user chooses;
 * for an individual scoring the one it belongs to. `none` where the workspace has none.
 */
export async function agreedAssessment(host: Host, given?: unknown): Promise<vscode.Uri | 'none' | undefined> {
  const uri = addressIn(given) ?? host.active.document?.uri;
  if (uri) return ownerOf(host.analyses, uri);
  const owners = await Promise.all((await findAssessments(noToken)).map((found) => ownerOf(host.analyses, found)));
  const distinct = [...new Map(owners.map((owner) => [owner.toString(), owner])).values()];
  if (distinct.length === 0) return 'none';
  const items = distinct
    .map((owner) => ({ label: label(vscode.workspace.asRelativePath(owner)), uri: owner }))
    .sort((a, b) => (a.label < b.label ? -1 : 1));
  return (await choose(items, { title: host.analyses.words.t('choose.assessment') }))?.uri;
}

const noToken = new vscode.CancellationTokenSource().token;

/** The address that a menu passes to a command, of a file or of a row in the view. */
function addressIn(given: unknown): vscode.Uri | undefined {
  if (given instanceof vscode.Uri) return given;
  const { uri } = (given ?? {}) as { readonly uri?: unknown };
  return uri instanceof vscode.Uri ? uri : undefined;
}

/** The assessment that an individual scoring belongs to; for other files the address itself. */
async function ownerOf(analyses: Analyses, uri: vscode.Uri): Promise<vscode.Uri> {
  const read = await analysisOf(analyses, uri).catch(() => undefined);
  for (const place of (read && placesMeant(read.assessment, homeOf(uri))) ?? []) {
    const owner = uri.with({ path: place });
    if (await exists(owner)) return owner;
  }
  return uri;
}
