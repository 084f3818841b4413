/** What is known of some documents, for the tests of rules. */
import type { CitedDocument } from '../../src/assessment/evidence/cited-document';
import { splitLink } from '../../src/assessment/evidence/links';

type Known = Pick<CitedDocument, 'exists' | 'tooLong' | 'isIndividual' | 'digest' | 'tooLarge'> & {
  readonly headings?: readonly string[];
};

/** Documents by their paths; every link to them is known. */
export function knownDocuments(documents: Readonly<Record<string, Known>>): ReadonlyMap<string, CitedDocument> {
  const byLink = new Map<string, CitedDocument>();
  byLink.get = (link) => {
    const { path, heading: fragment } = splitLink(link);
    const known = documents[path];
    return (
      known && {
        ...known,
        path,
        fragment,
        headings: known.headings && new Map(known.headings.map((name) => [name, name])),
      }
    );
  };
  return byLink;
}
