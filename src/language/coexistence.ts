/** Who shows what where another extension serves YAML, and an assessment is opened as plain `yaml`. */
import { ruleOf } from '../rules/check';
import type { Problem } from '../rules/rule';

/**
 * Kept beside a YAML server, or left to it; what is left comes back where `unless`, the server's own setting, is off.
 */
type Share =
  | { readonly kept: true }
  | { readonly kept: false; readonly unless?: 'yaml.hover' | 'yaml.completion' | 'yaml.validate' };

/**
 * The server has our JSON Schema from the manifest (`yamlValidation`). Whatever it makes of that is left to it: nothing
 * is to be seen twice. In assessments of their own language all features are on: no YAML server handles those.
 */
export const besideYamlServer = {
  /** On keys and on values alike, citations included: the server describes them all. */
  hover: { kept: false, unless: 'yaml.hover' },
  /** Keys, ids, levels, values. */
  completion: { kept: false, unless: 'yaml.completion' },
  /** Problems that the YAML parser and the schema find as well. */
  schemaProblems: { kept: false, unless: 'yaml.validate' },
  outline: { kept: false },
  /** What the sheet, the files and the calendar say: no schema can. */
  ownProblems: { kept: true },
  /** Those of problems the server reports included. */
  quickFixes: { kept: true },
  /** Files and headings to cite. */
  citationCompletion: { kept: true },
  citationLinks: { kept: true },
  lenses: { kept: true },
  inlayHints: { kept: true },
  /** VS Code merges those of all providers. */
  folding: { kept: true },
  selectionRanges: { kept: true },
  workspaceSymbols: { kept: true },
  grid: { kept: true },
} as const satisfies Record<string, Share>;

/** A feature that the table may leave to a YAML server. */
export type SharedFeature = {
  [F in keyof typeof besideYamlServer]: (typeof besideYamlServer)[F] extends { kept: false } ? F : never;
}[keyof typeof besideYamlServer];

/**
 * Whether a YAML server that has our schema reports the same at the same place. An unquoted id it only calls unknown:
 * ours says why.
 */
export function isSchemaProblem({ rule, beyondSchema }: Pick<Problem, 'rule' | 'beyondSchema'>): boolean {
  return ruleOf(rule).seenBySchema === true && !beyondSchema;
}

/** The part of an extension that tells a YAML server. */
export interface ExtensionFacts {
  readonly id: string;
  readonly packageJSON: unknown;
}

/** Red Hat's extension, and any other with its settings: they came with the server that both then run. */
export function isYamlServer({ id, packageJSON }: ExtensionFacts): boolean {
  if (id.toLowerCase() === 'redhat.vscode-yaml') return true;
  const contributed = (packageJSON as { contributes?: { configuration?: unknown } } | undefined)?.contributes
    ?.configuration;
  return [contributed]
    .flat()
    .some((part) => 'yaml.schemas' in ((part as { properties?: object } | undefined)?.properties ?? {}));
}

/**
 * Whether a feature is ours to show in a document.
 * @param isOn the value of a setting of the server for the document
 */
export function isOursBeside(
  feature: SharedFeature,
  servers: readonly ExtensionFacts[],
  isOn: (setting: string) => boolean,
): boolean {
  const share: Share = besideYamlServer[feature];
  return servers.length === 0 || share.kept || (share.unless !== undefined && !isOn(share.unless));
}
