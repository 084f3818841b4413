/** Seeks the state of a file that was signed off, among its committed versions. */
import type * as vscode from 'vscode';
import { parseAssessment } from '../../assessment/parse';
import { contentDigest } from '../../assessment/sign-off';
import { yieldToHost } from '../../language/yield-to-host';
import { repositoryOf } from './git-extension';
import { committedVersions } from './git-versions';

/** A committed version that was signed off. */
export interface SignedText {
  readonly name: string;
  readonly text: string;
}

/** Limit of versions searched, newest first. */
const mostVersions = 200;

/** The committed version with a digest; `undefined` where there is none, or no git. */
export async function findSigned(uri: vscode.Uri, digest: string): Promise<SignedText | undefined> {
  try {
    const repository = await repositoryOf(uri);
    if (!repository) return undefined;
    for await (const { commit, text } of committedVersions(repository, uri, { maximum: mostVersions })) {
      if (contentDigest(parseAssessment(text)) === digest) return { name: commit.slice(0, 8), text };
      await yieldToHost();
    }
  } catch {
    // The result only adds detail to a message, so errors are ignored.
  }
  return undefined;
}
