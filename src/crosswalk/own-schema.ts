/**
 * The JSON Schema of `*.psirt-crosswalk.yaml` for editors with a YAML server, derived from the model and the sheet's
 * ids.
 */
import * as z from 'zod/mini';
import { flat, reference } from '../assessment/schema';
import type { MessageKey, Translate } from '../messages/messages';
import type { Sheet } from '../sheet/sheet';
import { crosswalkModels, idForm } from './own-model';

type Schema = Record<string, unknown>;

/** The draft-07 schema in the language of its sheet and messages. */
export function ownCrosswalkSchema(sheet: Sheet, t: Translate): Schema {
  const crosswalk = schemaOf('crosswalk', t);
  const requirements = (crosswalk['properties'] as Record<string, Schema>)['requirements'] ?? {};
  Object.assign(requirements, {
    propertyNames: { pattern: idForm.source },
    additionalProperties: { anyOf: [reference('requirement'), { type: 'null' }] },
  });
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: t('schema.crosswalk-title'),
    ...crosswalk,
    definitions: { requirement: requirementSchema(sheet, t), mapping: mappingSchema(t) },
  };
}

function requirementSchema(sheet: Sheet, t: Translate): Schema {
  const requirement = schemaOf('requirement', t);
  const services = sheet.areas.flatMap((area) => area.services);
  const properties = services.map(({ id, title, objective }) => {
    return [id, { title: `${id} ${title}`, description: objective, ...reference('mapping') }] as const;
  });
  const own = (requirement['properties'] as Record<string, Schema>)['services'] ?? {};
  delete own['propertyNames'];
  Object.assign(own, { properties: Object.fromEntries(properties), additionalProperties: false });
  return { title: 'requirement', ...requirement };
}

/** A strength alone, or the long form. */
function mappingSchema(t: Translate): Schema {
  const { title, description, ...long } = { title: 'mapping', description: '', ...schemaOf('mapping', t) } as Schema;
  const strength = (long['properties'] as Record<string, Schema>)['strength'];
  return { title, description, anyOf: [{ type: 'null' }, { ...strength, type: 'integer' }, long] };
}

function schemaOf(kind: keyof typeof crosswalkModels, t: Translate): Schema {
  const schema = z.toJSONSchema(crosswalkModels[kind], { target: 'draft-7', io: 'input' }) as Schema;
  delete schema['$schema'];
  const properties = schema['properties'] as Record<string, Schema>;
  const family = kind === 'crosswalk' ? kind : `crosswalk-${kind}`;
  for (const [key, own] of Object.entries(properties)) {
    const text = t(`key.${family}.${key}` as MessageKey);
    properties[key] = { title: key, description: text, markdownDescription: text, ...flat(own) };
  }
  return schema;
}
