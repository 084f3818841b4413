/**
 * The form in which the index of assessments is kept from one opening of the workspace to the next: a line about the
 * whole, a line for each finding that files share, and a line for each file. Whatever is not exactly in this form is
 * ignored, and the files are read again.
 */
import * as z from 'zod/mini';
import { ruleIds } from '../../assessment/vocabulary';
import { yieldToHost } from '../../language/yield-to-host';
import { isOnDisk } from '../core/disks';
import { digest } from './digest';
import type { IndexedFile, IndexedProblem, KeptEntry } from './indexed-file';

/** Raised whenever the lines change. */
const format = 1;

/** Longest index that is kept, and longest line of one, in bytes. */
export const longestIndex = 32_000_000;
const longestLine = 100_000;

/** The bytes that are digested without a pause: the work of about a millisecond. */
const piece = 1_000_000;

const count = z.int().check(z.nonnegative());
const day = z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/));
const mean = z.nullable(z.number());
/** The number of a finding, and its range: line and character of the start and of the end. */
const place = z.tuple([count, count, count, count, count]);

const finding = z.tuple([z.enum(ruleIds), z.enum(['error', 'warning', 'info']), z.string()]);

const overall = z.strictObject({
  mean,
  target: z.number(),
  floor: mean,
  scored: count,
  applicable: count,
  excluded: count,
  belowTarget: count,
});

const individual = z.strictObject({
  assessor: z.optional(z.string()),
  scored: count,
  applicable: count,
  isComplete: z.boolean(),
});

const fileLine = z.strictObject({
  address: z.string(),
  content: z.strictObject({
    subject: z.optional(z.string()),
    assessed: z.optional(z.string()),
    scorable: z.boolean(),
    overall,
    problems: z.strictObject({ errors: count, warnings: count, infos: count }),
    individual: z.optional(individual),
  }),
  problems: z.array(place),
  belongsTo: z.optional(z.array(z.string())),
  basis: z.strictObject({
    stamp: z.string(),
    bytes: z.string(),
    around: z.string(),
    from: day,
    until: day,
    wording: z.optional(z.string()),
    links: z.array(z.tuple([z.string(), z.boolean()])),
    evidence: z.string(),
  }),
});

type Finding = z.infer<typeof finding>;
type FileLine = z.infer<typeof fileLine>;

/** The entries that can be kept, as far as there is room. */
export async function writeEntries(entries: Iterable<IndexedFile>, version: string): Promise<Uint8Array> {
  const numbers = new Map<string, number>();
  const [findings, files]: [Uint8Array[], Uint8Array[]] = [[], []];
  let room = longestIndex - longestLine;
  const write = (lines: Uint8Array[], text: string): void => {
    const bytes = new TextEncoder().encode(`${text}\n`);
    if ((room -= bytes.length) >= 0) lines.push(bytes);
  };
  const numberOf = ({ rule, severity, message }: IndexedProblem): number => {
    const text = JSON.stringify([rule, severity, message] satisfies Finding);
    const number = numbers.get(text) ?? numbers.size;
    if (number === numbers.size) write(findings, text);
    numbers.set(text, number);
    return number;
  };
  for (const entry of entries) {
    await yieldToHost();
    const text = room > 0 ? textOf(entry, numberOf) : undefined;
    if (text !== undefined && text.length <= longestLine) write(files, text);
  }
  const body = joined([...findings, ...files]);
  return joined([new TextEncoder().encode(`${await headOf(body, version)}\n`), body]);
}

function textOf(entry: IndexedFile, numberOf: (problem: IndexedProblem) => number): string | undefined {
  const { uri, content, problems, belongsTo, basis } = entry;
  if (!basis || 'unreadable' in content || !isOnDisk(uri)) return undefined;
  const places = problems.map((problem): FileLine['problems'][number] => {
    const { start, end } = problem.range;
    return [numberOf(problem), start.line, start.character, end.line, end.character];
  });
  return JSON.stringify({ address: uri.toString(), content, problems: places, belongsTo, basis });
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** The entries by address, where the bytes are what `writeEntries` of the same version wrote; else none. */
export async function readEntries(bytes: Uint8Array, version: string): Promise<Map<string, KeptEntry>> {
  const entries = new Map<string, KeptEntry>();
  const [findings, decoder] = [[] as Finding[], new TextDecoder()];
  const start = bytes.indexOf(newline) + 1;
  const body = bytes.subarray(start);
  if (start === 0 || decoder.decode(bytes.subarray(0, start - 1)) !== (await headOf(body, version))) return entries;
  for (let [from, end] = [0, 0]; from < body.length; from = end + 1) {
    await yieldToHost();
    end = body.indexOf(newline, from);
    if (end < 0) break;
    const value = valueIn(decoder.decode(body.subarray(from, end)));
    const shared = z.safeParse(finding, value).data;
    if (shared) findings.push(shared);
    else readFile(value, findings, entries);
  }
  return entries;
}

const newline = 10;

/** Other versions may find other problems, and what a crash or anything else has damaged has another digest. */
async function headOf(body: Uint8Array, version: string): Promise<string> {
  const digests: string[] = [];
  for (let at = 0; at < body.length; at += piece) {
    await yieldToHost();
    digests.push(await digest(body.subarray(at, at + piece)));
  }
  return JSON.stringify(['psirt-maturity assessments', format, version, await digest(digests.join())]);
}

function valueIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function readFile(value: unknown, findings: readonly Finding[], entries: Map<string, KeptEntry>): void {
  const { data } = z.safeParse(fileLine, value);
  if (!data) return;
  const { address, problems, ...rest } = data;
  const found = problems.flatMap(([number, line, character, endLine, endCharacter]): IndexedProblem[] => {
    const [rule, severity, message] = findings[number] ?? [];
    if (!rule || !severity || message === undefined) return [];
    const range = { start: { line, character }, end: { line: endLine, character: endCharacter } };
    return [{ rule, severity, message, range }];
  });
  // Fewer are known than there were: the file has to be read.
  if (found.length === problems.length) entries.set(address, { ...rest, problems: found } as KeptEntry);
}
