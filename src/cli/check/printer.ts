/** Puts together what a format says of each assessment, and what it says of all. */
import { ours, type Printable } from '../../messages/safe-text';
import type { Output } from '../files/streams';
import type { CheckFormat, EndContext } from './check-format';
import type { FileResult } from './checker';

const nothing = ours``;

export class Printer {
  /** Problems of what was added. */
  readonly counts = { errors: 0, warnings: 0, infos: 0 };
  /** How many were added, without individual scorings and those that are no longer there. */
  assessments = 0;
  /** How many files were added. */
  files = 0;
  private readonly pieces: Printable[] = [];
  private readonly deleted: Printable[] = [];
  private readonly individuals: Printable[] = [];
  private isStarted = false;

  constructor(
    private readonly format: CheckFormat,
    private readonly output: Output,
  ) {}

  /** Says of an assessment what there is to say, at once where the format needs not all of them for that. */
  async add(result: FileResult): Promise<void> {
    this.files++;
    if (!result.isIndividual) this.assessments++;
    await this.takeApart(result, result.isIndividual ? this.individuals : undefined);
  }

  /** The same of one that is no longer there. */
  async addDeleted(result: FileResult): Promise<void> {
    await this.takeApart(result, this.deleted);
  }

  /** Keeps a piece in a list of its own where the format has one for what counts as no assessment. */
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

  /**
   * Says what follows. `tellsDeleted`: it was asked which assessments are no longer there; `failures` are sentences.
   */
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
