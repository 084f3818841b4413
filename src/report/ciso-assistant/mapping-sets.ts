/** A crosswalk as mapping sets of CISO Assistant, for the sources that are frameworks there. */
import known from '../../crosswalk/ciso-assistant.json';
import type { Relationship, Source } from '../../crosswalk/source';
import { printable } from '../../messages/printable';
import type { Printable } from '../../messages/safe-text';
import type { CrosswalkInput } from '../crosswalk/crosswalk-input';
import { libraryYaml } from './library-yaml';
import { nodeUrn, referenceOf, urnOf } from './urns';

/** A framework of CISO Assistant: its names, and the names of its nodes by our ids of requirements. */
interface Framework {
  readonly library: string;
  readonly framework: string;
  readonly requirements: Readonly<Record<string, string>>;
}

const frameworks: Readonly<Record<string, Framework>> = known;

/** The ids of the sources that CISO Assistant has as frameworks. */
export const cisoAssistantSources: readonly string[] = Object.keys(frameworks);

/** Whether CISO Assistant has a source as a framework. */
export function isInCisoAssistant({ id }: Pick<Source, 'id'>): boolean {
  return Object.hasOwn(frameworks, id);
}

const words: Readonly<Record<Relationship, string>> = {
  equal: 'equal',
  subset: 'subset',
  superset: 'superset',
  intersects: 'intersect',
};

/** The relationships in the opposite direction. */
const turned: Readonly<Record<Relationship, Relationship>> = {
  equal: 'equal',
  subset: 'superset',
  superset: 'subset',
  intersects: 'intersects',
};

/**
 * The output of `crosswalk --format ciso-assistant`: a library with two mapping sets for each source: from the sheet to
 * its requirements, which carries over audits of the sheet, and the reverse.
 */
export function mappingSets({ sources, sheet, t }: CrosswalkInput): Printable {
  const used = sources.flatMap((source) => {
    const framework = isInCisoAssistant(source) ? frameworks[source.id] : undefined;
    return framework ? [{ source, framework }] : [];
  });
  const reference = ['mapping', referenceOf(sheet), 'and', ...used.map(({ source }) => source.id)].join('-');
  return libraryYaml({
    urn: urnOf('library', reference),
    locale: t.language,
    ref_id: reference,
    name: t('report.oscal.mapping'),

    description: t('report.oscal.mapping-what'),
    copyright: t('report.ciso.copyright'),
    version: 1,

    provider: 'PSIRT Maturity',
    packager: 'psirt-maturity',
    dependencies: [urnOf('library', referenceOf(sheet)), ...used.map(({ framework }) => framework.library)],
    objects: {
      requirement_mapping_sets: used.flatMap(({ source, framework }) => setsOf(source, framework, { sheet, t })),
    },
  });
}

function setsOf(source: Source, framework: Framework, { sheet, t }: Pick<CrosswalkInput, 'sheet' | 't'>) {
  const own = urnOf('framework', referenceOf(sheet));
  const pairs = source.requirements.flatMap(({ id, mappings }) => {
    const node = framework.requirements[id];
    return node === undefined ? [] : mappings.map((mapping) => ({ node, mapping }));
  });
  const start = { name: printable(`${t('report.oscal.mapping')}: ${source.title}`) };
  const more = (strength: number, reason: string) => ({
    strength_of_relationship: strength,
    rationale: 'semantic',
    annotation: printable(reason),
  });
  const reference = `mapping-${referenceOf(sheet)}-and-${source.id}`;
  return [
    {
      urn: urnOf('req_mapping_set', reference),
      ref_id: reference,
      ...start,

      source_framework_urn: own,
      target_framework_urn: framework.framework,
      requirement_mappings: pairs.map(({ node, mapping: { service, relationship, strength, reason } }) => ({
        source_requirement_urn: nodeUrn(sheet, service),
        target_requirement_urn: node,

        relationship: words[turned[relationship]],
        ...more(strength, reason),
      })),
    },
    {
      urn: urnOf('req_mapping_set', `${reference}-revert`),
      ref_id: `${reference}-revert`,
      ...start,

      source_framework_urn: framework.framework,
      target_framework_urn: own,
      requirement_mappings: pairs.map(({ node, mapping: { service, relationship, strength, reason } }) => ({
        source_requirement_urn: node,
        target_requirement_urn: nodeUrn(sheet, service),

        relationship: words[relationship],
        ...more(strength, reason),
      })),
    },
  ];
}
