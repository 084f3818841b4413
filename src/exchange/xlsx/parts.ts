/**
 * Unpacks a workbook, an archive of XML documents. It is untrusted: only the parts that are read are unpacked, each
 * within limits, and entities are never expanded.
 */
import { strFromU8 } from 'fflate';
import { Parser } from 'saxen';
import type { MessageKey } from '../../messages/messages';
import { ArchiveRefused, unpacked } from '../archive';

/** A full assessment takes 200 KB unpacked; a workbook holds a hundred of them at most. */
const longestPart = 20_000_000;
const longestAll = 40_000_000;
/** More than our own workbooks have, with charts and pictures added. */
const mostParts = 2_000;

/** Why a workbook is refused; its key is that of the message. */
export class WorkbookRefused extends Error {
  constructor(readonly key: MessageKey) {
    super(key);
  }
}

const limits = { files: mostParts, longest: longestPart, all: longestAll };
const wanted = /^\/?xl\/(?:(?:workbook|sharedStrings|styles)\.xml|_rels\/workbook\.xml\.rels|worksheets\/[^/]+\.xml)$/i;

/** The parts to read, by path. Throws `WorkbookRefused`. */
export function partsOf(bytes: Uint8Array): ReadonlyMap<string, string> {
  try {
    const files = unpacked(bytes, limits, (path) => wanted.test(path));
    return new Map([...files].map(([name, content]) => [plainPath(name), strFromU8(content)]));
  } catch (error) {
    throw error instanceof ArchiveRefused ? new WorkbookRefused(`import.workbook-${error.reason}`) : error;
  }
}

/** A path as used for look-ups: some programs write it with a leading slash. */
export function plainPath(path: string): string {
  return path.replace(/^\//, '').toLowerCase();
}

/** Handlers of tags and texts. Names have no prefix, since programs choose prefixes freely. */
export interface Reader {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  close?(name: string): void;
  text?(text: string): void;
}

/** Parses a part from start to end. Throws `WorkbookRefused` where it is not XML, or declares entities. */
export function readXml(xml: string, { open, close, text }: Reader): void {
  const parser = new Parser();
  const refuse = (): never => {
    throw new WorkbookRefused('import.workbook-damaged');
  };
  let depth = 0;
  parser.on('error', refuse).on('attention', refuse);
  parser.on('openTag', (name, attributes, decode) => {
    depth++;
    const named = Object.entries(attributes()).map(([key, value]) => [localName(key), decode(value)]);
    open(localName(name), Object.fromEntries(named) as Record<string, string>);
  });
  parser.on('closeTag', (name) => {
    depth--;
    close?.(localName(name));
  });
  if (text) parser.on('text', (given, decode) => text(decode(given))).on('cdata', text);
  parser.parse(xml);
  if (depth !== 0) refuse();
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
