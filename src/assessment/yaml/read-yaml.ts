/** Reads text as located YAML values, for any kind of file. Never throws. */
import type { Issue } from '../assessment';
import { conflictsOf, excerptOf } from './conflict-markers';
import { readCommonYaml } from './common-yaml';
import { readByLibrary } from './read-by-library';
import { lineEnd } from './text-edit';
import { maximumLength, maximumTokens, type YamlText } from './yaml-text';

/** Reads a text as a single YAML document. */
export function readYaml(text: string): YamlText {
  const unreadable = unreadableReason(text);
  if (unreadable) return { issues: [unreadable], broken: true, tokens: 0 };
  const source = withLineFeeds(text);
  const common = readCommonYaml(source, maximumTokens);
  return common ? { ...common, issues: [], broken: false } : readByLibrary(source);
}

/**
 * Replaces lone carriage returns, which YAML and editors treat as line breaks but the library does not; offsets stay
 * the same.
 */
function withLineFeeds(text: string): string {
  return text.includes('\r') ? text.replace(/\r(?!\n)/g, '\n') : text;
}

function unreadableReason(text: string): Issue | undefined {
  if (text.length > maximumLength) {
    const parameters = { size: (text.length / 1e6).toFixed(1), maximum: maximumLength / 1e6 };
    const span = { start: 0, end: Math.min(lineEnd(text, 0), 80) };
    return { rule: 'yaml-syntax', key: 'syntax.large', parameters, span };
  }
  const binary = text.indexOf('\0');
  if (binary >= 0)
    return { rule: 'yaml-syntax', key: 'syntax.binary', parameters: {}, span: { start: binary, end: binary + 1 } };
  return conflictIssue(text);
}

/** The issue for a text with merge conflicts: one for all of them, at the first. */
function conflictIssue(text: string): Issue | undefined {
  if (!text.includes('<<<<<<<')) return undefined;
  const [first, ...others] = conflictsOf(text);
  if (!first) return undefined;
  const { ours, theirs, opening } = first;
  const key = others.length > 0 ? 'syntax.conflicts' : 'syntax.conflict';
  const [own, other] = [excerptOf(text, first, 'ours'), excerptOf(text, first, 'theirs')];
  return {
    rule: 'yaml-syntax',
    key,
    parameters: { ours, theirs, own, other, count: others.length + 1 },
    span: opening,
  };
}
