/** Divides features between this extension and a YAML server, for assessments opened as plain `yaml`. */
import { ruleOf } from '../rules/check';
import type { Problem } from '../rules/rule';

/**
 * Whether a feature stays on beside a YAML server. One that is left to the server returns when the server's setting
 * `unless` is off.
 */
type Share =
  | { readonly kept: true }
  | { readonly kept: false; readonly unless?: 'yaml.hover' | 'yaml.completion' | 'yaml.validate' };

/**
 * The server has our JSON Schema from the manifest (`yamlValidation`). What it shows on that basis is left to it, so
 * that nothing appears twice. In assessments of our own language all features are on, since no YAML server handles
 * those.
 */
export const besideYamlServer = {
  /** The server describes all keys and values, including citations. */
  hover: { kept: false, unless: 'yaml.hover' },
  /** Keys, ids, levels, values. */
  completion: { kept: false, unless: 'yaml.completion' },
  /** Problems that the YAML parser and the schema find, too. */
  schemaProblems: { kept: false, unless: 'yaml.validate' },
  outline: { kept: false },
  /** Problems that depend on the sheet, files and dates, which no schema can find. */
  ownProblems: { kept: true },
  /** Including fixes of problems that the server reports. */
  quickFixes: { kept: true },
  /** Files and headings to cite. */
  citationCompletion: { kept: true },
  citationLinks: { kept: true },
  lenses: { kept: true },
  inlayHints: { kept: true },
  /** VS Code merges the ranges of all providers. */
  folding: { kept: true },
  selectionRanges: { kept: true },
  workspaceSymbols: { kept: true },
  grid: { kept: true },
} as const satisfies Record<string, Share>;

/** A feature listed in the table. */
export type SharedFeature = {
  [F in keyof typeof besideYamlServer]: (typeof besideYamlServer)[F] extends { kept: false } ? F : never;
}[keyof typeof besideYamlServer];

/**
 * Whether a YAML server with our schema reports the same at the same place. It reports an unquoted id only as unknown,
 * while ours gives the reason.
 */
export function isSchemaProblem({ rule, beyondSchema }: Pick<Problem, 'rule' | 'beyondSchema'>): boolean {
  return ruleOf(rule).seenBySchema === true && !beyondSchema;
}

/** The facts about an extension that identify a YAML server. */
export interface ExtensionFacts {
  readonly id: string;
  readonly packageJSON: unknown;
}

/** Red Hat's extension, or another one with its settings, which means that it contains the same server. */
export function isYamlServer({ id, packageJSON }: ExtensionFacts): boolean {
  if (id.toLowerCase() === 'redhat.vscode-yaml') return true;
  const contributed = (packageJSON as { contributes?: { configuration?: unknown } } | undefined)?.contributes
    ?.configuration;
  return [contributed]
    .flat()
    .some((part) => 'yaml.schemas' in ((part as { properties?: object } | undefined)?.properties ?? {}));
}

/**
 * Whether this extension shows a feature in a document.
 *
 * @param isOn the value of a server's setting for the document
 */
export function isOursBeside(
  feature: SharedFeature,
  servers: readonly ExtensionFacts[],
  isOn: (setting: string) => boolean,
): boolean {
  const share: Share = besideYamlServer[feature];
  return servers.length === 0 || share.kept || (share.unless !== undefined && !isOn(share.unless));
}
