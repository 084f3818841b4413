/** Shared parts of OSCAL documents (NIST's Open Security Controls Assessment Language, 1.2): names, ids, metadata. */
import { v5 } from 'uuid';
import { onOneLine } from '../../messages/one-line';
import { printable } from '../../messages/printable';
import { plainText } from '../../messages/markdown';
import { frameworkUrl } from '../../sheet/references';
import type { Sheet } from '../../sheet/sheet';

/** The OSCAL version of the output. */
const oscalVersion = '1.2.1';

/** The namespace of our properties and parts, which OSCAL requires for names that are not NIST's. */
export const namespace = 'urn:psirt-maturity:oscal';

/** The namespace of all ids derived from content; itself derived from our namespace, as in RFC 9562. */
const ids = v5(namespace, v5.URL);

/** An id derived from texts: the same for the same texts, on every machine. */
export function idOf(...identity: readonly string[]): string {
  return v5(JSON.stringify(identity), ids);
}

/** A property; its value is on one line, as OSCAL requires. */
export interface Property {
  readonly name: string;
  readonly ns: string;
  readonly value: string;
  readonly class?: string;
}

/** Properties with names of ours; those without a value are left out, and an empty list becomes `undefined`. */
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

/** A list; `undefined` for an empty one, which OSCAL does not allow. */
export function some<T>(items: readonly T[]): T[] | undefined {
  return items.length ? [...items] : undefined;
}

/** Text as the value of a property: on one line and trimmed; may be empty. */
export function valueText(text: string): string {
  return printable(onOneLine(text)).trim();
}

/** Text escaped as a line of markup; `otherwise` replaces an empty one. */
export function lineText(text: string, otherwise = '–'): string {
  return plainText(text) || otherwise;
}

/** Multi-line text escaped as markup. */
export function blockText(text: string): string {
  return text
    .split(/\r\n|[\n\r]/)
    .map((line) => plainText(line))
    .join('\n')
    .trim();
}

/** The start of a day as an OSCAL date-time. */
export function timeOf(day: string): string {
  return `${day}T00:00:00Z`;
}

interface Head {
  readonly title: string;
  /** The day of the last change, `YYYY-MM-DD`. */
  readonly changed: string;
  readonly version: string;
}

/** The metadata of every document. */
export function metadata({ title, changed, version }: Head) {
  return {
    title: lineText(title),
    'last-modified': timeOf(changed),
    version: valueText(version) || '–',
    'oscal-version': oscalVersion,
  };
}

/** The publication day in our catalog: the sheet itself gives only the month. */
export const sheetPublished = '2019-04-01';

/** The id of the control for a service. OSCAL ids cannot begin with a digit. */
export function controlId(service: string): string {
  return `service-${service}`;
}

/** The id of the part with a service's objective, the target of findings. */
export function objectiveId(service: string): string {
  return `${controlId(service)}_objective`;
}

/** The framework that descriptions cite, as a resource. */
export const frameworkResource = {
  uuid: idOf('resource', frameworkUrl),
  title: 'PSIRT Services Framework 1.0',
  rlinks: [{ href: frameworkUrl }],
};

/** The sheet as a resource: its catalog is the output of `sheet --format oscal`, under that name. */
export function catalogResource({ id, version }: Pick<Sheet, 'id' | 'version'>) {
  const name = `${id}@${version}`;
  return { uuid: idOf('catalog', name), title: name, rlinks: [{ href: `${id}-${version}.catalog.json` }] };
}
