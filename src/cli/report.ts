/** `report`: writes assessments as a document. */
import { extname, resolve } from 'node:path';
import { defaultFormat } from '../report/formats';
import { pictures, type Format, type Picture } from '../report/report';
import { choice } from './arguments';
import { checkAll, clockOf, type Against } from './assessments';
import { command } from './command';
import { complain, errorCode, Failure } from './failure';
import { findFiles } from './files';
import { outputFile } from './output-file';
import { chosenWording, OwnWording } from './own-wording';
import { isFile, readText, standardInput } from './read-file';
import { replaceFile } from './replace-file';
import { reportFormats } from './report-formats';
import type { Io } from './terminal';

const options = {
  format: { type: 'string' },
  output: { type: 'string', short: 'o' },
  view: { type: 'string' },
  today: { type: 'string' },
  against: { type: 'string' },
  wording: { type: 'string' },
  history: { type: 'boolean' },
} as const;

/** The path that stands for standard output. */
const standardOutput = '-';

interface Order {
  readonly format: Format;
  /** What to draw, for a format that draws one picture. */
  readonly picture?: Picture;
  readonly output: string;
}

/** Carries out `report`. One file that can not be read does not keep the others from being reported. */
export const report = command(options, async ({ values, positionals }, io, t) => {
  const order = orderOf(values);
  const { format, picture, output } = order;
  if (format.binary && output === standardOutput && io.stdout.isTTY) throw new Failure('cli.binary-output', { format: format.id });
  const clock = clockOf(values.today, io);
  const { today } = clock;
  const { paths, failures } = await findFiles(positionals, io.cwd);
  if (format.pictures && paths.length > 1) throw new Failure('cli.one-assessment', { format: format.id, count: paths.length });
  if (paths.some((path) => isSameFile(path, output, io))) throw new Failure('cli.output-is-input', { path: output });
  const wording = new OwnWording(io.cwd, t.language, await chosenWording(values.wording, io, t));
  const against = await earlierTexts(paths, values.against, io);
  const { checked, unread, sheet } = await checkAll(paths, { overrides: {}, ...clock, wording, t }, io, against);
  if (checked.length) {
    const render = await format.load();
    const told = values.history ? await (await import('./history')).withHistory(checked, { sheet, t, today }, io) : checked;
    write(output, await render({ checked: told, sheet, t, today, picture }), io);
  }
  const missing = [...failures, ...unread];
  for (const failure of missing) complain(failure, io, t);
  return missing.length ? 2 : 0;
});

/** What to compare with: a file where there is one of that name, for one assessment, else a revision. */
async function earlierTexts(paths: readonly string[], against: string | undefined, io: Io): Promise<Against | undefined> {
  if (against === undefined) return undefined;
  if (!(await isFile(against, io))) return (await import('./earlier')).textsAgainst(paths, against, io);
  if (paths.length > 1) throw new Failure('cli.one-against', { path: against, count: paths.length });
  const text = await readText(against, io);
  return new Map(paths.map((path) => [path, { name: against, revision: against, text }]));
}

/** What is asked for: the format by its name, else by the ending of the output, else Markdown. */
function orderOf({ format: name, output = standardOutput, view }: { format?: string; output?: string; view?: string }): Order {
  const named = choice('--format', name, reportFormats.map(({ id }) => id));
  const format = reportFormats.find(named ? ({ id }) => id === named : ({ extension }) => extname(output) === `.${extension}`) ?? defaultFormat;
  const picture = choice('--view', view, format.pictures ?? pictures);
  if (picture && !format.pictures) throw new Failure('cli.no-view', { format: format.id });
  return { format, picture: picture ?? format.pictures?.[0], output };
}

function isSameFile(path: string, output: string, { cwd }: Io): boolean {
  return path !== standardInput && output !== standardOutput && resolve(cwd, path) === resolve(cwd, output);
}

/** Writes a file with its folders, over one that is there: the user named it. Throws `Failure`. */
function write(output: string, content: string | Uint8Array, io: Io): void {
  if (output === standardOutput) return void io.stdout.write(content);
  const file = outputFile(output, io.cwd);
  try {
    replaceFile(file, content);
  } catch (error) {
    throw new Failure('cli.unwritable', { path: output, code: errorCode(error) });
  }
}
