/**
 * Packages of office programs (ECMA-376 part 2): parts, the relationships among them, and their content types. Those
 * of templates are untrusted.
 */
import { DOMParser, XMLSerializer, type Document, type Element } from '@xmldom/xmldom';
import { strFromU8, strToU8, zipSync } from 'fflate';
import { ArchiveRefused, unpacked } from '../../exchange/archive';
import { TemplateRefused } from './template-refused';

/** The namespaces of relationships and of their attributes in parts. */
const packageNamespace = 'http://schemas.openxmlformats.org/package/2006/relationships';
export const relationshipNamespace = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const typesNamespace = 'http://schemas.openxmlformats.org/package/2006/content-types';

/** Templates with pictures and fonts stay below. */
const limits = { files: 5_000, longest: 60_000_000, all: 120_000_000 };

/** Reading takes some twenty times as much memory. */
const longestXml = 10_000_000;

/** The parts of a package by path, without a leading slash. */
export type Parts = ReadonlyMap<string, Uint8Array>;

/** A relationship of a part. */
export interface Relationship {
  readonly id: string;
  /** The full type, an address. */
  readonly type: string;
  /** Its last segment, such as `slideLayout`. */
  readonly kind: string;
  /** The path of the other part, or the address of something outside. */
  readonly target: string;
  readonly isExternal: boolean;
}

/** The parts of a package. Throws `TemplateRefused`. */
export function readPackage(bytes: Uint8Array): Parts {
  try {
    const files = unpacked(bytes, limits, (path) => !path.endsWith('/'));
    return new Map([...files].map(([path, content]) => [path.replace(/^\//, ''), content]));
  } catch (error) {
    throw error instanceof ArchiveRefused ? new TemplateRefused(`template.${error.reason}`) : error;
  }
}

/** The document of a part. Throws `TemplateRefused` where there is none, or it is not XML, or declares entities. */
export function readXml(parts: Parts, path: string): Document {
  const bytes = parts.get(path);
  if (bytes && bytes.length > longestXml) throw new TemplateRefused('template.too-large');
  const xml = bytes && strFromU8(bytes).replace(/^\ufeff/, '');
  if (xml === undefined || /<!DOCTYPE/i.test(xml)) throw new TemplateRefused('template.damaged');
  try {
    const onError = () => {
      throw new TemplateRefused('template.damaged');
    };
    return new DOMParser({ onError }).parseFromString(xml, 'application/xml');
  } catch {
    throw new TemplateRefused('template.damaged');
  }
}

/** The bytes of a document. */
export function writeXml(document: Document): Uint8Array {
  return strToU8(new XMLSerializer().serializeToString(document));
}

/** The descendants of these local names, in document order; all without one. */
export function elementsIn(parent: Document | Element, ...names: readonly string[]): Element[] {
  const all = Array.from(parent.getElementsByTagName('*'));
  return names.length ? all.filter(({ localName }) => names.includes(localName ?? '')) : all;
}

/** The child elements of these local names; all without one. */
export function childrenOf(parent: Element | null, ...names: readonly string[]): Element[] {
  const all = Array.from(parent?.childNodes ?? []).filter((node): node is Element => node.nodeType === 1);
  return names.length ? all.filter(({ localName }) => names.includes(localName ?? '')) : all;
}

/** The path of the part that holds the relationships of a part. */
function relationshipsPath(path: string): string {
  const start = path.lastIndexOf('/') + 1;
  return `${path.slice(0, start)}_rels/${path.slice(start)}.rels`;
}

/** The relationships of a part, or of the package itself for an empty path; none where it has none. */
export function relationshipsOf(parts: Parts, path: string): Relationship[] {
  const file = relationshipsPath(path);
  if (!parts.has(file)) return [];
  return elementsIn(readXml(parts, file), 'Relationship').map((one) => {
    const type = one.getAttribute('Type') ?? '';
    const target = one.getAttribute('Target') ?? '';
    const isExternal = one.getAttribute('TargetMode') === 'External';
    const kind = type.slice(type.lastIndexOf('/') + 1);
    const id = one.getAttribute('Id') ?? '';
    return { id, type, kind, target: isExternal ? target : resolved(path, target), isExternal };
  });
}

/** The path that a target means, seen from a part. */
function resolved(from: string, target: string): string {
  try {
    return decodeURI(new URL(target, `part:///${from}`).pathname).replace(/^\/+/, '');
  } catch {
    throw new TemplateRefused('template.damaged');
  }
}

/** The path of the main part. Throws `TemplateRefused`. */
export function mainPart(parts: Parts): string {
  const main = relationshipsOf(parts, '').find(({ kind }) => kind === 'officeDocument');
  if (!main) throw new TemplateRefused('template.not-office');
  return main.target;
}

/** The content types of the parts of a package, by path. */
function typesOf(parts: Parts): (path: string) => string | undefined {
  const document = readXml(parts, '[Content_Types].xml');
  const named = (element: string, key: string) =>
    new Map(
      elementsIn(document, element).map((one) => [
        (one.getAttribute(key) ?? '').toLowerCase(),
        one.getAttribute('ContentType') ?? '',
      ]),
    );
  const [defaults, overrides] = [named('Default', 'Extension'), named('Override', 'PartName')];
  return (path) =>
    overrides.get(`/${path}`.toLowerCase()) ?? defaults.get(path.slice(path.lastIndexOf('.') + 1).toLowerCase());
}

/** A package being put together from parts of others. */
export class PackageBuilder {
  private readonly parts = new Map<string, Uint8Array>();
  private readonly types = new Map<string, string>();

  /** Adds a part with its relationships. */
  add(path: string, content: Uint8Array, type: string, relationships: readonly Relationship[] = []): void {
    this.parts.set(path, content);
    this.types.set(path, type);
    if (relationships.length) this.parts.set(relationshipsPath(path), relationshipsXml(relationships));
  }

  /**
   * Adds a part of another package and all it relates to, but for relationships that are not `kept`: elements that
   * refer to those are removed. Nothing outside the package is kept but the targets of hyperlinks.
   */
  copy(from: Parts, start: string, kept: (one: Relationship) => boolean, rename = (path: string) => path): void {
    const typeOf = typesOf(from);
    const waiting = [start];
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
      const content = from.get(path);
      if (!content || this.parts.has(rename(path))) continue;
      const all = relationshipsOf(from, path);
      const isKept = (one: Relationship) =>
        one.isExternal ? one.kind === 'hyperlink' : from.has(one.target) && kept(one);
      const relationships = all.filter(isKept);
      const dropped = new Set(all.filter((one) => !isKept(one)).map(({ id }) => id));
      const inside = relationships.filter(({ isExternal }) => !isExternal);
      const renamed = relationships.map((one) => (one.isExternal ? one : { ...one, target: rename(one.target) }));
      const clean = dropped.size ? writeXml(without(readXml(from, path), dropped)) : content;
      this.add(rename(path), clean, typeOf(path) ?? 'application/xml', renamed);
      waiting.push(...inside.map(({ target }) => target));
    }
  }

  /** The bytes of the package; `relationships` are its own. */
  write(relationships: readonly Relationship[]): Uint8Array {
    const overrides = [...this.types].map(
      ([path, type]) => `<Override PartName="${escaped(`/${encodeURI(path)}`)}" ContentType="${escaped(type)}"/>`,
    );
    const defaults =
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>';
    const types = `${declaration}<Types xmlns="${typesNamespace}">${defaults}${overrides.join('')}</Types>`;
    return zipSync({
      '[Content_Types].xml': strToU8(types),
      '_rels/.rels': relationshipsXml(relationships),
      ...Object.fromEntries(this.parts),
    });
  }
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Removes the elements that refer to relationships. */
export function without(document: Document, ids: ReadonlySet<string>): Document {
  for (const element of elementsIn(document)) {
    const refers = Array.from(element.attributes).some(
      ({ namespaceURI, value }) => namespaceURI === relationshipNamespace && ids.has(value),
    );
    if (refers) element.parentNode?.removeChild(element);
  }
  return document;
}

function relationshipsXml(relationships: readonly Relationship[]): Uint8Array {
  const all = relationships.map(({ id, type, target, isExternal }) => {
    const place = isExternal ? `${escaped(target)}" TargetMode="External` : escaped(`/${encodeURI(target)}`);
    return `<Relationship Id="${escaped(id)}" Type="${escaped(type)}" Target="${place}"/>`;
  });
  return strToU8(`${declaration}<Relationships xmlns="${packageNamespace}">${all.join('')}</Relationships>`);
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

/** A relationship to a part. */
export function relationTo(id: string, kind: string, target: string): Relationship {
  return { id, type: `${relationshipNamespace}/${kind}`, kind, target, isExternal: false };
}

/** The relationships of a package to its main part and its properties. */
export function packageRelations(main: string): Relationship[] {
  const core = 'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties';
  return [
    relationTo('rId1', 'officeDocument', main),
    { id: 'rId2', type: core, kind: 'core-properties', target: 'docProps/core.xml', isExternal: false },
    relationTo('rId3', 'extended-properties', 'docProps/app.xml'),
  ];
}
