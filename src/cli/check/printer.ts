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
  private readonly kept: Printable[] = [];
  private readonly deleted: Printable[] = [];
  private readonly individuals: Printable[] = [];
  private pieces = 0;
  private isStarted = false;
  private isFollowing = false;

  constructor(
    private readonly format: CheckFormat,
    private readonly output: Output,
    private readonly context: EndContext,
  ) {}

  /** Adds a result and writes of its piece what the format does not need at the end. */
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
  private async takeApart({ piece, counts }: FileResult, apart: Printable[] | undefined): Promise<void> {
    for (const kind of ['errors', 'warnings', 'infos'] as const) this.counts[kind] += counts[kind];
    if (apart && this.format.partsOthers) return void apart.push(piece);
    const { written, kept } = (await this.format.split?.(piece, this.pieces++)) ?? { written: piece };
    if (kept !== undefined) this.kept.push(kept);
    if (written) await this.addText(written);
  }

  private async addText(text: Printable): Promise<void> {
    await this.begin();
    const before = this.isFollowing ? this.format.between : undefined;
    this.isFollowing = true;
    await this.write(ours`${before ?? nothing}${text}`);
  }

  /** Writes the start, once. */
  private async begin(): Promise<void> {
    if (this.isStarted) return;
    this.isStarted = true;
    if (this.format.start) await this.write(await this.format.start(this.context.t));
  }

  /** Writes the end. `tellsDeleted`: deleted assessments were searched for; `failures` are messages. */
  async end(tellsDeleted: boolean, failures: readonly string[]): Promise<void> {
    const { format, assessments, counts, kept, individuals } = this;
    const deleted = tellsDeleted ? this.deleted : undefined;
    await this.begin();
    const end = format.end?.({ assessments, counts, deleted, individuals, failures, kept }, this.context) ?? nothing;
    const parts = typeof end === 'string' || end instanceof Promise ? [end] : end;
    for await (const part of parts) await this.write(part);
  }

  private write(text: Printable): void | Promise<void> {
    return this.output[this.format.manner](text);
  }
}
