/** The state of an assessment that was signed off last, out of the repository it stands in. */
import { parseAssessment } from '../../assessment/parse';
import { contentDigest, outdatedSignature } from '../../assessment/sign-off';
import type { BaselineText } from '../../node/assessments';
import { Failure } from '../../node/failure';
import { standardInput } from '../../node/read-file';
import type { Io } from '../terminal';
import { trackedPlace } from './git';
import { committedVersions } from './git-files';

/** So many versions are looked through, the newest first. */
const mostVersions = 500;

/**
 * The committed version that was signed off last, of a file whose present state was not: `undefined` for all others,
 * and where it was never committed or there is no repository to ask. It only makes a message say more: nothing fails
 * without it.
 */
export async function signedText(path: string, text: string, io: Io): Promise<BaselineText | undefined> {
  if (path === standardInput) return undefined;
  const signature = outdatedSignature(parseAssessment(text));
  if (!signature) return undefined;
  try {
    let left = mostVersions;
    for await (const version of committedVersions(await trackedPlace(path, io))) {
      if (contentDigest(parseAssessment(version.text)) === signature.content.value) {
        const revision = version.commit.slice(0, 12);
        return { name: `${revision}:${version.path}`, revision, text: version.text };
      }
      if (--left === 0) return undefined;
    }
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
  }
  return undefined;
}
