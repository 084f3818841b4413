/** Parses a ```` ```psirt ```` fence of a Markdown document, which names an assessment and a view of it. */
import { isAssessmentName } from '../assessment/file-name';
import type { MessageKey, MessageParameters } from '../messages/messages';

export const fenceViews = ['summary', 'radar', 'grid', 'plan'] as const;
export type FenceView = (typeof fenceViews)[number];

export interface Fence {
  /** A path relative to the Markdown document, or, with a leading `/`, to the workspace folder. */
  readonly assessment: string;
  readonly view: FenceView;
}

export interface FenceProblem {
  readonly key: MessageKey;
  readonly parameters?: MessageParameters;
}

/**
 * Reads the lines of a fence, `assessment: PATH` and `view: NAME` (by default the summary), or returns what is wrong
 * with them.
 */
export function parseFence(content: string): Fence | FenceProblem {
  const given = new Map<string, string>();
  const lines = content.split(/\r\n|[\r\n]/).map((line) => line.trim());
  for (const line of lines.filter((one) => one !== '' && !one.startsWith('#'))) {
    const [, key = '', value = ''] = /^(assessment|view)\s*:(.*)$/s.exec(line) ?? [];
    if (!key) return { key: 'fence.unknown', parameters: { line } };
    given.set(key, value.trim().replace(/^(["'])(.*)\1$/, '$2'));
  }
  const assessment = given.get('assessment');
  if (!assessment) return { key: 'fence.no-assessment' };
  if (!isAssessmentName(assessment)) return { key: 'fence.not-an-assessment', parameters: { path: assessment } };
  const name = given.get('view') ?? 'summary';
  const view = fenceViews.find((candidate) => candidate === name);
  return view
    ? { assessment, view }
    : { key: 'fence.no-view', parameters: { view: name, views: fenceViews.join(', ') } };
}
