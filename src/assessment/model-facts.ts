/** What the model says, as plain data that loads at once: `npm run generate` writes it to `model-facts.json`. */
import * as z from 'zod/mini';
import { isForm, type Schema } from './accepts';
import { models } from './model';
import { forms } from './model-parts';

/** The keys of each kind of map, in their usual order, and the schema by which right files are known. */
export function modelFacts() {
  const keys = Object.entries(models).map(([kind, { shape }]) => [kind, Object.keys(shape)] as const);
  return { keys: Object.fromEntries(keys), schema: schemaOfRight(models.assessment) };
}

/**
 * A schema under which `accepts` finds the same values valid as a model does. Throws where the model asks for something
 * that `accepts` does not know, or that a schema cannot say.
 */
export function schemaOfRight(model: z.ZodMiniType): Schema {
  const { $schema: _, ...schema } = z.toJSONSchema(model, {
    target: 'draft-7',
    io: 'input',
    override: ({ zodSchema, jsonSchema }) => {
      const form = forms.get(zodSchema)?.form;
      if (form === undefined) refuseUnsaid(zodSchema);
      sayKnown(jsonSchema as Record<string, unknown>, form);
    },
  });
  return schema as Schema;
}

/** Throws for checks that leave no trace in a schema, unless a form stands for them. */
function refuseUnsaid({ _zod: { def } }: z.core.$ZodTypes): void {
  for (const { _zod: check } of def.checks ?? []) {
    const kind = check.def.check;
    if (kind === 'custom' || kind === 'overwrite')
      throw new Error(`No schema can say the "${kind}" check of a "${def.type}"`);
  }
}

/** What `accepts` knows of JSON Schema. */
const known: ReadonlySet<string> = new Set([
  'type',
  'enum',
  'const',
  'anyOf',
  'minimum',
  'maximum',
  'format',
  'items',
  'properties',
  'required',
  'additionalProperties',
] satisfies (keyof Schema)[]);

/**
 * Names the form of a text in place of a pattern for it, and leaves out that any text is a key. Throws for what
 * `accepts` does not know then.
 */
function sayKnown(schema: Record<string, unknown>, form: string | undefined): void {
  if (form !== undefined) {
    delete schema['pattern'];
    schema['format'] = form;
  }
  if (JSON.stringify(schema['propertyNames']) === '{"type":"string"}') delete schema['propertyNames'];
  const other = Object.keys(schema).find((key) => !known.has(key));
  if (other !== undefined) throw new Error(`accepts.ts does not know "${other}"`);
  if (schema['format'] !== undefined && !isForm(schema['format']))
    throw new Error('accepts.ts does not know the format');
}
