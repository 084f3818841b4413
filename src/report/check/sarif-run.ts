/** Which run of a build a SARIF log belongs to, as the code host that is to read it wants it said. */
import { version } from '../../../package.json';

/** The variables of the process, by name. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * What Azure DevOps asks for: each by the variable that its pipelines set, and what stands for it elsewhere, since
 * neither a property that is missing nor an empty one is accepted (-1 is the value it has for "none"; an id has to be a
 * GUID, this one is nobody else's).
 */
const azure = {
  buildDefinitionId: ['SYSTEM_DEFINITIONID', '-1'],
  buildDefinitionName: ['BUILD_DEFINITIONNAME', '-'],
  phaseId: ['SYSTEM_PHASEID', '7f0d3f5c-2b44-4c0e-9a57-0f6a3c1b9d21'],
  phaseName: ['SYSTEM_PHASENAME', '-'],
} as const;
const azurePrefix = 'azuredevops/pipeline/build/';

/**
 * The `automationDetails` of a run. GitHub takes what precedes the last slash of the id as the category of the
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
