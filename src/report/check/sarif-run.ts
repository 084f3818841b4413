/** Identifies the run of a build that a SARIF log belongs to, in the form the code host expects. */
import { version } from '../../../package.json';

/** The environment variables, by name. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The properties that Azure DevOps requires: each from a variable of its pipelines, with a default elsewhere, since it
 * accepts neither missing nor empty properties (-1 is its value for "none"; an id has to be a GUID, and this one is
 * unique).
 */
const azure = {
  buildDefinitionId: ['SYSTEM_DEFINITIONID', '-1'],
  buildDefinitionName: ['BUILD_DEFINITIONNAME', '-'],
  phaseId: ['SYSTEM_PHASEID', '7f0d3f5c-2b44-4c0e-9a57-0f6a3c1b9d21'],
  phaseName: ['SYSTEM_PHASENAME', '-'],
} as const;
const azurePrefix = 'azuredevops/pipeline/build/';

/**
 * The `automationDetails` of a run. GitHub takes the part of the id before its last slash as the category of the
 * findings; Azure DevOps requires a prefix and four properties (rules GHAzDO1019 and GHAzDO1020 of the SARIF
 * Multitool).
 */
export function automationDetails(env: Environment): object {
  if (env['GITHUB_ACTIONS']) return { id: 'psirt-maturity/' };
  const properties = Object.entries(azure).map(([name, [variable, none]]) => [
    azurePrefix + name,
    env[variable] || none,
  ]);
  return { id: `${azurePrefix}psirt-maturity/${version}`, properties: Object.fromEntries(properties) as object };
}
