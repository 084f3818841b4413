/** Reports of the examples and of hostile files, made by the command line. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formats } from '../../src/report/formats';
import type { Result } from '../../src/report/check/result';
import { Session } from './session';
import { root } from './root';

export const examples = ['edge-router', 'new-product', 'payment-terminal'] as const;

/** A session whose folder holds the examples, without the documents they cite. */
export function exampleSession(): Session {
  const texts = examples.map((name) => [
    `${name}.psirt.yaml`,
    readFileSync(join(root, 'examples', `${name}.psirt.yaml`), 'utf8'),
  ]);
  return new Session().write(Object.fromEntries(texts) as Record<string, string>);
}

/** Every report there is, as arguments. */
export const documents = formats
  .filter(({ binary }) => !binary)
  .flatMap(({ id, pictures }) =>
    pictures ? pictures.map((picture) => ['--format', id, '--view', picture]) : [['--format', id]],
  );

/** A report as text; in full, where nothing else is said. */
export async function reportOf(session: Session, file: string, args: readonly string[]): Promise<string> {
  const isSized = args.includes('html') || args.includes('markdown');
  const size = isSized && !args.includes('--size') ? ['--size', 'full'] : [];
  const { stdout, stderr, status } = await session.run(['report', file, '--today', '2026-11-23', ...args, ...size]);
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

/** What `check --format json` says of a file. */
export async function checkedNumbers(session: Session, file: string): Promise<Result['assessments'][number]> {
  const { stdout } = await session.run(['check', file, '--format', 'json', '--today', '2026-11-23']);
  const [first] = (JSON.parse(stdout) as Result).assessments;
  if (!first) throw new Error(stdout);
  return first;
}

export interface Tag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
}

/** The tags of a document as a parser reads them: names, and attributes with their values. */
export function tagsOf(html: string): Tag[] {
  return [...html.matchAll(/<([a-zA-Z][^\s/>]*)((?:[^<>"']|"[^"]*"|'[^']*')*)>/g)].map(([, name = '', rest = '']) => ({
    name: name.toLowerCase(),
    attributes: new Map(
      [...rest.matchAll(/([^\s=/]+)(?:=(?:"([^"]*)"|'([^']*)'|(\S+)))?/g)].map(([, key = '', a, b, c]) => [
        key.toLowerCase(),
        a ?? b ?? c ?? '',
      ]),
    ),
  }));
}

/** The text of a document without its style and tags, a line for each element that has any. */
export function textOf(html: string): string {
  const text = html
    .replace(/<style>[\s\S]*?<\/style>/g, '')
    .replace(/<\/?(?:a|span|code|strong|em|small)\b[^>]*>/g, '');
  const lines = text.split(/<[^>]*>/).map((line) => decoded(line).replace(/\s+/g, ' ').trim());
  return `${lines.filter(Boolean).join('\n')}\n`;
}

export function decoded(text: string): string {
  return text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&');
}
