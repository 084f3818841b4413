import assert from 'node:assert/strict';
import { strFromU8, unzipSync } from 'fflate';
import { languages } from '../../../../src/messages/messages';
import type { Session } from '../../../support/session';
import { exampleSession } from '../../../support/reports';

/** The parts of a document of an office program, by their paths, without those that are archives themselves. */
async function partsOf(session: Session, args: readonly string[], format: string): Promise<Record<string, string>> {
  const { status, stderr } = await session.run(['report', ...args, '--format', format, '-o', `out.${format}`]);
  assert.deepEqual([status, stderr], [0, '']);
  const files = Object.entries(unzipSync(session.bytes(`out.${format}`)));
  return Object.fromEntries(
    files.filter(([path]) => /\.(xml|rels)$/.test(path)).map(([path, xml]) => [path, strFromU8(xml)]),
  );
}

/** What a reader sees of some XML: its texts. */
const textOf = (xml = '') => [...xml.matchAll(/<(?:a|w):t(?: [^>]*)?>([^<]*)</g)].map(([, text]) => text).join('\n');

const hostile = `subject: "</a:t><x> & \\u0007 =1"
services:
  "1.1": { score: 1, plan: [{ action: "</w:t> & <b>", owner: "\\u202e" }] }
`;

describe('slides', () => {
  let session: Session;
  before(() => (session = exampleSession().write({ 'hostile/a.psirt.yaml': hostile })));
  after(() => session.remove());

  for (const language of languages) {
    it(`say where an assessment stands, with a chart and tables that can be edited (${language})`, async () => {
      const parts = await partsOf(session, ['edge-router.psirt.yaml', '--lang', language], 'pptx');
      const slides = Object.keys(parts).filter((path) => /^ppt\/slides\/slide\d+\.xml$/.test(path));
      assert.ok(slides.length >= 7, String(slides.length));
      assert.match(Object.values(parts).join(''), /<c:radarChart>/);
      const text = slides.map((path) => textOf(parts[path])).join('\n');
      assert.match(text, language === 'ja' ? /平均は5点満点中2\.38/ : /The average is 2\.38 of 5/);
      assert.match(text, /2027 Q1/);
      assert.match(parts['ppt/slides/slide3.xml'] ?? '', /<a:tbl>/);
    });
  }

  it('of several assessments rank them, and show them side by side', async () => {
    const parts = await partsOf(session, ['edge-router.psirt.yaml', 'payment-terminal.psirt.yaml'], 'pptx');
    assert.match(textOf(parts['ppt/slides/slide3.xml']), /Assessments side by side/);
  });

  it('have text from files as text', async () => {
    const parts = await partsOf(session, ['hostile/a.psirt.yaml'], 'pptx');
    const all = Object.values(parts).join('');
    assert.doesNotMatch(all, /<x>|<b>|\u0007|\u202e/);
    assert.match(all, /&lt;\/a:t&gt;&lt;x&gt; &amp;/);
  });
});

describe('the document', () => {
  let session: Session;
  before(() => (session = exampleSession().write({ 'hostile/a.psirt.yaml': hostile })));
  after(() => session.remove());

  for (const language of languages) {
    it(`has headings, contents and tables that word processors know (${language})`, async () => {
      const parts = await partsOf(session, ['edge-router.psirt.yaml', '--lang', language], 'docx');
      const xml = parts['word/document.xml'] ?? '';
      assert.match(xml, /w:pStyle w:val="Heading1"/);
      assert.match(xml, /TOC \\h \\o (?:&quot;|")1-2/);
      assert.ok((xml.match(/<w:tblHeader\/>/g) ?? []).length >= 4);
      assert.match(textOf(xml), language === 'ja' ? /平均は5点満点中2\.38/ : /The average is 2\.38 of 5/);
    });
  }

  it('has text from files as text', async () => {
    const xml = (await partsOf(session, ['hostile/a.psirt.yaml'], 'docx'))['word/document.xml'] ?? '';
    assert.doesNotMatch(xml, /<x>|<b>|\u0007|\u202e/);
    assert.match(xml, /&lt;\/w:t(?:&gt;|>) &amp; &lt;b(?:&gt;|>)/);
  });
});
