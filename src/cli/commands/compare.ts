/** `compare`: what changed between two versions of an assessment. */
import { dirname, resolve } from 'node:path';
import { isScorable } from '../../assessment/scorable';
import { printableJson } from '../../messages/printable';
import { parseAssessment } from '../../assessment/parse';
import type { Translate } from '../../messages/messages';
import type { Printable } from '../../messages/safe-text';
import { comparedOf, type Compared } from '../../report/comparison/comparison';
import type { Paint } from '../../report/terminal/paint';
import type { ScoredVersion } from '../../rules/rule';
import { scoreAssessment } from '../../scoring/score';
import type { Sheet } from '../../sheet/sheet';
import { command } from './command';
import { Failure } from '../../node/failure';
import { destinationOf, formatOf, writingTo } from '../files/output';
import { chosenOverlay, Overlays } from '../../node/overlays';
import { isFile, readText } from '../../node/read-file';
import { columnsOf, measureFor, paintFor, type Io } from '../terminal';

const options = {
  format: { type: 'string' },
  output: { type: 'string', short: 'o' },
  against: { type: 'string' },
  wording: { type: 'string' },
} as const;

interface Text {
  readonly name: string;
  readonly text: string;
}

/** Runs `compare`. */
export const compare = command(options, async ({ values, positionals }, io, t) => {
  const format = formats[formatOf(formats, 'text', values)];
  const inputs = [...positionals, values.wording].filter((path) => path !== undefined);
  const destination = destinationOf(values.output, io, { inputs });
  const [before, after] = await texts(positionals, values.against, io);
  const overlays = new Overlays(io.cwd, t.language, await chosenOverlay(values.wording, io, t));
  const file = positionals.findLast((name) => !name.includes(':')) ?? after.name;
  const { sheet } = await overlays.sheetFor(dirname(resolve(io.cwd, file)), parseAssessment(after.text).wording?.value);
  const compared = comparedOf(versionOf(before, sheet), versionOf(after, sheet));
  await writingTo(destination, t, async () => {
    const { output } = destination;
    const terminal = { paint: paintFor(output, io.env), width: columnsOf(output, Infinity) };
    await output[format.manner](await format.render(compared, { sheet, t, ...terminal }));
  });
  return 0;
});

/** Both texts: of two operands; of one operand and a revision; or of a file and its previous committed version. */
async function texts(
  [first, second, surplus]: readonly string[],
  against: string | undefined,
  io: Io,
): Promise<[Text, Text]> {
  if (first === undefined) throw new Failure('cli.compare-what');
  if (surplus !== undefined) throw new Failure('cli.too-many-arguments', { value: surplus });
  if (second !== undefined) {
    if (against !== undefined) throw new Failure('cli.compare-either');
    return [await operand(first, io), await operand(second, io)];
  }
  const after = { name: first, text: await readText(first, io) };
  const { previousText, baselineTexts } = await import('../git/baselines');
  if (against === undefined) {
    const previous = await previousText(first, after.text, io);
    if (!previous) throw new Failure('cli.git-no-previous', { path: first });
    return [previous, after];
  }
  const baseline = (await baselineTexts([first], against, io)).get(first);
  if (!baseline) throw new Failure('cli.git-no-file', { path: first, revision: against });
  return [baseline, after];
}

/** A path, or `REVISION:PATH`; an existing file of that name takes precedence. */
async function operand(given: string, io: Io): Promise<Text> {
  const colon = given.indexOf(':');
  if (colon < 1 || isFile(given, io)) return { name: given, text: await readText(given, io) };
  const { textAt } = await import('../git/baselines');
  return textAt(given.slice(0, colon), given.slice(colon + 1), io);
}

function versionOf({ name, text }: Text, sheet: Sheet): ScoredVersion {
  const assessment = parseAssessment(text);
  if (!isScorable(assessment)) throw new Failure('cli.not-judged', { path: name });
  return { name, assessment, scored: scoreAssessment(sheet, assessment) };
}

interface Reader {
  readonly sheet: Sheet;
  readonly t: Translate;
  readonly paint: Paint;
  readonly width: number;
}

/** A format of `compare`; code needed by only one format is loaded on demand. */
interface CompareFormat {
  /** The endings of its files, without a dot. */
  readonly endings: readonly string[];
  readonly manner: 'write' | 'say';
  render(compared: Compared, reader: Reader): Promise<Printable>;
}

const text: CompareFormat = {
  endings: ['txt', 'log'],
  manner: 'say',
  async render(compared, reader) {
    const { before, after } = compared;
    const measure = await measureFor(`${before.name}${after.name}${after.assessment.subject?.value ?? ''}`);
    return (await import('../../report/comparison/comparison-text')).comparisonText(compared, { ...reader, measure });
  },
};

const markdown: CompareFormat = {
  endings: ['md'],
  manner: 'write',
  render: async (compared, { sheet, t }) =>
    (await import('../../report/comparison/comparison-markdown')).comparisonMarkdown(compared, { sheet, t }),
};

const json: CompareFormat = {
  endings: ['json'],
  manner: 'write',
  async render(compared, { sheet }) {
    const { comparisonResult } = await import('../../report/comparison/comparison-model');
    return printableJson(comparisonResult(compared, sheet));
  },
};

const formats = { text, markdown, json };
