/** What all documents of OSCAL (NIST's Open Security Controls Assessment Language, 1.2) share: names, ids, metadata. */
import { v5 } from 'uuid';
import { onOneLine } from '../../messages/one-line';
import { printable } from '../../messages/printable';
import { plainText } from '../../messages/markdown';
import { frameworkUrl } from '../../sheet/references';
import type { Sheet } from '../../sheet/sheet';

/** The version of OSCAL that is written. */
const oscalVersion = '1.2.1';

/** The namespace of our names of properties and parts, as OSCAL asks for of names that are not NIST's. */
export const namespace = 'urn:psirt-maturity:oscal';

/** The namespace of all ids that are made from content: itself the id of our name, as RFC 9562 has it. */
const ids = v5(namespace, v5.URL);

/** The id of what some texts identify: the same for the same texts, on every machine. */
export function idOf(...identity: readonly string[]): string {
  return v5(JSON.stringify(identity), ids);
}

/** A value among the properties of something; one on one line, for OSCAL takes no other. */
export interface Property {
  readonly name: string;
  readonly ns: string;
  readonly value: string;
  readonly class?: string;
}

/** Properties with names of ours; those without a value are left out, and without any there is no list. */
export function properties(
  values: Readonly<Record<string, string | number | null | undefined>>,
  group?: string,
): Property[] | undefined {
  const given = Object.entries(values).flatMap(([name, value]) => {
    const text = valueText(String(value ?? ''));
    return text === '' ? [] : [{ name, ns: namespace, value: text, ...(group ? { class: group } : {}) }];
  });
  return some(given);
}

/** A list, or nothing: OSCAL has no empty ones. */
export function some<T>(items: readonly T[]): T[] | undefined {
  return items.length ? [...items] : undefined;
}

/** Text as the value of a property: on one line, without blanks at its ends; empty for none. */
export function valueText(text: string): string {
  return printable(onOneLine(text)).trim();
}

/** Text as a line of markup in which it is nothing but text; `otherwise` stands for an empty one. */
export function lineText(text: string, otherwise = '–'): string {
  return plainText(text) || otherwise;
}

/** Text of several lines as markup in which it is nothing but text. */
export function blockText(text: string): string {
  return text
    .split(/\r\n|[\n\r]/)
    .map((line) => plainText(line))
    .join('\n')
    .trim();
}

/** The start of a day as OSCAL has points in time. */
export function timeOf(day: string): string {
  return `${day}T00:00:00Z`;
}

interface Head {
  readonly title: string;
  /** The day of the last change, `YYYY-MM-DD`. */
  readonly changed: string;
  readonly version: string;
}

/** What every document begins with. */
export function metadata({ title, changed, version }: Head) {
  return {
    title: lineText(title),
    'last-modified': timeOf(changed),
    version: valueText(version) || '–',
    'oscal-version': oscalVersion,
  };
}

/** The day our catalogue of the sheet begins with: the sheet says no more than its month. */
export const sheetPublished = '2019-04-01';

/** The id of a control, for the service of that id. OSCAL lets no id begin with a figure. */
export function controlId(service: string): string {
  return `service-${service}`;
}

/** The id of the part with a service's objective, which findings are about. */
export function objectiveId(service: string): string {
  return `${controlId(service)}_objective`;
}

/** The framework that descriptions cite, as a resource. */
export const frameworkResource = {
  uuid: idOf('resource', frameworkUrl),
  title: 'PSIRT Services Framework 1.0',
  rlinks: [{ href: frameworkUrl }],
};

/** The sheet as a resource: its catalogue is what `sheet --format oscal` writes, under that name. */
export function catalogResource({ id, version }: Pick<Sheet, 'id' | 'version'>) {
  const name = `${id}@${version}`;
  return { uuid: idOf('catalog', name), title: name, rlinks: [{ href: `${id}-${version}.catalog.json` }] };
}
