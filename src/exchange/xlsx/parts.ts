/**
 * The parts of a workbook, which is an archive of XML documents. It may be anybody's: only the parts that are read are
 * unpacked, each within bounds, and no entity is expanded.
 */
import { strFromU8, unzipSync } from 'fflate';
import { Parser } from 'saxen';
import type { MessageKey } from '../../messages/messages';

/** A full assessment takes 200 KB unpacked; a hundred of them are one workbook at most. */
const longestPart = 20_000_000;
const longestAll = 40_000_000;
/** More parts than any workbook of ours has, with charts and pictures added. */
const mostParts = 2_000;

/** Why a workbook is not read; its key is the message. */
export class WorkbookRefused extends Error {
  constructor(readonly key: MessageKey) {
    super(key);
  }
}

/** The parts that are read, by their paths. Throws `WorkbookRefused`. */
export function partsOf(bytes: Uint8Array): ReadonlyMap<string, string> {
  let [count, all] = [0, 0];
  const filter = ({ name, originalSize }: { readonly name: string; readonly originalSize: number }) => {
    if (++count > mostParts) throw new WorkbookRefused('import.workbook-too-large');
    if (
      !/^\/?xl\/(?:(?:workbook|sharedStrings|styles)\.xml|_rels\/workbook\.xml\.rels|worksheets\/[^/]+\.xml)$/i.test(
        name,
      )
    )
      return false;
    all += originalSize;
    // What is unpacked is no longer than the archive says: a longer one is an error.
    if (originalSize > longestPart || all > longestAll) throw new WorkbookRefused('import.workbook-too-large');
    return true;
  };
  try {
    const files = unzipSync(bytes, { filter });
    return new Map(Object.entries(files).map(([name, content]) => [plainPath(name), strFromU8(content)]));
  } catch (error) {
    throw error instanceof WorkbookRefused ? error : new WorkbookRefused('import.workbook-damaged');
  }
}

/** A path as parts are looked up: some programs begin it with a slash, some do not. */
export function plainPath(path: string): string {
  return path.replace(/^\//, '').toLowerCase();
}

/** What is done at tags and texts. Names are without their prefix: programs choose these freely. */
export interface Reader {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  close?(name: string): void;
  text?(text: string): void;
}

/** Reads a part from its start to its end. Throws `WorkbookRefused` where it is no XML, or declares entities. */
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
