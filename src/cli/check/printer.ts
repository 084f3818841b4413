/** Writes the output of a format: the pieces of all assessments, and the text around them. */
import { ours, type Printable } from '../../messages/safe-text';
import type { Output } from '../files/streams';
import type { CheckFormat, EndContext } from './check-format';
import type { FileResult } from './checker';

const nothing = ours``;

export class Printer {
  /** The problems of the results added. */
  readonly counts = { errors: 0, warnings: 0, infos: 0 };
  /** The number of assessments added, without individual scorings and deleted ones. */
  assessments = 0;
  /** The number of files added. */
  files = 0;
  private readonly pieces: Printable[] = [];
  private readonly deleted: Printable[] = [];
  private readonly individuals: Printable[] = [];
  private isStarted = false;

  constructor(
    private readonly format: CheckFormat,
    private readonly output: Output,
  ) {}

  /** Adds a result and writes its piece, unless the format needs all pieces first. */
  async add(result: FileResult): Promise<void> {
    this.files++;
    if (!result.isIndividual) this.assessments++;
    await this.takeApart(result, result.isIndividual ? this.individuals : undefined);
  }

  /** Adds the result of a deleted assessment. */
  async addDeleted(result: FileResult): Promise<void> {
    await this.takeApart(result, this.deleted);
  }

  /** Keeps a piece in a separate list, where the format has one for files that do not count as assessments. */
  private takeApart(result: FileResult, apart: Printable[] | undefined): Promise<void> {
    if (apart && this.format.partsOthers) return this.take(result, apart);
    return this.take(result, this.format.keepsPieces ? this.pieces : undefined);
  }

  private async take({ piece, counts }: FileResult, kept: Printable[] | undefined): Promise<void> {
    for (const kind of ['errors', 'warnings', 'infos'] as const) this.counts[kind] += counts[kind];
    if (kept) return void kept.push(piece);
    const before = this.isStarted ? this.format.between : this.format.start;
    this.isStarted = true;
    await this.write(ours`${before ?? nothing}${piece}`);
  }

  /** Writes the end. `tellsDeleted`: deleted assessments were searched for; `failures` are messages. */
  async end(tellsDeleted: boolean, failures: readonly string[], context: EndContext): Promise<void> {
    const { format, assessments, counts, pieces, individuals } = this;
    const deleted = tellsDeleted ? this.deleted : undefined;
    const end = format.end?.({ assessments, counts, deleted, individuals, failures, pieces }, context) ?? nothing;
    if (!this.isStarted) await this.write(format.start ?? nothing);
    const parts = typeof end === 'string' || end instanceof Promise ? [end] : end;
    for await (const part of parts) await this.write(part);
  }

  private write(text: Printable): void | Promise<void> {
    return this.output[this.format.manner](text);
  }
}
