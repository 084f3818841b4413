/** `crosswalk`: external requirements, what of the sheet they touch, and where an assessment stands on them. */
import { dirname, resolve } from 'node:path';
import type { Assessment } from '../../assessment/assessment';
import { parseAssessment } from '../../assessment/parse';
import { isScorable } from '../../assessment/scorable';
import { printableJson } from '../../messages/printable';
import type { Printable } from '../../messages/safe-text';
import { namedSources, ownSources } from '../../node/crosswalk-sources';
import { Failure } from '../../node/failure';
import { chosenOverlay, Overlays } from '../../node/overlays';
import { readText } from '../../node/read-file';
import type { Paint } from '../../report/terminal/paint';
import type { CrosswalkInput } from '../../report/crosswalk/crosswalk-input';
import { scoreAssessment } from '../../scoring/score';
import { destinationOf, formatOf, writingTo } from '../files/output';
import { columnsOf, measureFor, paintFor, type Io } from '../terminal';
import { command } from './command';

const options = {
  format: { type: 'string' },
  output: { type: 'string', short: 'o' },
  assessment: { type: 'string' },
  wording: { type: 'string' },
} as const;

/** Runs `crosswalk`. */
export const crosswalk = command(options, async ({ values, positionals }, io, t) => {
  const id = formatOf(formats, 'text', values);
  const format: CrosswalkFormat = formats[id];
  if (format.withoutNumbers && values.assessment !== undefined)
    throw new Failure('cli.crosswalk-numbers', { format: id });
  const inputs = [...positionals, values.assessment, values.wording].filter((path) => path !== undefined);
  const destination = destinationOf(values.output, io, { inputs });
  const overlays = new Overlays(io.cwd, t.language, await chosenOverlay(values.wording, io, t));
  const assessment = await assessmentAt(values.assessment, io);
  const folder = values.assessment === undefined ? io.cwd : dirname(resolve(io.cwd, values.assessment));
  const { sheet } = await overlays.sheetFor(folder, assessment?.wording?.value);
  const sources = positionals.length ? await namedSources(positionals, sheet, io, t) : await ownSources(t.language);
  const input = { sources, sheet, t, scored: assessment && scoreAssessment(sheet, assessment) };
  await writingTo(destination, t, async () => {
    const { output } = destination;
    const areNamed = positionals.length > 0;
    const terminal = { areNamed, paint: paintFor(output, io.env), width: columnsOf(output, 80) };
    await output[format.manner](await format.render({ ...input, ...terminal }));
  });
  return 0;
});

/** The assessment whose figures are shown, if any. Throws `Failure` where it cannot be read in full. */
async function assessmentAt(path: string | undefined, io: Io): Promise<Assessment | undefined> {
  if (path === undefined) return undefined;
  const assessment = parseAssessment(await readText(path, io));
  if (!isScorable(assessment)) throw new Failure('cli.not-judged', { path });
  return assessment;
}

interface Reader extends CrosswalkInput {
  /** The sources were named by the user. */
  readonly areNamed: boolean;
  readonly paint: Paint;
  readonly width: number;
}

/** A format of `crosswalk`; code needed by only one format is loaded on demand. */
interface CrosswalkFormat {
  /** The endings of its files, without a dot. */
  readonly endings: readonly string[];
  readonly manner: 'write' | 'say';
  /** The format cannot hold the figures of an assessment. */
  readonly withoutNumbers?: true;
  render(reader: Reader): Promise<Printable>;
}

const text: CrosswalkFormat = {
  endings: ['txt', 'log'],
  manner: 'say',
  async render(reader) {
    const measure = await measureFor(JSON.stringify(reader.sources));
    return (await import('../../report/crosswalk/crosswalk-text')).crosswalkText({ ...reader, measure });
  },
};

const markdown: CrosswalkFormat = {
  endings: ['md'],
  manner: 'write',
  render: async (reader) => (await import('../../report/crosswalk/crosswalk-markdown')).crosswalkMarkdown(reader),
};

const json: CrosswalkFormat = {
  endings: ['json'],
  manner: 'write',
  async render({ sources, scored }) {
    const { crosswalkResult } = await import('../../report/crosswalk/crosswalk-model');
    return printableJson(crosswalkResult(sources, scored));
  },
};

const csv: CrosswalkFormat = {
  endings: ['csv'],
  manner: 'write',
  render: async (reader) => (await import('../../report/crosswalk/crosswalk-csv')).crosswalkCsv(reader),
};

const oscal: CrosswalkFormat = {
  endings: ['json'],
  manner: 'write',
  withoutNumbers: true,
  render: async (reader) => (await import('../../report/oscal/mapping')).oscalMapping(reader),
};

const cisoAssistant: CrosswalkFormat = {
  endings: ['yaml', 'yml'],
  manner: 'write',
  withoutNumbers: true,
  async render(reader) {
    const { cisoAssistantSources, isInCisoAssistant, mappingSets } = await import(
      '../../report/ciso-assistant/mapping-sets'
    );
    const left = reader.sources.find((source) => !isInCisoAssistant(source));
    if (left && reader.areNamed) {
      const choices = cisoAssistantSources.join(reader.t('list.separator'));
      throw new Failure('cli.crosswalk-ciso', { value: left.id, choices });
    }
    return mappingSets({ ...reader, sources: reader.sources.filter(isInCisoAssistant) });
  },
};

const formats = { text, markdown, json, csv, oscal, 'ciso-assistant': cisoAssistant };
