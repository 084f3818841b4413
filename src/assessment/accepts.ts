/**
 * Whether plain data is valid under a JSON Schema, told as fast as can be and without saying why not. Of draft 7 it
 * knows what the model of assessments is made of; `schemaOfRight` refuses to make anything else.
 */
import { isCrosswalkPath, isDate, isDigest, isFileDigest } from './vocabulary';

/** The forms of texts, by their names. */
const forms = {
  date: isDate,
  'file-digest': isFileDigest,
  digest: isDigest,
  'crosswalk-path': isCrosswalkPath,
} as const;
export type Form = keyof typeof forms;

/** Whether a value is the name of a form. */
export function isForm(name: unknown): name is Form {
  return typeof name === 'string' && Object.hasOwn(forms, name);
}

/** The part of JSON Schema (draft 7) that `accepts` knows. */
export interface Schema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly minimum?: number;
  readonly maximum?: number;
  /** A `Form`. */
  readonly format?: string;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema | undefined>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
}

/** Whether a value, of what JSON can hold, is valid under a schema. */
export function accepts(schema: Schema, value: unknown): boolean {
  return (
    isOneOf(schema.type, value) &&
    (!schema.anyOf || schema.anyOf.some((branch) => accepts(branch, value))) &&
    (!schema.enum || schema.enum.includes(value)) &&
    (schema.const === undefined || schema.const === value) &&
    fits(schema, value)
  );
}

function fits(schema: Schema, value: unknown): boolean {
  if (typeof value === 'number') return value >= (schema.minimum ?? value) && value <= (schema.maximum ?? value);
  if (typeof value === 'string') return schema.format === undefined || forms[schema.format as Form](value);
  if (Array.isArray(value)) return value.every((item) => accepts(schema.items ?? {}, item));
  return typeof value !== 'object' || value === null || isOfShape(schema, value);
}

function isOneOf(type: Schema['type'], value: unknown): boolean {
  if (type === undefined) return true;
  return typeof type === 'string' ? isOf(type, value) : type.some((one) => isOf(one, value));
}

function isOf(type: string, value: unknown): boolean {
  switch (type) {
    case 'null':
      return value === null;
    case 'array':
      return Array.isArray(value);
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value);
    case 'integer':
      return Number.isSafeInteger(value);
    case 'number':
      return Number.isFinite(value);
    default:
      return typeof value === type;
  }
}

function isOfShape({ properties = {}, required = [], additionalProperties: other = true }: Schema, value: object) {
  if (!required.every((key) => Object.hasOwn(value, key))) return false;
  return Object.keys(value).every((key) => {
    const schema = Object.hasOwn(properties, key) ? properties[key] : other;
    return typeof schema === 'object' ? accepts(schema, value[key as keyof typeof value]) : schema;
  });
}
