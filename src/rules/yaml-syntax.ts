import type { Rule } from './rule';
import { issuesOf } from './text-issues';

/** The YAML parser reports an error, or the text is not YAML at all. */
export const yamlSyntax: Rule = {
  id: 'yaml-syntax',
  severity: 'error',
  seenBySchema: true,
  readsText: true,
  ofText: true,
  check: (context) => issuesOf('yaml-syntax', context),
};
