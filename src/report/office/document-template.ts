/**
 * A document on an organisation's own template: its styles, theme, fonts, page, headers and footers are kept; its own
 * text is left out.
 */
import type { Document, Element } from '@xmldom/xmldom';
import {
  childrenOf,
  elementsIn,
  mainPart,
  PackageBuilder,
  packageRelations,
  readPackage,
  readXml,
  relationshipsOf,
  writeXml,
  without,
  type Parts,
} from './package';
import { TemplateRefused } from './template-refused';

/** What a writer of documents has to know of a template. */
export interface DocumentTemplate {
  /** The width between the margins, in twentieths of a point. */
  readonly textWidth: number;
  /** Puts the text of a document on the template. */
  place(document: Uint8Array): Uint8Array;
}

const wordNamespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const mainType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const stylesType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml';

/** Parts of a template that are kept. Macros, comments, its own pictures and data are not. */
const kept = new Set([
  ...['styles', 'theme', 'fontTable', 'numbering', 'settings', 'footnotes', 'endnotes', 'header', 'footer'],
]);
/** Parts that those may have: the rest, such as the template a document was made from, is left out. */
const keptInside = new Set(['image', 'hyperlink', 'font', 'theme']);

/** Reads a template. Throws `TemplateRefused`. */
export function readDocumentTemplate(bytes: Uint8Array): DocumentTemplate {
  const parts = readPackage(bytes);
  const main = mainPart(parts);
  const document = readXml(parts, main);
  if (document.documentElement?.namespaceURI !== wordNamespace) throw new TemplateRefused('template.no-document');
  const section = sectionOf(document);
  const [page] = childrenOf(section, 'pgSz');
  const [margins] = childrenOf(section, 'pgMar');
  const length = (element: Element | undefined, name: string, usual: number) =>
    Number(element?.getAttributeNS(wordNamespace, name) ?? usual);
  const [width, left, right] = [
    length(page, 'w', 11_906),
    length(margins, 'left', 1134),
    length(margins, 'right', 1134),
  ];
  const textWidth = Math.max(width - left - right, 2_000);
  return { textWidth, place: (own) => placed(readPackage(own), { parts, main, document, section }) };
}

/** The properties of the last section, with the headers and footers that it takes from those before it. */
function sectionOf(document: Document): Element | null {
  const all = elementsIn(document, 'sectPr');
  const last = all.at(-1);
  if (!last) return null;
  const section = last.cloneNode(true) as Element;
  const keyOf = (one: Element) => `${one.localName} ${one.getAttributeNS(wordNamespace, 'type') ?? ''}`;
  const own = new Set(childrenOf(section, 'headerReference', 'footerReference').map(keyOf));
  for (const reference of all.reverse().flatMap((one) => childrenOf(one, 'headerReference', 'footerReference'))) {
    if (own.has(keyOf(reference))) continue;
    own.add(keyOf(reference));
    section.insertBefore(reference.cloneNode(true), section.firstChild);
  }
  return section;
}

interface Template {
  readonly parts: Parts;
  readonly main: string;
  readonly document: Document;
  readonly section: Element | null;
}

function placed(own: Parts, { parts, main, document: original, section }: Template): Uint8Array {
  const built = new PackageBuilder();
  const relations = relationshipsOf(parts, main).filter(
    ({ kind, isExternal, target }) => !isExternal && kept.has(kind) && parts.has(target),
  );
  const written = readXml(own, mainPart(own));
  const styles = relations.find(({ kind }) => kind === 'styles');
  if (!styles) throw new TemplateRefused('template.damaged');
  const template = readXml(parts, styles.target);
  useStyles(written, { template, own: readXml(own, 'word/styles.xml') });
  built.add(styles.target, writeXml(template), stylesType);
  for (const { target } of relations) built.copy(parts, target, ({ kind }) => keptInside.has(kind));
  const document = original.cloneNode(true) as Document;
  const [body] = elementsIn(document, 'body');
  if (!body) throw new TemplateRefused('template.damaged');
  for (const child of Array.from(body.childNodes)) body.removeChild(child);
  const [ownBody] = elementsIn(written, 'body');
  const blocks = childrenOf(ownBody ?? null).filter(({ localName }) => localName !== 'sectPr');
  for (const block of blocks) body.appendChild(document.importNode(block, true));
  if (section) body.appendChild(document.importNode(section, true));
  const ids = new Set(relations.map(({ id }) => id));
  const dropped = relationshipsOf(parts, main).filter(({ id }) => !ids.has(id));
  without(document, new Set(dropped.map(({ id }) => id)));
  built.add('word/document.xml', writeXml(document), mainType, relations);
  for (const path of ['docProps/core.xml', 'docProps/app.xml']) built.copy(own, path, () => false);
  return built.write(packageRelations('word/document.xml'));
}

/** The name of a style, which is English in every language of Word, while its id may be any. */
function nameOf(style: Element): string {
  return childrenOf(style, 'name')[0]?.getAttributeNS(wordNamespace, 'val')?.toLowerCase() ?? '';
}

/** Changes the styles of paragraphs into the template's of the same name, adding those that it lacks. */
function useStyles(
  document: Document,
  { template, own }: { readonly template: Document; readonly own: Document },
): void {
  const paragraphs = (styles: Document) =>
    elementsIn(styles, 'style').filter((one) => one.getAttributeNS(wordNamespace, 'type') === 'paragraph');
  const idOf = (style: Element) => style.getAttributeNS(wordNamespace, 'styleId') ?? '';
  const known = new Map(paragraphs(template).map((style) => [nameOf(style), idOf(style)]));
  const taken = new Set(elementsIn(template, 'style').map(idOf));
  const usual = paragraphs(template).find((one) =>
    /^(1|true|on)$/.test(one.getAttributeNS(wordNamespace, 'default') ?? ''),
  );
  const ours = new Map(paragraphs(own).map((style) => [idOf(style), style]));
  const add = (style: Element): string => {
    const id = taken.has(idOf(style)) ? `Report${idOf(style)}` : idOf(style);
    const copy = template.importNode(style, true);
    copy.setAttributeNS(wordNamespace, 'w:styleId', id);
    for (const link of childrenOf(copy, 'basedOn', 'next', 'link')) {
      if (link.localName !== 'link' && usual) link.setAttributeNS(wordNamespace, 'w:val', idOf(usual));
      else copy.removeChild(link);
    }
    template.documentElement?.appendChild(copy);
    known.set(nameOf(style), id);
    return id;
  };
  for (const mark of elementsIn(document, 'pStyle')) {
    const style = ours.get(mark.getAttributeNS(wordNamespace, 'val') ?? '');
    if (style) mark.setAttributeNS(wordNamespace, 'w:val', known.get(nameOf(style)) ?? add(style));
    else mark.parentNode?.removeChild(mark);
  }
}
