import { issueRule } from './text-issues';

/** The YAML parser reports an error, or the text is no YAML at all. */
export const yamlSyntax = issueRule('yaml-syntax');
