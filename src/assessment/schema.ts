/**
 * The JSON Schema of `.psirt.yaml` for editors with a YAML server, derived from the model and the sheet's texts on
 * services and levels.
 */
import * as z from 'zod/mini';
import type { MessageKey, Translate } from '../messages/messages';
import { criteriaOf, criterionText } from '../sheet/criteria';
import { areaIds, levelNumbers, serviceIds, sheetName, type Service, type Sheet } from '../sheet/sheet';
import { models } from './model';
import { keysOf } from './keys';
import { criterionStates, ruleIds, severities } from './vocabulary';

type Schema = Record<string, unknown>;

/** The draft-07 schema in the language of its sheet and messages. */
export function assessmentSchema(sheet: Sheet, t: Translate): Schema {
  const assessment = schemaOf('assessment', t);
  const form = schemaOf('service', t);
  const areas = areaSchemas(sheet, schemaOf('area', t));
  const services = Object.fromEntries(
    sheet.areas.flatMap((area) => area.services.map((service) => [service.id, serviceSchema(service, form)])),
  );
  const rules = Object.fromEntries(ruleIds.map((id) => [id, { description: t(`key.rules.${id}`), enum: severities }]));
  const properties = assessment['properties'] as Record<string, Schema>;
  for (const [key, own] of Object.entries({ areas, services, rules })) {
    const description = properties[key]?.['description'];
    properties[key] = {
      title: key,
      description,
      type: ['object', 'null'],
      additionalProperties: false,
      properties: own,
    };
  }
  for (const [key, ids] of Object.entries({ areas: areaIds, services: serviceIds })) {
    properties[key] = { ...properties[key], ...bareIds(ids) };
  }
  properties['sign-off'] = { ...properties['sign-off'], items: reference('signature') };
  properties['sheet'] = { ...properties['sheet'], enum: [sheetName] };
  const kinds = Object.fromEntries(
    (['citation', 'action', 'signature'] as const).map((kind) => [kind, schemaOf(kind, t)]),
  );
  const ofServices = Object.fromEntries(
    sheet.areas.flatMap((area) =>
      area.services.flatMap((service) => [
        [`score-${service.id}`, scoreSchema(service, t)],
        [`criteria-${service.id}`, criteriaSchema(service, t)],
      ]),
    ),
  );
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: t('schema.title'),
    ...assessment,
    definitions: { ...kinds, ...criterionDefinitions(t), ...formDefinitions(form), ...ofServices },
  };
}

/** The areas by id, each with its own copy of the schema, for the same reason as services. */
export function areaSchemas(sheet: Sheet, form: Schema): Record<string, Schema> {
  const titled = sheet.areas.map(({ id, title, summary }) => ({ id, title: `${id} ${title}`, summary }));
  return Object.fromEntries(
    titled.map(({ id, title, summary }) => [id, { title, description: summary, ...orNull({ ...form, title }) }]),
  );
}

/**
 * Allows unquoted ids: Red Hat's server treats them as numbers, which only patterns match. `properties` still validate
 * their values.
 */
function bareIds(ids: readonly string[]): Schema {
  return { patternProperties: { [`^(?:${ids.map((id) => id.replace('.', '\\.')).join('|')})$`]: true } };
}

/**
 * A service: its score, or the long form. Each service has its own form, whose keys are shared: for a definition
 * referenced in many places, Red Hat's server shows the title of the last one.
 */
function serviceSchema({ id, title, objective, levels }: Service, form: Schema): Schema {
  const meanings = levels.flatMap((level, number) => (level ? [`- **${number}** ${level.summary}`] : []));
  return {
    title: `${id} ${title}`,
    description: objective,
    markdownDescription: [objective, meanings.join('\n')].filter(Boolean).join('\n\n'),
    anyOf: [reference(`score-${id}`), longForm(form, id, `${id} ${title}`), { type: 'null' }],
  };
}

function longForm(form: Schema, id: string, title: string): Schema {
  const shared = Object.fromEntries(keysOf.service.map((key) => [key, reference(`service-${key}`)]));
  const {
    title: key,
    description,
    markdownDescription,
  } = (form['properties'] as Record<string, Schema>)['score'] ?? {};
  const score = { title: key, description, markdownDescription, ...orNull(reference(`score-${id}`)) };
  return { ...form, title, properties: { ...shared, score, criteria: reference(`criteria-${id}`) } };
}

/** The criteria of a service by id, each with its text. */
function criteriaSchema(service: Service, t: Translate): Schema {
  const properties = criteriaOf(service).map((criterion) => {
    const description = criterionText(criterion, t);
    const anyOf = [reference('criterion-state'), reference('criterion'), { type: 'null' }];
    return [criterion.id, { title: criterion.id, description, anyOf }];
  });
  return {
    title: 'criteria',
    description: t('key.service.criteria'),
    type: ['object', 'null'],
    additionalProperties: false,
    properties: Object.fromEntries(properties),
  };
}

/** The answer to a criterion: a state, or the long form. */
function criterionDefinitions(t: Translate): Record<string, Schema> {
  const form = schemaOf('criterion', t);
  const { state: described, evidence } = form['properties'] as Record<string, Schema>;
  const state = {
    title: 'state',
    enum: criterionStates,
    enumDescriptions: criterionStates.map((name) => t(`criterion.state.${name}`)),
  };
  const { title, description, markdownDescription } = described ?? {};
  const properties = {
    ...(form['properties'] as Record<string, Schema>),
    state: { title, description, markdownDescription, ...orNull(reference('criterion-state')) },
    evidence: { ...evidence, items: evidenceItem },
  };
  return { 'criterion-state': state, criterion: { ...form, properties } };
}

const evidenceItem: Schema = { anyOf: [{ type: 'string' }, reference('citation')] };

/**
 * The keys of the long form, except score and criteria; lists refer to definitions of their items, so that these are
 * not repeated.
 */
function formDefinitions(form: Schema): Record<string, Schema> {
  const own = Object.entries(form['properties'] as Record<string, Schema>);
  const properties = Object.fromEntries(own.filter(([key]) => key !== 'score' && key !== 'criteria'));
  const items = { evidence: evidenceItem, plan: reference('action') };
  for (const [key, item] of Object.entries(items)) properties[key] = { ...properties[key], items: item };
  return Object.fromEntries(Object.entries(properties).map(([key, schema]) => [`service-${key}`, schema]));
}

/**
 * The scores of a service with the meaning of each level. Undescribed levels are marked as such but valid, since they
 * are only a warning. The title lets Red Hat's server select this form; without it, its hover shows all forms at once.
 */
function scoreSchema({ id, title, levels }: Service, t: Translate): Schema {
  const undescribed = (number: number) => t('hover.level-undescribed', { level: number, id });
  return {
    title: `${id} ${title}`,
    enum: levelNumbers,
    enumDescriptions: levels.map((level, number) => level?.summary ?? undescribed(number)),
    markdownEnumDescriptions: levels.map((level, number) =>
      level ? `**${level.summary}**\n\n${level.description}` : undescribed(number),
    ),
  };
}

function schemaOf(kind: keyof typeof models, t: Translate): Schema {
  const schema = z.toJSONSchema(models[kind], { target: 'draft-7', io: 'input' }) as Schema;
  delete schema['$schema'];
  const properties = schema['properties'] as Record<string, Schema>;
  for (const key of keysOf[kind]) {
    const text = t(`key.${kind}.${key}` as MessageKey);
    properties[key] = { title: key, description: text, markdownDescription: text, ...flat(properties[key] ?? {}) };
  }
  // Without a title, Red Hat's server uses that of the first place of use for all others.
  return { title: kind, ...schema };
}

/** A type or null as a list of both types, which servers explain better than two branches. */
export function flat(schema: Schema): Schema {
  const { anyOf, ...rest } = schema as { anyOf?: Schema[] };
  const [own, none] = anyOf ?? [];
  return own && typeof own['type'] === 'string' && none?.['type'] === 'null' && anyOf?.length === 2
    ? { ...rest, ...own, type: [own['type'], 'null'] }
    : schema;
}

export function reference(name: string): Schema {
  return { $ref: `#/definitions/${name}` };
}

export function orNull(schema: Schema): Schema {
  return { anyOf: [schema, { type: 'null' }] };
}
