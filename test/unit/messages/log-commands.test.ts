import assert from 'node:assert/strict';
import fc from 'fast-check';
import { withoutLogCommands } from '../../../src/messages/log-commands';
import { printableLines } from '../../../src/messages/printable';
import { commandsIn } from '../../support/runners';

describe('commands to a build server', () => {
  it('are broken up by a space, wherever a server would look for them', () => {
    const commands: [text: string, shown: string][] = [
      ['::error::x', ': :error::x'],
      ['::error title=a:b::x', ': :error title=a:b::x'],
      ['::stop-commands::token', ': :stop-commands::token'],
      [' ::set-output name=a::b', ' : :set-output name=a::b'],
      ['a\n\t\u0085\u3000::error::x', 'a\n\t\u0085\u3000: :error::x'],
      ['a\r::error::x', 'a\r: :error::x'],
      ['\u001b[1m::error::x\u001b[22m', '\u001b[1m: :error::x\u001b[22m'],
      ['long text ::error::x', 'long text : :error::x'],
      ['a ##vso[task.setvariable variable=PATH]b', 'a # #vso[task.setvariable variable=PATH]b'],
      ['##VSO[x]', '# #VSO[x]'],
      ['###[add-path]/tmp', '## #[add-path]/tmp'],
      ["##teamcity[buildStatus text='x']", "# #teamcity[buildStatus text='x']"],
      ['##[section]x', '# #[section]x'],
    ];
    for (const [text, shown] of commands) assert.equal(withoutLogCommands(text), shown);
  });

  it('are all there is to change', () => {
    const texts = [
      'std::string',
      'fe80::1 ::ffff:192.0.2.1',
      '## Heading',
      '## [1.1] Heading',
      '#[1.1]',
      'a ::b',
      'p::before { content: "x" }',
      '## a ##',
    ];
    for (const text of texts) assert.equal(withoutLogCommands(text), text);
  });

  it('are found by no server, however they are put together', () => {
    const parts = fc.constantFrom(
      ...[
        '::',
        ':',
        '#',
        '##',
        '[',
        ']',
        ' ',
        '\n',
        '\r',
        '\t',
        '\u0085',
        '\u200b',
        '\u00a0',
        '\u001b[1m',
        '\u001b[0K',
        'x',
        "'a'",
      ],
      ...[
        'error',
        'stop-commands',
        'set-output name=a',
        'vso[',
        'teamcity[',
        'section_start:1:a',
        '##[error]',
        '::error::',
        '##vso[a.b]',
        "##teamcity[a 'b']",
      ],
    );
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 12 }), (pieces) => {
        assert.deepEqual(commandsIn(withoutLogCommands(printableLines(pieces.join('')))), []);
      }),
      { numRuns: 3_000 },
    );
  });

  it('are looked for in time that grows with the text', () => {
    // What grows with the square of a million does not end before Mocha's own limit.
    for (const unit of [' ', ' ::', ':', '#', '##a', '\u001b[1', '\u001b[1m', ':: '])
      withoutLogCommands(unit.repeat(1_000_000 / unit.length));
  });
});
