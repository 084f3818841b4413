/** A crosswalk as an OSCAL mapping collection. */
import { printableJson } from '../../messages/printable';
import type { Printable } from '../../messages/safe-text';
import { requirementUrn, type Mapping, type Relationship, type Requirement, type Source } from '../../crosswalk/source';
import type { CrosswalkInput } from '../crosswalk/crosswalk-input';
import { blockText, catalogResource, controlId, idOf, lineText, metadata, namespace, properties, some } from './oscal';

/** OSCAL's words for "The requirement is … of what the service covers": the source is the requirement. */
const words: Readonly<Record<Relationship, string>> = {
  equal: 'equal-to',
  subset: 'subset-of',
  superset: 'superset-of',
  intersects: 'intersects-with',
};

/** The day of the mappings, where a source gives none of its own. */
const judged = '2026-11-27';

/**
 * The output of `crosswalk --format oscal`: a mapping for each source, from its requirements to the services of the
 * sheet, or to criteria of these where a mapping names them.
 */
export function oscalMapping({ sources, sheet, t }: CrosswalkInput): Printable {
  const catalog = catalogResource(sheet);
  const content = {
    metadata: {
      ...metadata({ title: t('report.oscal.mapping'), changed: judged, version: sheet.version }),
      props: properties({ sheet: catalog.title, language: t.language }),
    },
    provenance: {
      method: 'human',
      'matching-rationale': 'semantic',
      status: 'complete',
      'mapping-description': t('report.oscal.mapping-what'),
    },
    mappings: sources.flatMap((source) => {
      const maps = source.requirements.flatMap((one) => one.mappings.map((mapping) => mapOf(source, one, mapping)));
      if (maps.length === 0) return [];
      return [
        {
          uuid: idOf('mapping', source.id),
          'source-resource': { type: 'catalog', href: `#${resourceOf(source).uuid}` },
          'target-resource': { type: 'catalog', href: `#${catalog.uuid}` },
          maps,
        },
      ];
    }),
    'back-matter': { resources: [catalog, ...sources.map(resourceOf)] },
  };
  return printableJson({ 'mapping-collection': { uuid: idOf('mappings', JSON.stringify(content)), ...content } });
}

/** The resource for the document with the requirements. */
function resourceOf({ id, title, url }: Source) {
  return { uuid: idOf('source', id), title: lineText(title), rlinks: url === undefined ? undefined : [{ href: url }] };
}

function mapOf(source: Source, requirement: Requirement, mapping: Mapping) {
  const { service, criteria, relationship, strength, reason } = mapping;
  const control = controlId(service);
  const targets = criteria.map((id) => ({ type: 'statement', 'id-ref': `${control}_${id}` }));
  return {
    uuid: idOf('map', source.id, requirement.id, service, ...criteria),
    relationship: words[relationship],
    sources: [
      {
        type: 'control',
        'id-ref': requirement.id,
        remarks: blockText(requirement.subject) || undefined,
        props: some([{ name: 'urn', ns: namespace, value: requirementUrn(source, requirement) }]),
      },
    ],
    targets: targets.length ? targets : [{ type: 'control', 'id-ref': control }],
    props: properties({ strength }),
    remarks: blockText(reason) || undefined,
  };
}
