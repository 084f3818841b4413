/**
 * Merges two branches' versions of an assessment by key, with comments and layout: changes of either side are taken.
 * Only a value that both changed differently is a conflict.
 */
import { parseAssessment } from '../parse';
import { readYaml } from '../yaml/read-yaml';
import type { YamlText } from '../yaml/yaml-text';
import { inOneForm } from './forms';
import { mergeByLines } from './line-merge';
import { isMergeOf } from './meaning';
import { joinedChunks, mergeParts, sideOf, type Chunk } from './merge-parts';
import { takeApart } from './take-apart';

/** The merged text; where there are conflicts, it has git's markers around the lines of each. */
export interface Merge {
  readonly text: string;
  readonly conflicts: number;
}

/** Merges three versions of a file. Files that are not readable YAML are merged line by line, as by git. */
export function merge(base: string, ours: string, theirs: string): Merge {
  if (ours === theirs || theirs === base) return { text: ours, conflicts: 0 };
  if (ours === base) return { text: theirs, conflicts: 0 };
  const frames = [base, ours, theirs].map(frameOf) as [Frame, Frame, Frame];
  const bodies = frames.map(({ body }) => body) as [string, string, string];
  return framed(chunksOf(...bodies), frames);
}

function chunksOf(base: string, ours: string, theirs: string): Chunk[] {
  const versions = [base, ours, theirs].map((text) => readYaml(text)) as [YamlText, YamlText, YamlText];
  const isMixed = [base, ours, theirs].some((text) => text.includes('\r'));
  if (isMixed || versions.some(({ broken }) => broken)) return mergeByLines(base, ours, theirs);
  const isProven = (chunks: Chunk[]) => isReadable(chunks) && isMeant(chunks, versions);
  const chunks = byParts(base, ours, theirs);
  if (isProven(chunks)) return chunks;
  const byLines = mergeByLines(base, ours, theirs);
  return isProven(byLines) ? byLines : [{ ours, theirs }];
}

function byParts(base: string, ours: string, theirs: string): Chunk[] {
  const aligned = inOneForm({
    base: parseAssessment(base),
    ours: parseAssessment(ours),
    theirs: parseAssessment(theirs),
  });
  const [was, own, other] = [aligned.base, aligned.ours, aligned.theirs].map(({ text, tree }) => takeApart(text, tree));
  return own && other ? joinedChunks(mergeParts(was, own, other)) : [];
}

/** Whether the file can be read whichever sides are taken. */
function isReadable(chunks: readonly Chunk[]): boolean {
  return !readYaml(sideOf(chunks, 'ours')).broken && !readYaml(sideOf(chunks, 'theirs')).broken;
}

function isMeant(chunks: readonly Chunk[], [base, ours, theirs]: readonly [YamlText, YamlText, YamlText]): boolean {
  if (chunks.some((chunk) => typeof chunk !== 'string')) return true;
  return isMergeOf(readYaml(sideOf(chunks, 'ours')).tree, base.tree, ours.tree, theirs.tree);
}

/** A text split into its lines and what frames them. */
interface Frame {
  readonly mark: string;
  readonly eol: string;
  readonly end: string;
  /** With `\n` at the end of each line. */
  readonly body: string;
}

function frameOf(text: string): Frame {
  const mark = text.startsWith('\ufeff') ? '\ufeff' : '';
  const breaks = new Set(text.match(/\r\n|\n|\r/g));
  // In a text with mixed line breaks these are part of the lines.
  const eol = breaks.size === 1 ? ([...breaks][0] ?? '\n') : '\n';
  const lines = eol === '\n' ? text.slice(mark.length) : text.slice(mark.length).replaceAll(eol, '\n');
  const isOpen = lines !== '' && !lines.endsWith('\n');
  return { mark, eol: breaks.size ? eol : '', end: isOpen ? '' : '\n', body: isOpen ? `${lines}\n` : lines };
}

/**
 * The text of a merge; byte order mark, line endings and the final line break are taken from the side that changed
 * them.
 */
function framed(chunks: readonly Chunk[], [base, ours, theirs]: readonly [Frame, Frame, Frame]): Merge {
  const of = (part: 'mark' | 'eol' | 'end') => (theirs[part] === base[part] ? ours[part] : theirs[part]);
  const eol = of('eol') || ours.eol || theirs.eol || '\n';
  const conflicts = chunks.filter((chunk) => typeof chunk !== 'string').length;
  const text = chunks.map((chunk) => (typeof chunk === 'string' ? chunk : marked(chunk.ours, chunk.theirs))).join('');
  const whole = of('end') === '' && typeof chunks.at(-1) === 'string' ? text.replace(/\n$/, '') : text;
  return { text: of('mark') + (eol === '\n' ? whole : whole.replaceAll('\n', eol)), conflicts };
}

function marked(ours: string, theirs: string): string {
  return `<<<<<<< ours\n${ours}=======\n${theirs}>>>>>>> theirs\n`;
}
