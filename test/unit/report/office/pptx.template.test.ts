import assert from 'node:assert/strict';
import { posix } from 'node:path';
import { DOMParser } from '@xmldom/xmldom';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { languages } from '../../../../src/messages/messages';
import { edited, ownDocument, ownPresentation } from '../../../support/office-template';
import { exampleSession } from '../../../support/reports';
import type { Session } from '../../../support/session';

type Parts = Readonly<Record<string, string>>;

const partsOf = (bytes: Uint8Array): Parts =>
  Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, content]) => [path, strFromU8(content)]));

/** What is related to that is not there, and parts without a type: programs call such a file damaged. */
function flaws(parts: Parts): string[] {
  const related = Object.entries(parts).flatMap(([path, xml]) =>
    path.endsWith('.rels') ? targetsOf(path, xml).filter((target) => !(target in parts)) : [],
  );
  const types = parts['[Content_Types].xml'] ?? '';
  const untyped = Object.keys(parts).filter(
    (path) => !/\.rels$|^\[/.test(path) && !types.includes(`PartName="/${path}"`),
  );
  const broken = Object.entries(parts).filter(([path, xml]) => /\.(xml|rels)$/.test(path) && !isXml(xml));
  return [...related, ...untyped, ...broken.map(([path]) => path)];
}

function targetsOf(path: string, xml: string): string[] {
  const all = [...xml.matchAll(/<Relationship [^>]*?Target="([^"]*)"([^>]*)/g)];
  const inside = all.filter(([, , rest = '']) => !rest.includes('External'));
  const folder = posix.join('/', posix.dirname(posix.dirname(path)));
  return inside.map(([, target = '']) => posix.resolve(folder, target).slice(1));
}

function isXml(xml: string): boolean {
  const problems: string[] = [];
  new DOMParser({ onError: (_level, message) => problems.push(message) }).parseFromString(xml, 'application/xml');
  return problems.length === 0;
}

describe('a template', () => {
  let session: Session;
  before(async () => {
    session = exampleSession().write({
      'own.pptx': await ownPresentation(),
      'own.docx': await ownDocument(),
      'empty.zip': zipSync({ 'a.txt': strToU8('a') }),
      'untitled.pptx': edited(await ownPresentation(), withoutTitles),
      'entities.docx': edited(await ownDocument(), {
        'word/document.xml': (xml) => xml.replace('<w:document', '<!DOCTYPE x [<!ENTITY a "b">]><w:document'),
      }),
    });
  });
  after(() => session.remove());

  const report = async (format: string, template: string, ...more: readonly string[]) =>
    session.run(['report', 'edge-router.psirt.yaml', '-o', `out.${format}`, '--template', template, ...more]);

  const written = async (format: string, template: string, ...more: readonly string[]) => {
    const { status, stderr } = await report(format, template, ...more);
    assert.deepEqual([status, stderr], [0, '']);
    return partsOf(session.bytes(`out.${format}`));
  };

  for (const language of languages) {
    it(`of slides keeps its theme, masters and layouts, and takes our slides (${language})`, async () => {
      const template = partsOf(session.bytes('own.pptx'));
      const parts = await written('pptx', 'own.pptx', '--lang', language);
      assert.deepEqual(flaws(parts), []);
      assert.equal(parts['ppt/theme/theme1.xml'], template['ppt/theme/theme1.xml']);
      assert.match(parts['ppt/theme/theme1.xml'] ?? '', /Georgia[^]*AA3377|AA3377[^]*Georgia/);
      assert.match(parts['ppt/presentation.xml'] ?? '', /<p:sldSz cx="9144000" cy="6858000"/);
      const slides = Object.keys(parts).filter((path) => /^ppt\/slides\/slide\d+\.xml$/.test(path));
      assert.ok(slides.length >= 7, String(slides.length));
      const text = slides.map((path) => parts[path]).join('');
      assert.doesNotMatch(text, /A sample slide/);
      assert.match(text, language === 'ja' ? /平均は5点満点中2\.38/ : /The average is 2\.38 of 5/);
      const first = parts['ppt/slides/_rels/slide1.xml.rels'] ?? '';
      const second = parts['ppt/slides/_rels/slide2.xml.rels'] ?? '';
      assert.match(first, /slideLayout2\.xml/);
      assert.match(second, /slideLayout3\.xml/);
      assert.match(second, /charts\/report-chart\d+\.xml/);
    });
  }

  it('of slides gives titles their place and look, and texts its colours and fonts', async () => {
    const parts = await written('pptx', 'own.pptx');
    const slide = parts['ppt/slides/slide3.xml'] ?? '';
    const [title = ''] = /<p:sp>.*?<\/p:sp>/s.exec(slide) ?? [];
    assert.match(title, /<p:ph type="title"/);
    assert.doesNotMatch(title, /<a:xfrm>|sz=/);
    assert.match(slide, /<a:schemeClr val="accent1"\/>/);
    assert.doesNotMatch(
      Object.entries(parts)
        .filter(([path]) => path.includes('slides/'))
        .join(),
      /typeface="(?!\+)/,
    );
  });

  it('is read for its look alone: no macros, nothing from elsewhere', async () => {
    const slides = await written('pptx', 'own.pptx');
    assert.doesNotMatch(JSON.stringify(slides), /tracker|vbaProject|rIdOutside/);
    const document = await written('docx', 'own.docx');
    assert.doesNotMatch(JSON.stringify(document), /tracker|attachedTemplate/);
  });

  for (const language of languages) {
    it(`of documents keeps its styles, page and headers, and takes our text (${language})`, async () => {
      const parts = await written('docx', 'own.docx', '--lang', language);
      assert.deepEqual(flaws(parts), []);
      const xml = parts['word/document.xml'] ?? '';
      assert.match(xml, /<w:pStyle w:val="a7"\/>/);
      assert.doesNotMatch(xml, /A sample text|w:val="Heading1"/);
      assert.match(xml, /<w:pgSz w:w="16838"/);
      assert.match(xml, /<w:tblW [^>]*w:w="15000"/);
      assert.match(xml, /<w:headerReference/);
      assert.match(JSON.stringify(parts), /Harbour Robotics, internal/);
      assert.match(xml, language === 'ja' ? /平均は5点満点中2\.38/ : /The average is 2\.38 of 5/);
    });
  }

  it('is not read where it declares entities', async () => {
    const { status, stderr } = await report('docx', 'entities.docx');
    assert.equal(status, 2);
    assert.match(stderr, /damaged/);
  });

  const refused: readonly (readonly [format: string, template: string, reason: RegExp])[] = [
    ['pptx', 'edge-router.psirt.yaml', /edge-router\.psirt\.yaml cannot be used as a template: the file is damaged/],
    ['pptx', 'empty.zip', /not a file of an office program/],
    ['pptx', 'own.docx', /not a presentation/],
    ['docx', 'own.pptx', /not a document/],
    ['pptx', 'untitled.pptx', /none of its layouts has a title/],
    ['html', 'own.docx', /--template is for pptx and docx reports, not for html/],
    ['docx', 'missing.docx', /missing\.docx/],
  ];
  for (const [format, template, reason] of refused) {
    it(`is refused where it is none: ${template} for ${format}`, async () => {
      const { status, stderr } = await report(format, template);
      assert.equal(status, 2);
      assert.match(stderr, reason);
    });
  }
});

const withoutTitle = (xml: string) => xml.replaceAll('type="title"', 'type="body"');
const withoutTitles = Object.fromEntries(
  [1, 2, 3].map((number) => [`ppt/slideLayouts/slideLayout${number}.xml`, withoutTitle]),
);
