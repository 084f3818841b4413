/** Crosswalk files in the editor. */
import { crosswalkRules, parseCrosswalk, type CrosswalkFile } from '../../crosswalk/read-own';
import { crosswalkCompletionsAt, crosswalkHoverAt } from '../../language/crosswalk';
import type { Analyses } from '../core/analyses';
import type { OwnFileKind } from './own-file-editor';

/** The language features of crosswalk files. */
export function crosswalkKind(language: string, analyses: Analyses): OwnFileKind<CrosswalkFile> {
  return {
    language,
    parse: (text) => parseCrosswalk(text, analyses.words.sheet),
    problems: ({ issues }) =>
      issues.map(({ rule, key, parameters, span, suggestion }) => ({
        rule,
        severity: crosswalkRules[rule],
        message: analyses.words.t(key, parameters),
        span,
        suggestion,
      })),
    hoverAt: async (file, offset) => crosswalkHoverAt(analyses.words, file, offset),
    completionsAt: async ({ text }, offset) => crosswalkCompletionsAt(analyses.words, text, offset),
  };
}
