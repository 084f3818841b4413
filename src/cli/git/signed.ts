/** Finds the version of an assessment that was signed off last, in its repository. */
import { parseAssessment } from '../../assessment/parse';
import { contentDigest, outdatedSignature } from '../../assessment/sign-off';
import type { BaselineText } from '../../node/assessments';
import { Failure } from '../../node/failure';
import { standardInput } from '../../node/read-file';
import type { Io } from '../terminal';
import { trackedPlace } from './git';
import { committedVersions } from './git-files';

/** Limit of versions searched, newest first. */
const mostVersions = 500;

/**
 * The committed version signed off last, for a file whose present state is not signed off; `undefined` for all others,
 * and where it was never committed or is in no repository. It only adds detail to a message, so errors are ignored.
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
