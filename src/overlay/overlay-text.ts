/** Writes an overlay as the text of a `*.psirt-wording.yaml` file that people review and edit. */
import { hasUnprintable, replaceUnprintable } from '../messages/unprintable';
import type { LevelOverlay, Overlay, ServiceOverlay } from './overlay';
import { scalarText } from '../assessment/yaml/text-edit';

/** The text of the file, with `\n` line endings. `remarks` become comments at its top, one per line. */
export function overlayText({ language, areas, services }: Overlay, remarks: readonly string[] = []): string {
  const lines = remarks.map((remark) => `# ${replaceUnprintable(remark.replace(/\s+/g, ' '))}`.trimEnd());
  lines.push(`language: ${language}`);
  if (Object.keys(areas).length) {
    lines.push('areas:');
    for (const [id, { title, summary }] of Object.entries(areas))
      lines.push(`  "${id}":`, ...scalar(4, 'title', title), ...scalar(4, 'summary', summary));
  }
  if (Object.keys(services).length) {
    lines.push('services:');
    for (const [id, service] of Object.entries(services)) lines.push(`  "${id}":`, ...serviceLines(service));
  }
  return `${lines.join('\n')}\n`;
}

function serviceLines({ title, objective, levels, notes }: ServiceOverlay): string[] {
  const lines = [...scalar(4, 'title', title), ...block(4, 'objective', objective)];
  const numbers = Object.keys(levels);
  if (numbers.length)
    lines.push(
      '    levels:',
      ...numbers.flatMap((number) => [`      "${number}":`, ...levelLines(levels[number] ?? {})]),
    );
  return [...lines, ...list(4, 'notes', notes)];
}

function levelLines({ summary, description, criteria = {}, guidance, examples }: LevelOverlay): string[] {
  return [
    ...scalar(8, 'summary', summary),
    ...block(8, 'description', description),
    ...(Object.keys(criteria).length ? ['        criteria:'] : []),
    ...Object.entries(criteria).flatMap(([id, text]) => scalar(10, id, text)),
    ...block(8, 'guidance', guidance),
    ...list(8, 'examples', examples),
  ];
}

function scalar(indent: number, key: string, value: string | undefined): string[] {
  return value === undefined ? [] : [`${' '.repeat(indent)}${key}: ${scalarText(value)}`];
}

function list(indent: number, key: string, items: readonly string[] | undefined): string[] {
  const margin = ' '.repeat(indent);
  return items?.length ? [`${margin}${key}:`, ...items.map((item) => `${margin}  - ${scalarText(item)}`)] : [];
}

/** A text as a block scalar; quoted where a block scalar cannot hold one of its characters. */
function block(indent: number, key: string, value: string | undefined): string[] {
  if (value === undefined) return [];
  const lines = value.split('\n');
  if (/^\s|\s$/.test(value) || lines.some(hasUnprintable)) return scalar(indent, key, value);
  return [
    `${' '.repeat(indent)}${key}: |-`,
    ...lines.map((line) => (line === '' ? '' : ' '.repeat(indent + 2) + line)),
  ];
}
