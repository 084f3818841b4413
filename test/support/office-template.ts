/** An organisation's own presentation and document, with looks, samples, macros and links that ours do not have. */
import { Document, Header, HeadingLevel, Packer, Paragraph } from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import PptxGenJS from 'pptxgenjs';

type Edit = (xml: string) => string;

/** An archive with some of its texts changed, and more added. */
export function edited(bytes: Uint8Array, edits: Readonly<Record<string, Edit>>): Uint8Array {
  const files = unzipSync(bytes);
  for (const [path, edit] of Object.entries(edits)) files[path] = strToU8(edit(strFromU8(files[path] ?? strToU8(''))));
  return zipSync(files);
}

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relation = (id: string, kind: string, target: string, mode = '') =>
  `<Relationship Id="${id}" Type="${office}/${kind}" Target="${target}"${mode && ` TargetMode="${mode}"`}/>`;
const withRelation = (xml: string, ...all: readonly string[]) =>
  xml.replace('</Relationships>', `${all.join('')}</Relationships>`);

/** A presentation in 4:3 with a theme, a master and layouts of its own. */
export async function ownPresentation(): Promise<Uint8Array> {
  const deck = new PptxGenJS();
  deck.layout = 'LAYOUT_4x3';
  deck.theme = { headFontFace: 'Georgia', bodyFontFace: 'Verdana' };
  const title = { name: 'title', type: 'title' as const, x: 1, y: 0.4, w: 8, h: 0.8, fontSize: 30 };
  const body = { name: 'body', type: 'body' as const, x: 1, y: 2, w: 8, h: 4 };
  const placeholders = [{ placeholder: { options: title, text: '' } }, { placeholder: { options: body, text: '' } }];
  for (const name of ['First', 'Plain']) deck.defineSlideMaster({ title: name, objects: placeholders });
  deck.addSlide({ masterName: 'Plain' }).addText('A sample slide', { placeholder: 'title' });
  const layout = (type: string) => (xml: string) => xml.replace('<p:sldLayout ', `<p:sldLayout type="${type}" `);
  return edited((await deck.write({ outputType: 'uint8array' })) as Uint8Array, {
    'ppt/theme/theme1.xml': (xml) => xml.replace('<a:srgbClr val="4472C4"/>', '<a:srgbClr val="AA3377"/>'),
    'ppt/slideLayouts/slideLayout2.xml': layout('title'),
    'ppt/slideLayouts/slideLayout3.xml': layout('titleOnly'),
    'ppt/slideMasters/slideMaster1.xml': (xml) =>
      xml.replace('</p:spTree>', '<p:pic><p:blipFill><a:blip r:link="rIdOutside"/></p:blipFill></p:pic></p:spTree>'),
    'ppt/slideMasters/_rels/slideMaster1.xml.rels': (xml) =>
      withRelation(xml, relation('rIdOutside', 'image', 'https://tracker.example.com/x.png', 'External')),
    'ppt/_rels/presentation.xml.rels': (xml) => withRelation(xml, relation('rIdMacro', 'vbaProject', 'vbaProject.bin')),
    'ppt/vbaProject.bin': () => 'macro',
  });
}

/** A document across the page, whose style of headings has another id than ours, as those of other languages have. */
export async function ownDocument(): Promise<Uint8Array> {
  const header = new Header({ children: [new Paragraph('Harbour Robotics, internal')] });
  const size = { width: 16_838, height: 11_906, orientation: 'portrait' as const };
  const margin = { left: 1000, right: 838, top: 1000, bottom: 1000 };
  const document = new Document({
    styles: { default: { heading1: { run: { font: 'Georgia', color: 'AA3377' } } } },
    sections: [
      {
        properties: { page: { size, margin } },
        headers: { default: header },
        children: [new Paragraph({ text: 'A sample text', heading: HeadingLevel.HEADING_1 })],
      },
    ],
  });
  return edited(new Uint8Array(await Packer.toArrayBuffer(document)), {
    'word/styles.xml': (xml) =>
      xml.replace('w:styleId="Heading1"', 'w:styleId="a7"').replace('"Heading 1"', '"heading 1"'),
    'word/_rels/settings.xml.rels': () =>
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation(
        'rId1',
        'attachedTemplate',
        'https://tracker.example.com/t.dotx',
        'External',
      )}</Relationships>`,
    'word/settings.xml': (xml) =>
      xml.replace('<w:defaultTabStop', '<w:attachedTemplate r:id="rId1"/><w:defaultTabStop'),
  });
}
