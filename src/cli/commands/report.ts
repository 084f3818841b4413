/** `report`: writes assessments as a document. */
import { defaultFormat } from '../../report/formats';
import {
  pictures,
  sizes,
  type Format,
  type Picture,
  type Render,
  type ReportInput,
  type Size,
} from '../../report/report';
import type { Translate } from '../../messages/messages';
import type { Checked } from '../../report/check/result';
import type { Sheet } from '../../sheet/sheet';
import { choice } from './arguments';
import { checkAll, clockOf, type Baselines } from '../../node/assessments';
import { command } from './command';
import { complain } from '../complain';
import { Failure } from '../../node/failure';
import { individualsAmong } from '../../node/individuals';
import { loadSheet } from '../../node/load-texts';
import { findFiles } from '../../node/files';
import { destinationOf, formatOf, writingTo } from '../files/output';
import { chosenOverlay, Overlays } from '../../node/overlays';
import { isFile, readBytes, readText } from '../../node/read-file';
import { TemplateRefused } from '../../report/office/template-refused';
import { historyFormat, reportFormats } from './report-formats';
import type { Io } from '../terminal';

const options = {
  format: { type: 'string' },
  output: { type: 'string', short: 'o' },
  view: { type: 'string' },
  size: { type: 'string' },
  template: { type: 'string' },
  today: { type: 'string' },
  against: { type: 'string' },
  wording: { type: 'string' },
  history: { type: 'boolean' },
  responder: { type: 'string' },
} as const;

interface Order {
  readonly format: Format;
  /** The picture to draw, for formats that draw one. */
  readonly picture?: Picture;
  readonly size?: Size;
}

/** Runs `report`. A file that cannot be read does not prevent the others from being reported. */
export const report = command(options, async ({ values, positionals }, io, t) => {
  const clock = clockOf(values.today, io);
  const { today } = clock;
  const { responder } = values;
  const { paths: found, failures } = await findFiles(positionals, io.cwd);
  const individuals = individualsAmong(found, io.cwd, () => loadSheet(t.language));
  const paths = individuals.reported;
  const others = [values.against, values.wording, values.template].filter((path) => path !== undefined);
  const destination = destinationOf(values.output, io, { inputs: [...found, ...others] });
  const { format, picture, size } = orderOf(values);
  const isBinaryOnTerminal = format.binary && destination.output.isTTY;
  if (isBinaryOnTerminal) throw new Failure('cli.binary-output', { format: format.id });
  limit(format, paths.length);
  if (values.template !== undefined && !format.templates) throw new Failure('cli.no-template', { format: format.id });
  const template = values.template === undefined ? undefined : await readBytes(values.template, io);
  const overlays = new Overlays(io.cwd, t.language, await chosenOverlay(values.wording, io, t));
  const baselines = await baselinesOf(paths, values.against, io);
  const {
    checked: read,
    unread,
    sheet,
  } = await checkAll(paths, { overrides: {}, ...clock, overlays, t }, io, baselines);
  const checked = read.map((one) => ({ ...one, individuals: individuals.of.get(one.path) }));
  if (checked.length) {
    const wantsHistory = values.history || format === historyFormat;
    const withHistory = wantsHistory
      ? await (await import('../git/history')).withHistory(checked, { sheet, t, today }, io)
      : checked;
    const told = await sourcesOf(withHistory, sheet, io, t);
    await writingTo(destination, t, async () => {
      await destination.output.write(
        await rendered(format, { checked: told, sheet, t, today, picture, size, responder, template }, values.template),
      );
    });
  }
  const missing = [...failures, ...unread];
  for (const failure of missing) complain(failure, io, t);
  return missing.length ? 2 : 0;
});

/** The assessments with the crosswalk sources they name; unusable ones are reported and left out. */
async function sourcesOf(checked: readonly Checked[], sheet: Sheet, io: Io, t: Translate): Promise<readonly Checked[]> {
  if (checked.every(({ assessment }) => assessment.crosswalk.length === 0)) return checked;
  const { withSources } = await import('../../node/crosswalk-sources');
  const { checked: told, failures } = await withSources(checked, sheet, io, t);
  for (const failure of failures) complain(failure, io, t);
  return told;
}

/** Throws `Failure` where there are more assessments than one report shows. */
function limit({ id: format, pictures: drawn, most: maximum }: Format, count: number): void {
  if (drawn && count > 1) throw new Failure('cli.one-assessment', { format, count });
  if (count > maximum) throw new Failure('cli.too-many-assessments', { format, count, maximum });
}

/**
 * The document. Throws `Failure` where it would exceed the maximum length of a string, or where the template cannot be
 * used.
 */
async function rendered(format: Format, input: ReportInput, path = ''): Promise<Awaited<ReturnType<Render>>> {
  try {
    return await (
      await format.load()
    )(input);
  } catch (error) {
    if (error instanceof TemplateRefused)
      throw new Failure('export.template-refused', { path, reason: input.t(error.key) });
    if (error instanceof RangeError) throw new Failure('cli.report-too-long', { format: format.id });
    throw error;
  }
}

/** The baselines for `--against`: an existing file of that name (for one assessment), else a revision. */
async function baselinesOf(
  paths: readonly string[],
  against: string | undefined,
  io: Io,
): Promise<Baselines | undefined> {
  if (against === undefined) return undefined;
  if (!isFile(against, io)) return (await import('../git/baselines')).baselineTexts(paths, against, io);
  if (paths.length > 1) throw new Failure('cli.one-against', { path: against, count: paths.length });
  const text = await readText(against, io);
  return new Map(paths.map((path) => [path, { name: against, revision: against, text }]));
}

/** The requested format: by name, else by the ending of the output, else Markdown. */
function orderOf(values: { format?: string; output?: string; view?: string; size?: string }): Order {
  const byName = Object.fromEntries(reportFormats.map(({ id, extension }) => [id, { endings: [extension] }]));
  const id = formatOf(byName, defaultFormat.id, values);
  const isWorkbook = /\.xlsx$/i.test(values.output ?? '');
  const meant = id === 'interview' && isWorkbook ? 'interview-xlsx' : id;
  const format = reportFormats.find((one) => one.id === meant) ?? defaultFormat;
  const picture = choice('--view', values.view, format.pictures ?? pictures);
  if (picture && !format.pictures) throw new Failure('cli.no-view', { format: format.id });
  const size = choice('--size', values.size, sizes);
  if (size && !format.sized) throw new Failure('cli.no-size', { format: format.id });
  return { format, picture: picture ?? format.pictures?.[0], size };
}
