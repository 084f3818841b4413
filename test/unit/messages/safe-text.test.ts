/** What the compiler lets through: where a line becomes allowed, the `@ts-expect-error` before it is an error. */
import assert from 'node:assert/strict';
import { plainText } from '../../../src/messages/markdown';
import { translator } from '../../../src/messages/catalogues';
import { printable } from '../../../src/messages/printable';
import {
  joined,
  ours,
  type HoverMarkdown,
  type Label,
  type Markdown,
  type Own,
  type Printable,
} from '../../../src/messages/safe-text';
import { label } from '../../../src/language/interface-text';
import { escapeMarkdown } from '../../../src/language/markdown';
import type { Output } from '../../../src/cli/files/streams';
import { sheets } from '../../support/problems';

const t = translator('en');
const theirs: string = 'a | @b';
const title: string = sheets.en.areas[0]?.title ?? '';

describe('text that is ours, and text that is theirs', () => {
  it('is told apart where Markdown is made', () => {
    const safe: Markdown[] = [
      plainText(theirs),
      ours`**${plainText(title)}** ${3}`,
      t('change.title', { subject: plainText(theirs), mean: ours`1` }),
    ];
    assert.equal(
      joined(safe, ' · '),
      'a \\| \\@\u200bb · **Stakeholder ecosystem management** 3 · a \\| \\@\u200bb: 1',
    );
    const unsafe: Markdown[] = [
      // @ts-expect-error A plain string may be anything.
      theirs,
      // @ts-expect-error So may a title of the sheet: an organisation may have its own.
      title,
      // @ts-expect-error Nothing is gained by putting words of ours around it.
      ours`**${theirs}**`,
      // @ts-expect-error … not in a sentence of the catalogue either.
      t('change.title', { subject: theirs, mean: '1' }),
      // @ts-expect-error One unsafe piece makes all of it unsafe.
      joined([plainText(theirs), theirs], ', '),
      // @ts-expect-error What may be printed may still be markup.
      printable(theirs),
      // @ts-expect-error What is fit for a hover would mention people where it is posted.
      escapeMarkdown(theirs),
    ];
    assert.ok(unsafe.length);
  });

  it('is told apart where it is printed, and where HTML is written by hand', () => {
    const printed: Printable[] = [
      printable(theirs),
      plainText(theirs),
      ours`x`,
      t('cli.help'),
      t('change.count-raised', { count: 1 }),
    ];
    const own: Own[] = [ours`x ${1}`, t('change.count-raised', { count: 1 })];
    const hovers: HoverMarkdown[] = [escapeMarkdown(theirs), plainText(theirs), ours`x`];
    assert.ok(printed.length && own.length && hovers.length);
    // @ts-expect-error Escaped for Markdown is not our own.
    const title: Own = plainText(theirs);
    // @ts-expect-error A stream takes what may be printed, and bytes.
    const write = (output: Output) => output.write(theirs);
    assert.ok(title && write);
  });

  it('is told apart where VS Code shows it in its own lists, boxes and notifications', () => {
    const safe: Label[] = [
      label(theirs),
      ours`$(file) ${label(theirs)}`,
      t('change.title', { subject: label(theirs), mean: 1 }),
      t('change.count-raised', { count: 1 }),
    ];
    const unsafe: Label[] = [
      // @ts-expect-error A name may hold icons, links and characters that hide others, and be long.
      theirs,
      // @ts-expect-error Where nothing hides there may still be an icon or a link.
      printable(theirs),
      // @ts-expect-error Markdown of ours is none of theirs: it escapes other things.
      plainText(theirs),
      // @ts-expect-error A sentence is as safe as what stands in it.
      t('change.title', { subject: theirs, mean: 1 }),
    ];
    assert.equal(safe.length, unsafe.length);
    // @ts-expect-error Whoever mentions somebody in a label would do so in a comment.
    const posted: Markdown = label(theirs);
    assert.ok(posted);
  });
});
