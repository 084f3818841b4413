/** Searches the documents of the root for sections that may be evidence of a service. */
import { isMarkdown, longestMarkdown } from '../assessment/evidence/cited-document';
import { linksTo } from '../assessment/evidence/citation-paths';
import { documentHeadings } from '../assessment/evidence/headings';
import { yieldToHost } from '../language/yield-to-host';
import { findService } from '../sheet/sheet';
import type { Input, Output } from './shapes';
import { checkedAt, quote } from './tools';
import type { AgentWorkspace } from './workspace';

/** Limits: documents searched, candidates returned, characters of an excerpt. */
const most = { documents: 500, candidates: 10, excerpt: 400 };

/** A word in a heading counts as this many in the text. */
const headingWeight = 3;

type Candidate = Output<'find_evidence'>['candidates'][number];

/** Sections ranked by the number of words they share with the service's texts, each with the link to cite it. */
export async function findEvidence(
  workspace: AgentWorkspace,
  { path, service: id, words = '' }: Input<'find_evidence'>,
): Promise<Output<'find_evidence'>> {
  await checkedAt(workspace, path);
  const service = findService(workspace.sheet, id);
  const wanted = wordsOf(`${service?.title ?? ''} ${service?.objective ?? ''} ${words}`);
  const found: Candidate[] = [];
  const documents = (await workspace.files.documents()).filter(isMarkdown).slice(0, most.documents);
  for (const document of documents) {
    await yieldToHost();
    const text = await workspace.files.read(document);
    if (text === undefined || text.length > longestMarkdown) continue;
    found.push(...candidatesIn(document, text, path, wanted));
  }
  found.sort((a, b) => b.rank - a.rank || (a.link < b.link ? -1 : 1));
  return { candidates: found.slice(0, most.candidates) };
}

function candidatesIn(document: string, text: string, path: string, wanted: ReadonlySet<string>): Candidate[] {
  const [base = ''] = linksTo({ file: `/${path}`, root: '/' }, `/${document}`);
  const lines = text.split(/\r\n|\r|\n/);
  const headings = documentHeadings(text);
  return headings.flatMap(({ anchor, title, line }, index): Candidate[] => {
    const body = lines.slice(line + 1, headings[index + 1]?.line).join('\n');
    const rank = headingWeight * shared(wordsOf(title), wanted) + shared(wordsOf(body), wanted);
    const excerpt = quote(document, body.trim().slice(0, most.excerpt));
    return rank ? [{ link: anchor ? `${base}#${anchor}` : base, rank, heading: quote(document, title), excerpt }] : [];
  });
}

function shared(words: ReadonlySet<string>, wanted: ReadonlySet<string>): number {
  let count = 0;
  for (const word of words) if (wanted.has(word)) count++;
  return count;
}

/** The words of a text: those of at least four letters; of Japanese, which has no spaces, every pair of characters. */
function wordsOf(text: string): Set<string> {
  const words = new Set<string>();
  for (const [run] of text
    .normalize('NFKC')
    .toLowerCase()
    .matchAll(/[\p{L}\p{N}ー]+/gu)) {
    if (/^[\p{ASCII}\p{Script=Latin}]+$/u.test(run)) {
      if (run.length >= 4) words.add(run.replace(/(?:ies|es|s)$/, ''));
    } else for (let at = 0; at + 2 <= run.length; at++) words.add(run.slice(at, at + 2));
  }
  return words;
}
