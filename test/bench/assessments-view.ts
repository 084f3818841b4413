/** How long the Assessments view takes over many files, in a real VS Code: by the host test that shows them. */
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

export interface ViewTimes {
  readonly files: number;
  /** Until the first rows are to be seen, in milliseconds. */
  readonly firstPaint: number;
  /** Until the list is complete, in milliseconds. */
  readonly total: number;
}

/** Runs that test once; throws when it fails. */
export function timeAssessmentsView(): ViewTimes {
  const args = [join('test', 'host', 'run.mjs'), '--lang=en', '--grep=Assessments view over many files'];
  const output = execFileSync(process.execPath, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  const [, files, firstPaint, total] =
    /^Assessments view, (\d+) files: first paint (\d+) ms, total (\d+) ms$/m.exec(output) ?? [];
  if (!files || !firstPaint || !total) throw new Error(`No times of the view in:\n${output}`);
  return { files: Number(files), firstPaint: Number(firstPaint), total: Number(total) };
}
