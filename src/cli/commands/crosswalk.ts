/** `crosswalk`: external requirements, what of the sheet they touch, and where an assessment stands on them. */
import { dirname, resolve } from 'node:path';
import type { Assessment } from '../../assessment/assessment';
import { parseAssessment } from '../../assessment/parse';
import { isJudged } from '../../assessment/scorable';
import type { Printable } from '../../messages/safe-text';
import { namedSources, ownSources } from '../../node/crosswalk-sources';
import { Failure } from '../../node/failure';
import { chosenWording, OwnWording } from '../../node/own-wording';
import { readText } from '../../node/read-file';
import type { CrosswalkInput } from '../../report/crosswalk/crosswalk-words';
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

/** The formats with the endings of their files. */
const formats = { text: ['txt', 'log'], markdown: ['md'], json: ['json'], csv: ['csv'] } as const;
type CrosswalkFormat = keyof typeof formats;

/** Carries out `crosswalk`. */
export const crosswalk = command(options, async ({ values, positionals }, io, t) => {
  const format = formatOf(formats, 'text', values);
  const inputs = [...positionals, values.assessment, values.wording].filter((path) => path !== undefined);
  const destination = destinationOf(values.output, io, { inputs });
  const wording = new OwnWording(io.cwd, t.language, await chosenWording(values.wording, io, t));
  const assessment = await assessmentAt(values.assessment, io);
  const folder = values.assessment === undefined ? io.cwd : dirname(resolve(io.cwd, values.assessment));
  const { sheet } = await wording.sheetFor(folder, assessment?.wording?.value);
  const sources = positionals.length ? await namedSources(positionals, sheet, io, t) : await ownSources(t.language);
  const input = { sources, sheet, t, scored: assessment && scoreAssessment(sheet, assessment) };
  await writingTo(destination, t, async () => {
    const { output } = destination;
    const content = await rendered(format, input, { io, output });
    await output[format === 'text' ? 'say' : 'write'](content);
  });
  return 0;
});

/** The assessment whose numbers are shown, if any. Throws `Failure` where it cannot be read in full. */
async function assessmentAt(path: string | undefined, io: Io): Promise<Assessment | undefined> {
  if (path === undefined) return undefined;
  const assessment = parseAssessment(await readText(path, io));
  if (!isJudged(assessment)) throw new Failure('cli.not-judged', { path });
  return assessment;
}

interface Terminal {
  readonly io: Io;
  readonly output: Io['stdout'];
}

async function rendered(format: CrosswalkFormat, input: CrosswalkInput, { io, output }: Terminal): Promise<Printable> {
  switch (format) {
    case 'json': {
      const [{ printableJson }, { crosswalkResult }] = await Promise.all([
        import('../../messages/printable'),
        import('../../report/crosswalk/crosswalk-model'),
      ]);
      return printableJson(crosswalkResult(input.sources, input.scored));
    }
    case 'markdown':
      return (await import('../../report/crosswalk/crosswalk-markdown')).crosswalkMarkdown(input);
    case 'csv':
      return (await import('../../report/crosswalk/crosswalk-csv')).crosswalkCsv(input);
    case 'text': {
      const { crosswalkText } = await import('../../report/crosswalk/crosswalk-text');
      const measure = await measureFor(JSON.stringify(input.sources));
      return crosswalkText({ ...input, measure, paint: paintFor(output, io.env), width: columnsOf(output, 80) });
    }
  }
}
