import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { Positions } from '../../../src/lsp/positions';
import { URI } from 'vscode-uri';
import { build } from 'esbuild';
import { withoutPlaceholders } from '../../../src/lsp/edits';
import { addressOf, isBelow } from '../../../src/lsp/addresses';

const text = fc.string({ unit: fc.constantFrom('a', '\n', '\r\n', '\r', '機', 'é', '🙂', ' ', '"'), maxLength: 30 });
const document = (content: string): TextDocument => TextDocument.create('file:///a', 'psirt-yaml', 1, content);

describe('positions in either encoding', () => {
  for (const encoding of ['utf-8', 'utf-16'] as const) {
    const positions = new Positions(encoding);

    it(`lead back to where they came from: ${encoding}`, () => {
      fc.assert(
        fc.property(text, (content) => {
          const opened = document(content);
          for (let offset = 0; offset <= content.length; offset++) {
            // Between the halves of a character, or of a line's end, there is no place.
            if (/[\ud800-\udbff]$/.test(content.slice(0, offset)) || content.slice(offset - 1, offset + 1) === '\r\n')
              continue;
            assert.equal(positions.offsetAt(opened, positions.positionAt(opened, offset)), offset);
          }
        }),
      );
    });

    it(`take changes as they are meant, one after the other: ${encoding}`, () => {
      const change = fc.record({ from: fc.nat(40), to: fc.nat(40), newText: text });
      fc.assert(
        fc.property(text, fc.array(change, { maxLength: 6 }), (content, changes) => {
          let [opened, expected] = [document(content), content];
          for (const [index, { from, to, newText }] of changes.entries()) {
            const whole = (offset: number): number =>
              opened.offsetAt(opened.positionAt(Math.min(offset, expected.length))) -
              (/[\ud800-\udbff]$/.test(expected.slice(0, opened.offsetAt(opened.positionAt(offset)))) ? 1 : 0);
            const [start = 0, end = 0] = [whole(from), whole(to)].sort((a, b) => a - b);
            const range = positions.rangeOf(opened, { start, end });
            expected = expected.slice(0, start) + newText + expected.slice(end);
            opened = positions.update(opened, [{ range, text: newText }], index + 2);
            assert.equal(opened.getText(), expected);
          }
          assert.equal(opened.lineCount, document(expected).lineCount);
        }),
      );
    });
  }
});

describe('a snippet for clients that know none', () => {
  it('has what stands in its placeholders, and no escapes', () => {
    assert.equal(withoutPlaceholders('a: ${1:reason}\n$0b: $2${3}'), 'a: reason\nb: ');
    assert.equal(withoutPlaceholders('\\$5 \\} \\\\ ${1:a\\}b\\$}'), '$5 } \\ a}b$');
  });
});

describe('addresses', () => {
  it('are below a folder with it or under it, on its system', () => {
    const folder = URI.parse('file:///w/a');
    const isIn = (uri: string): boolean => isBelow(URI.parse(uri), folder);
    assert.deepEqual(
      ['file:///w/a', 'file:///w/a/b', 'file:///w/ab', 'file://server/w/a/b', 'untitled:/w/a/b'].map(isIn),
      [true, true, false, false, false],
    );
    assert.equal(addressOf('::'), undefined);
  });
});

describe('the server', () => {
  it('needs nothing of Node, so that it runs in a web worker', async () => {
    const { outputFiles, errors } = await build({
      entryPoints: ['src/lsp/server.ts'],
      bundle: true,
      platform: 'browser',
      format: 'esm',
      write: false,
      logLevel: 'silent',
      alias: { fflate: './build/zip-at-once.js' },
    });
    assert.deepEqual(errors, []);
    assert.doesNotMatch(outputFiles[0]?.text ?? '', /require\("(?:node:)?(?:fs|path|child_process|net)"\)/);
  });
});
