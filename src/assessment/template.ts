/** The text of a new assessment. */
import { stringify } from 'yaml';
import type { Translate } from '../messages/messages';
import { sheetName, type Area, type Sheet } from '../sheet/sheet';
import { assessmentSchemaAddress } from './schema-address';
import { scalarText } from './yaml/text-edit';

export interface NewAssessment {
  /** The subject: any text. */
  readonly subject: string;
  /** The target of every service, 0 to 5. */
  readonly target: number;
  /** The current day, `YYYY-MM-DD`. */
  readonly today: string;
  /** Areas that do not apply to the organisation: their services are excluded, with this reason. */
  readonly without?: { readonly areas: readonly string[]; readonly reason: string };
  /** Whether to name the schema in a comment, by which other editors find it. */
  readonly modeline?: boolean;
  /** The sheet in the language of the comments. */
  readonly sheet: Sheet;
  readonly t: Translate;
}

/** The text of a file with an empty entry for every service in scope, ready to be scored. */
export function newAssessment({ subject, target, today, without, modeline, sheet, t }: NewAssessment): string {
  const lines = [
    ...(modeline ? [`# yaml-language-server: $schema=${assessmentSchemaAddress(t.language)}`] : []),
    `sheet: ${sheetName}`,
    // Quoted where a YAML 1.1 parser would read another type ("no", "12:30"), and kept on one line.
    stringify({ subject }, { compat: 'yaml-1.1', lineWidth: 0 }).replace(/\n$/, ''),
    `assessed: ${today}`,
    'assessors: []',
    `target: ${target}`,
    '',
    ...t('report.template.scores')
      .split('\n')
      .map((line) => `# ${line}`),
    'services:',
    ...sheet.areas.flatMap((area) => areaLines(area, without?.areas.includes(area.id) ? without.reason : undefined)),
  ];
  return `${lines.join('\n')}\n`;
}

function areaLines({ id, title, services }: Area, exclusion: string | undefined): string[] {
  const inScope = services.filter(({ outOfScope }) => !outOfScope);
  const excluded = exclusion === undefined ? [] : [`    excluded: ${scalarText(exclusion)}`];
  return [
    `  # ${id} ${comment(title)}`,
    ...inScope.flatMap((service) => [`  "${service.id}":      # ${comment(service.title)}`, ...excluded]),
  ];
}

function comment(text: string): string {
  return text.replace(/\s+/g, ' ');
}
