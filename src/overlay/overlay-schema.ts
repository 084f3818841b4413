/**
 * The JSON Schema of `*.psirt-wording.yaml` for editors with a YAML server, derived from the model and the sheet's ids
 * and titles.
 */
import * as z from 'zod/mini';
import type { MessageKey, Translate } from '../messages/messages';
import { summaryLength } from './overlay';
import type { Level, Service, Sheet } from '../sheet/sheet';
import { areaSchemas, flat, orNull, reference } from '../assessment/schema';
import { overlayModels } from './overlay-model';

type Schema = Record<string, unknown>;

/** The draft-07 schema in the language of its sheet and messages. */
export function overlaySchema(sheet: Sheet, t: Translate): Schema {
  const wording = schemaOf('wording', t);
  const areas = areaSchemas(sheet, schemaOf('area', t));
  const services = Object.fromEntries(
    sheet.areas.flatMap((area) => area.services.map((service) => [service.id, serviceSchema(service, t)])),
  );
  const properties = wording['properties'] as Record<string, Schema>;
  for (const [key, own] of Object.entries({ areas, services }))
    properties[key] = { ...described(properties[key]), ...closed(own) };
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: t('schema.wording-title'),
    ...wording,
    definitions: { level: { title: 'level', ...levelSchema(t) } },
  };
}

/** A service's wording, with the levels the sheet describes for it. */
function serviceSchema({ id, title, objective, levels }: Service, t: Translate): Schema {
  const own = levels.flatMap((level, number) => (level ? [[String(number), levelReference(level)] as const] : []));
  const service = schemaOf('service', t);
  const properties = service['properties'] as Record<string, Schema>;
  properties['levels'] = { ...described(properties['levels']), ...closed(Object.fromEntries(own)) };
  return { ...service, title: `${id} ${title}`, description: objective, type: ['object', 'null'] };
}

function levelReference({ summary }: Level): Schema {
  return { title: summary, ...orNull(reference('level')) };
}

function levelSchema(t: Translate): Schema {
  const level = schemaOf('level', t);
  const { summary } = level['properties'] as Record<string, Schema>;
  // The schema does not know the file's language, so the greater of the limits applies.
  Object.assign(summary ?? {}, { maxLength: Math.max(...Object.values(summaryLength)) });
  return level;
}

function schemaOf(kind: keyof typeof overlayModels, t: Translate): Schema {
  const schema = z.toJSONSchema(overlayModels[kind], { target: 'draft-7', io: 'input' }) as Schema;
  delete schema['$schema'];
  const properties = schema['properties'] as Record<string, Schema>;
  const family = kind === 'wording' ? 'wording' : `wording-${kind}`;
  for (const [key, own] of Object.entries(properties)) {
    const text = t(`key.${family}.${key}` as MessageKey);
    properties[key] = { title: key, description: text, markdownDescription: text, ...flat(own) };
  }
  return schema;
}

function described(schema: Schema | undefined): Schema {
  const { title, description, markdownDescription } = schema ?? {};
  return { title, description, markdownDescription };
}

function closed(properties: Record<string, Schema>): Schema {
  return { type: ['object', 'null'], additionalProperties: false, properties };
}
