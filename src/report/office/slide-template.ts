/**
 * Slides on an organisation's own template: its theme, masters, layouts, pictures, fonts and size of slides are kept;
 * its own slides are left out.
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
  relationshipNamespace,
  relationshipsOf,
  relationTo,
  without,
  writeXml,
  type Parts,
  type Relationship,
} from './package';
import { simpleWidth } from '../terminal/columns';
import { TemplateRefused } from './template-refused';

/** A rectangle on a slide, in inches. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** What a writer of slides has to know of a template, in inches. */
export interface SlideTemplate {
  readonly width: number;
  readonly height: number;
  /** The place for contents below the title. */
  readonly area: Box;
  /** The colour of texts: of the scheme, or six hexadecimal digits. */
  readonly colour: string;
  /** Puts a presentation's slides on the template; the first becomes the title slide. */
  place(deck: Uint8Array): Uint8Array;
}

const slideNamespace = 'http://schemas.openxmlformats.org/presentationml/2006/main';
const mainType = 'application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml';
const slideType = 'application/vnd.openxmlformats-officedocument.presentationml.slide+xml';
/** English Metric Units. */
const inch = 914_400;

/** A layout, and its placeholders. */
interface Layout {
  readonly path: string;
  readonly type: string;
  readonly master: string;
  readonly placeholders: readonly Placeholder[];
}

interface Placeholder {
  readonly type: string;
  readonly idx: string | null;
  readonly box?: Box;
  /** Of its first level. */
  readonly look: Look;
}

/** How a text looks. */
interface Look {
  /** In points. */
  readonly size?: number;
  readonly colour?: string;
}

/** A master: its placeholders, and how its titles and texts look. */
interface Master {
  readonly placeholders: readonly Placeholder[];
  readonly title: Look;
  readonly body: Look;
}

/** Reads a template. Throws `TemplateRefused`. */
export function readSlideTemplate(bytes: Uint8Array): SlideTemplate {
  const parts = readPackage(bytes);
  const main = mainPart(parts);
  const presentation = readXml(parts, main);
  if (presentation.documentElement?.namespaceURI !== slideNamespace) throw new TemplateRefused('template.no-slides');
  const layouts = layoutsOf(parts, main, presentation);
  const content = contentLayout(layouts);
  const cover = layouts.find(({ type, placeholders }) => type === 'title' && titleOf(placeholders)) ?? content;
  if (!content || !cover) throw new TemplateRefused('template.no-layout');
  const [size] = elementsIn(presentation, 'sldSz');
  const length = (name: string, usual: number) => (Number(size?.getAttribute(name)) || usual) / inch;
  const [width, height] = [length('cx', 12_192_000), length('cy', 6_858_000)];
  const master = masterOf(readXml(parts, content.master));
  const area = areaOf(content, master, { width, height });
  const colour = bodyOf(master)?.look.colour ?? master.body.colour ?? 'tx1';
  const place = (deck: Uint8Array) => placed(deck, { parts, main, presentation, cover, content });
  return { width, height, area, colour, place };
}

/** The layouts of all masters, in order. */
function layoutsOf(parts: Parts, main: string, presentation: Document): Layout[] {
  const masters = related(parts, main, elementsIn(presentation, 'sldMasterId'));
  return masters.flatMap((master) =>
    related(parts, master, elementsIn(readXml(parts, master), 'sldLayoutId')).map((path) => {
      const document = readXml(parts, path);
      const type = document.documentElement?.getAttribute('type') ?? '';
      return { path, type, master, placeholders: placeholdersOf(document) };
    }),
  );
}

/** The parts that elements of a part refer to. */
function related(parts: Parts, path: string, elements: readonly Element[]): string[] {
  const targets = new Map(relationshipsOf(parts, path).map(({ id, target }) => [id, target]));
  return elements.flatMap((one) => {
    const target = targets.get(one.getAttributeNS(relationshipNamespace, 'id') ?? '');
    return target !== undefined && parts.has(target) ? [target] : [];
  });
}

/** The layout for a slide with a title: the plainest one. */
function contentLayout(layouts: readonly Layout[]): Layout | undefined {
  const titled = layouts.filter(({ placeholders }) => titleOf(placeholders));
  const of = (type: string) => titled.find((one) => one.type === type);
  return of('titleOnly') ?? of('obj') ?? of('tx') ?? titled.find(({ type }) => type !== 'title') ?? titled[0];
}

function titleOf(placeholders: readonly Placeholder[]): Placeholder | undefined {
  return placeholders.find(({ type }) => type === 'title' || type === 'ctrTitle');
}

function masterOf(document: Document): Master {
  const [title] = elementsIn(document, 'titleStyle');
  const [body] = elementsIn(document, 'bodyStyle');
  return { placeholders: placeholdersOf(document), title: lookOf(title), body: lookOf(body) };
}

function bodyOf({ placeholders }: Master): Placeholder | undefined {
  return placeholders.find(({ type }) => type === 'body');
}

/** Names of colours in themes, by those that masters use for them. */
const schemeColours: Readonly<Record<string, string>> = { dk1: 'tx1', lt1: 'bg1', dk2: 'tx2', lt2: 'bg2' };

/** The look of the first level of a list of styles. */
function lookOf(styles: Element | undefined): Look {
  const level = styles && elementsIn(styles, 'lvl1pPr')[0];
  return lookOfRun(childrenOf(level ?? null, 'defRPr')[0]);
}

function lookOfRun(run: Element | undefined): Look {
  if (!run) return {};
  const size = Number(run.getAttribute('sz')) / 100 || undefined;
  const [fill] = childrenOf(childrenOf(run, 'solidFill')[0] ?? null, 'schemeClr', 'srgbClr');
  const value = fill?.getAttribute('val') ?? '';
  const colour = schemeColours[value] ?? value;
  const isColour = /^(?:[0-9a-f]{6}|(?:tx|bg)[12]|accent[1-6])$/i.test(colour);
  return { ...(size ? { size } : {}), ...(isColour ? { colour } : {}) };
}

function placeholdersOf(document: Document): Placeholder[] {
  return elementsIn(document, 'sp').flatMap((shape) => {
    const [mark] = elementsIn(shape, 'ph');
    if (!mark) return [];
    // LibreOffice gives its look to the sample text only.
    const look = { ...lookOfRun(elementsIn(shape, 'rPr')[0]), ...lookOf(elementsIn(shape, 'lstStyle')[0]) };
    return [{ type: mark.getAttribute('type') ?? 'obj', idx: mark.getAttribute('idx'), box: boxOf(shape), look }];
  });
}

function boxOf(shape: Element): Box | undefined {
  const [frame] = elementsIn(shape, 'xfrm');
  const [from] = childrenOf(frame ?? null, 'off');
  const [size] = childrenOf(frame ?? null, 'ext');
  if (!from || !size) return undefined;
  const value = (element: Element, name: string) => Number(element.getAttribute(name)) / inch;
  return { x: value(from, 'x'), y: value(from, 'y'), w: value(size, 'cx'), h: value(size, 'cy') };
}

/** The least size of a place for contents; where a template leaves less, the usual place is taken. */
const least = { w: 5, h: 2.5 };

/** The place for contents: that of the master's text, kept clear of the layout's title. */
function areaOf(
  { placeholders }: Layout,
  master: Master,
  { width, height }: { readonly width: number; readonly height: number },
): Box {
  const title = titleOf(placeholders)?.box ??
    titleOf(master.placeholders)?.box ?? { x: 0.5, y: 0.3, w: width - 1, h: 0.8 };
  const below = Math.min(title.y + title.h + 0.1, height / 2);
  const usual = { x: 0.5, y: below, w: width - 1, h: height - below - 0.7 };
  const body = bodyOf(master)?.box ?? usual;
  const y = Math.max(body.y, below);
  const area = { x: body.x, y, w: body.w, h: Math.min(body.y + body.h, height) - y };
  return area.w >= least.w && area.h >= least.h && area.x + area.w <= width ? area : usual;
}

/** Parts of a template that are kept. Those of its own slides, macros and comments are not. */
const keptOfPresentation = new Set([
  ...['slideMaster', 'theme', 'notesMaster', 'handoutMaster', 'presProps', 'tableStyles', 'font', 'tags'],
]);
const neverKept = new Set(['slide', 'notesSlide', 'vbaProject', 'control', 'activeXControlBinary']);
/** What refers to slides of the template, or forbids changes. */
const leftOut = ['sldIdLst', 'custShowLst', 'photoAlbum', 'modifyVerifier', 'extLst'];

interface Template {
  readonly parts: Parts;
  readonly main: string;
  readonly presentation: Document;
  readonly cover: Layout;
  readonly content: Layout;
}

function placed(deck: Uint8Array, template: Template): Uint8Array {
  const { parts, main, cover, content } = template;
  const own = readPackage(deck);
  const ownMain = mainPart(own);
  const slides = related(own, ownMain, elementsIn(readXml(own, ownMain), 'sldId'));
  const built = new PackageBuilder();
  const relations = relationshipsOf(parts, main).filter(
    ({ kind, isExternal, target }) => !isExternal && keptOfPresentation.has(kind) && parts.has(target),
  );
  for (const { target } of relations) built.copy(parts, target, ({ kind }) => !neverKept.has(kind));
  const paths = slides.map((path, index) => {
    const layout = index === 0 ? cover : content;
    const master = masterOf(readXml(parts, layout.master));
    return addSlide(built, own, { path, number: index + 1, layout, master });
  });
  const ids = paths.map((_, index) => `report${index + 1}`);
  const slideRelations = paths.map((path, index) => relationTo(ids[index] ?? '', 'slide', path));
  built.add('ppt/presentation.xml', presentationXml(template, relations, ids), mainType, [
    ...relations,
    ...slideRelations,
  ]);
  for (const path of ['docProps/core.xml', 'docProps/app.xml']) built.copy(own, path, () => false);
  return built.write(packageRelations('ppt/presentation.xml'));
}

/** Adds a slide with its charts; the path it has now. */
function addSlide(
  built: PackageBuilder,
  own: Parts,
  {
    path,
    number,
    layout,
    master,
  }: {
    readonly path: string;
    readonly number: number;
    readonly layout: Layout;
    readonly master: Master;
  },
): string {
  // The template's own charts and embedded tables may have the same names.
  const rename = (name: string) => name.replace(/^ppt\/(charts|embeddings)\//, 'ppt/$1/report-');
  const inside = relationshipsOf(own, path).filter(({ kind }) => kind === 'chart');
  for (const { target } of inside) built.copy(own, target, () => true, rename);
  const document = readXml(own, path);
  for (const shape of elementsIn(document, 'sp')) fit(shape, layout, master);
  const relations: Relationship[] = [
    ...inside.map((one) => ({ ...one, target: rename(one.target) })),
    relationTo('layout', 'slideLayout', layout.path),
  ];
  const place = `ppt/slides/slide${number}.xml`;
  built.add(place, writeXml(document), slideType, relations);
  return place;
}

/** Gives a placeholder the place, size and look of the layout's; one that the layout lacks becomes a text or leaves. */
function fit(shape: Element, { placeholders }: Layout, master: Master): void {
  const [mark] = elementsIn(shape, 'ph');
  if (!mark) return;
  const type = mark.getAttribute('type');
  const like: Readonly<Record<string, readonly string[]>> = {
    title: ['title', 'ctrTitle'],
    body: ['subTitle', 'body', 'obj'],
    sldNum: ['sldNum'],
  };
  const meant = placeholders.find((one) => like[type ?? '']?.includes(one.type));
  if (!meant) return void (type === 'sldNum' ? shape : mark).parentNode?.removeChild(type === 'sldNum' ? shape : mark);
  for (const { name } of Array.from(mark.attributes)) mark.removeAttribute(name);
  if (meant.type !== 'obj') mark.setAttribute('type', meant.type);
  if (meant.idx !== null) mark.setAttribute('idx', meant.idx);
  for (const part of childrenOf(shape, 'spPr')) empty(part);
  for (const part of elementsIn(shape, 'lstStyle', 'bodyPr')) empty(part);
  for (const part of elementsIn(shape, 'pPr')) empty(part);
  for (const part of elementsIn(shape, 'rPr', 'endParaRPr')) empty(part, ['lang', 'altLang']);
  if (type === 'title') shrink(shape, meant, master);
}

/** The least size of a title, in points. */
const smallest = 16;

/** Makes a title smaller where it would not fit its place: programs do that only when it is edited. */
function shrink(shape: Element, title: Placeholder, master: Master): void {
  const inherited = titleOf(master.placeholders);
  const box = title.box ?? inherited?.box;
  const size = title.look.size ?? inherited?.look.size ?? master.title.size ?? 44;
  if (!box) return;
  const columns = simpleWidth(shape.textContent ?? '');
  const fits = (points: number) => {
    const room = Math.max(1, Math.floor((box.h - 0.1) / ((points * 1.2) / 72)));
    return (columns * points * 0.55) / 72 <= room * (box.w - 0.2) * 0.9;
  };
  let points = size;
  while (points > smallest && !fits(points)) points -= 2;
  if (points === size) return;
  for (const run of elementsIn(shape, 'rPr', 'endParaRPr')) run.setAttribute('sz', String(Math.round(points * 100)));
}

/** Removes the contents and attributes of an element. */
function empty(element: Element, kept: readonly string[] = []): void {
  for (const child of Array.from(element.childNodes)) element.removeChild(child);
  for (const { name } of Array.from(element.attributes)) if (!kept.includes(name)) element.removeAttribute(name);
}

/** The template's presentation with other slides. */
function presentationXml(
  { presentation, parts, main }: Template,
  relations: readonly Relationship[],
  ids: readonly string[],
): Uint8Array {
  const document = presentation.cloneNode(true) as Document;
  const root = document.documentElement;
  for (const element of childrenOf(root, ...leftOut)) root?.removeChild(element);
  const kept = new Set(relations.map(({ id }) => id));
  const dropped = relationshipsOf(parts, main).filter(({ id }) => !kept.has(id));
  without(document, new Set(dropped.map(({ id }) => id)));
  const list = document.createElementNS(slideNamespace, 'p:sldIdLst');
  ids.forEach((id, index) => {
    const slide = document.createElementNS(slideNamespace, 'p:sldId');
    slide.setAttribute('id', String(256 + index));
    slide.setAttributeNS(relationshipNamespace, 'r:id', id);
    list.appendChild(slide);
  });
  const before = childrenOf(root, 'sldMasterIdLst', 'notesMasterIdLst', 'handoutMasterIdLst').at(-1);
  root?.insertBefore(list, before?.nextSibling ?? null);
  return writeXml(document);
}
