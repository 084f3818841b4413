/**
 * The JSON Schema of `.psirt.yaml`, for any editor with a YAML server: made of the model, with the sheet's texts on its
 * services and levels.
 */
import * as z from 'zod/mini';
import type { MessageKey, Translate } from '../messages/messages';
import { levelNumbers, sheetName, type Service, type Sheet } from '../sheet/sheet';
import { keysOf, models, ruleIds, severities, type MapKind } from './model';

type Schema = Record<string, unknown>;

/** The draft-07 schema in the language of its sheet and messages. */
export function assessmentSchema(sheet: Sheet, t: Translate): Schema {
  const assessment = schemaOf('assessment', t);
  const areas = Object.fromEntries(sheet.areas.map(({ id, title, summary }) => [id, { title: `${id} ${title}`, description: summary, ...orNull(reference('area')) }]));
  const services = Object.fromEntries(sheet.areas.flatMap((area) => area.services.map((service) => [service.id, serviceSchema(service)])));
  const rules = Object.fromEntries(ruleIds.map((id) => [id, { description: t(`key.rules.${id}`), enum: severities }]));
  const properties = assessment['properties'] as Record<string, Schema>;
  for (const [key, own] of Object.entries({ areas, services, rules })) {
    properties[key] = { description: properties[key]?.['description'], type: ['object', 'null'], additionalProperties: false, properties: own };
  }
  properties['sheet'] = { ...properties['sheet'], enum: [sheetName] };
  const kinds = Object.fromEntries((['area', 'citation', 'action'] as const).map((kind) => [kind, schemaOf(kind, t)]));
  const scores = Object.fromEntries(sheet.areas.flatMap((area) => area.services.map((service) => [`score-${service.id}`, scoreSchema(service, t)])));
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: t('schema.title'),
    ...assessment,
    definitions: { ...kinds, service: linked(schemaOf('service', t)), ...scores },
  };
}

/** A service: its score, or the long form that holds it. */
function serviceSchema({ id, title, objective, levels }: Service): Schema {
  const meanings = levels.flatMap((level, number) => (level ? [`- **${number}** ${level.summary}`] : []));
  return {
    title: `${id} ${title}`,
    description: objective,
    markdownDescription: [objective, meanings.join('\n')].filter(Boolean).join('\n\n'),
    anyOf: [reference(`score-${id}`), { allOf: [reference('service'), { properties: { score: orNull(reference(`score-${id}`)) } }] }, { type: 'null' }],
  };
}

/**
 * The scores of a service with what each level means; the sheet's gaps are said as such, for a score there is only a warning.
 * By its title Red Hat's server tells it from the other forms of a service; else its hover gives all of them at once.
 */
function scoreSchema({ id, title, levels }: Service, t: Translate): Schema {
  const undescribed = (number: number) => t('hover.level-undescribed', { level: number, id });
  return {
    title: `${id} ${title}`,
    enum: levelNumbers,
    enumDescriptions: levels.map((level, number) => level?.summary ?? undescribed(number)),
    markdownEnumDescriptions: levels.map((level, number) => (level ? `**${level.summary}**\n\n${level.description}` : undescribed(number))),
  };
}

function schemaOf(kind: Exclude<MapKind, 'areas' | 'services' | 'rules'>, t: Translate): Schema {
  const schema = z.toJSONSchema(models[kind], { target: 'draft-7', io: 'input' }) as Schema;
  delete schema['$schema'];
  const properties = schema['properties'] as Record<string, Schema>;
  for (const key of keysOf[kind]) {
    const text = t(`key.${kind}.${key}` as MessageKey);
    properties[key] = { description: text, markdownDescription: text, ...flat(properties[key] ?? {}) };
  }
  return schema;
}

/** A type or null as the list of both, which servers explain better than two branches. */
export function flat(schema: Schema): Schema {
  const { anyOf, ...rest } = schema as { anyOf?: Schema[] };
  const [own, none] = anyOf ?? [];
  return own && typeof own['type'] === 'string' && none?.['type'] === 'null' && anyOf?.length === 2 ? { ...rest, ...own, type: [own['type'], 'null'] } : schema;
}

/** The long form's lists refer to the definitions of their items instead of repeating them; its score is said by each service. */
function linked(service: Schema): Schema {
  const properties = service['properties'] as Record<string, Schema>;
  const { description, markdownDescription } = properties['score'] ?? {};
  const evidence = { ...properties['evidence'], items: { anyOf: [{ type: 'string' }, reference('citation')] } };
  const plan = { ...properties['plan'], items: reference('action') };
  return { ...service, properties: { ...properties, score: { description, markdownDescription }, evidence, plan } };
}

export function reference(name: string): Schema {
  return { $ref: `#/definitions/${name}` };
}

export function orNull(schema: Schema): Schema {
  return { anyOf: [schema, { type: 'null' }] };
}
