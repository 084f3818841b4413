/**
 * Caches results in a file between runs. A result is valid for the same text at the same path, with the same version of
 * the product, options and day, while its cited documents and overlay are unchanged: all of these are compared.
 */
import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import { deflateSync, inflateSync } from 'node:zlib';
import { version } from '../../../package.json';
import { folderOf } from '../../node/assessments';
import type { CheckOrder, Job, FileResult } from './checker';
import { CitedDocuments, stateOf } from '../../node/cited-documents';
import { digest } from '../../node/digest';
import { errorCode, Failure, unreadable } from '../../node/failure';
import { writeFile, type Writing } from '../../node/file-writer';
import { loadSheet } from '../../node/load-texts';
import { outputFile } from '../../node/output-file';
import { Overlays } from '../../node/overlays';
import { Recent } from '../../node/recent';
import type { Roots } from '../../node/workspace-root';
import { readRegularFile } from '../../node/read-file';

const mark = 'psirt-maturity check cache';

/** Longest result accepted from the cache, in bytes. */
const longest = 64 * 1024 * 1024;

export class CheckCache {
  private readonly previous: ReadonlyMap<string, string>;
  private readonly lines: string[] = [];
  private readonly documents: CitedDocuments;
  private readonly overlays: Overlays;
  private readonly head: string;
  private readonly writing: Writing;
  private changed = false;

  /** Reads the file, if it exists. Throws `Failure` when it is not a cache, or an input, which would be overwritten. */
  constructor(
    private readonly path: string,
    private readonly order: CheckOrder,
    inputs: readonly string[],
  ) {
    this.writing = { inputs };
    const { look, language } = order;
    const roots: Roots = new Recent();
    this.documents = new CitedDocuments(look.cwd, roots);
    this.overlays = new Overlays(look.cwd, language, order.overlay, roots);
    // The name of the built file contains a hash of the program's code.
    this.head = `${mark} ${hash([version, basename(__filename), process.version, JSON.stringify(loadSheet(language)), JSON.stringify(order)])}`;
    this.previous = this.read();
  }

  private read(): Map<string, string> {
    const file = outputFile(this.path, this.order.look.cwd, this.writing);
    const [head = '', ...lines] = contentOf(this.path, file).split('\n');
    if (head !== '' && !head.startsWith(mark)) throw new Failure('cli.not-a-cache', { path: this.path });
    return new Map(head === this.head ? lines.map((line) => [line.slice(0, line.indexOf(' ')), line]) : []);
  }

  /** An earlier result for this file that is still valid. */
  async find(job: Job): Promise<FileResult | undefined> {
    const line = this.previous.get(keyOf(job));
    const result = line === undefined ? undefined : resultIn(line);
    if (!line || !result?.around) return undefined;
    const folder = folderOf(job.path, this.order.look.cwd);
    const { links, cited, overlay } = result.around;
    if (stateOf(await this.documents.of(links, folder), digest) !== cited) return undefined;
    if (this.overlays.stateFor(folder, overlay.named, digest) !== overlay.state) return undefined;
    this.lines.push(line);
    return result;
  }

  /** Stores a result. */
  add(job: Job, result: FileResult): void {
    this.changed = true;
    this.lines.push(`${keyOf(job)} ${deflateSync(JSON.stringify(result), { level: 1 }).toString('base64')}`);
  }

  /** Writes the results that this run found or used. Throws `Failure`. */
  save(): void {
    if (!this.changed && this.lines.length === this.previous.size) return;
    writeFile(this.path, [this.head, ...this.lines].join('\n'), this.order.look.cwd, this.writing);
  }
}

function contentOf(path: string, file: string): string {
  try {
    return readRegularFile(file, path).toString('latin1');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return '';
    throw unreadable(path, error);
  }
}

/** The result in a line; `undefined` when its checksum does not match. */
function resultIn(line: string): FileResult | undefined {
  try {
    const bytes = Buffer.from(line.slice(line.indexOf(' ') + 1), 'base64');
    return JSON.parse(inflateSync(bytes, { maxOutputLength: longest }).toString('utf8')) as FileResult;
  } catch {
    return undefined;
  }
}

function keyOf({ path, text, baseline, signed, individuals, belongsTo }: Job): string {
  const known = signed || individuals || belongsTo !== undefined;
  const around = known ? [JSON.stringify([signed, individuals, belongsTo])] : [];
  if (baseline === undefined) return hash([path, text, ...around]);
  return hash([path, text, ...(baseline ? [baseline.name, baseline.text] : ['']), ...around]);
}

/** A hash of several texts that depends on where each one ends. */
function hash(texts: readonly string[]): string {
  const sum = createHash('sha256');
  for (const text of texts) sum.update(`${text.length} `).update(text);
  return sum.digest('base64');
}
