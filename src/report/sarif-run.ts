/** Which run of a build a SARIF log belongs to, as the code host that is to read it wants it said. */
import { version } from '../../package.json';

/** The variables of the process, by name. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** What Azure DevOps asks for, by the variables its pipelines set. */
const azure = {
  buildDefinitionId: 'SYSTEM_DEFINITIONID',
  buildDefinitionName: 'BUILD_DEFINITIONNAME',
  phaseId: 'SYSTEM_PHASEID',
  phaseName: 'SYSTEM_PHASENAME',
} as const;
/** Stands for what there is not: neither a property that is missing nor an empty one is accepted. */
const nothing = '-';
const azurePrefix = 'azuredevops/pipeline/build/';

/**
 * The `automationDetails` of a run. GitHub takes what precedes the last slash of the id as the category of the findings; Azure DevOps
 * requires a prefix and four properties (rules GHAzDO1019 and GHAzDO1020 of the SARIF Multitool).
 */
export function automationDetails(env: Environment): object {
  if (env['GITHUB_ACTIONS']) return { id: 'psirt-maturity/' };
  const properties = Object.entries(azure).map(([name, variable]) => [azurePrefix + name, env[variable] || nothing]);
  return { id: `${azurePrefix}psirt-maturity/${version}`, properties: Object.fromEntries(properties) as object };
}
