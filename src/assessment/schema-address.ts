/** The addresses of the JSON Schemas: each release publishes those of its version. */
import type { Language } from '../messages/messages';
import { repository, version } from '../../package.json';

/** The address of a schema, which is also its `$id`. `name` is its file name in `schemas/`, without the ending. */
export function schemaAddress(name: string): string {
  return `${repository.url.replace(/\.git$/, '')}/raw/v${version}/schemas/${name}.schema.json`;
}

/** The address of the schema of assessments with descriptions in a language. */
export function assessmentSchemaAddress(language: Language): string {
  return schemaAddress(language === 'en' ? 'psirt-assessment' : `psirt-assessment.${language}`);
}
