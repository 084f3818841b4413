/** The baselines of a repository's files: the merge base of the current branch and a revision. */
import { basename, dirname } from 'node:path';
import { Failure } from '../../node/failure';
import { commitOf, commonAncestor, trackedFolder, type Known, type Repository, type TrackedFolder } from './git';
import { assessmentChanges, submoduleIn, type Changes } from './git-files';
import { realPlace } from '../../node/real-path';
import type { Io } from '../terminal';
import { isInside, repositoryRoot, type Roots } from '../../node/workspace-root';

/** Where the baselines of a repository's files are found. */
export interface Base {
  /** The repository that contains them: another one where a folder has become a submodule since. */
  readonly repository: Repository;
  /** Absent before the first commit. */
  readonly commit?: string;
  /** The prefix of a file's path from the top, in that repository. */
  readonly prefix: string;
  /** The prefix of such a path where it is shown. */
  readonly shown: string;
  /** Renamed and deleted assessments since the commit. */
  readonly changes: () => Promise<Changes>;
}

/** Uses the merge base, so that later changes on the other branch do not count as changes of this one. */
export class Bases {
  private readonly known: Known = new Map();
  private readonly roots: Roots = new Map();
  private readonly bases = new Map<string, Promise<Base>>();

  constructor(
    readonly revision: string,
    readonly io: Io,
  ) {}

  /** The repository of a folder; `shown` is the path for error messages. Throws `Failure`. */
  folder(folder: string, shown: string): Promise<TrackedFolder> {
    return trackedFolder(folder, this.io, shown, { known: this.known, roots: this.roots });
  }

  /** All repositories requested so far. */
  repositories(): Promise<readonly Repository[]> {
    return Promise.all(this.known.values());
  }

  /** The base for a repository's files. Throws `Failure`. */
  of(repository: Repository): Promise<Base> {
    const base = this.bases.get(repository.folder) ?? this.find(repository);
    this.bases.set(repository.folder, base);
    return base;
  }

  /**
   * In a submodule, the revision is one of the surrounding repository, and the base is the submodule's commit recorded
   * there; if the run starts in the submodule, the revision is its own.
   */
  private async find(repository: Repository): Promise<Base> {
    const around = isInside(realPlace(this.io.cwd), repository.folder) ? undefined : await this.around(repository);
    const outer = around && (await this.of(around));
    if (around && outer) {
      const path = around.prefix + basename(repository.folder);
      const recorded = await submoduleIn(outer.repository, outer.prefix + path, outer.commit);
      const shown = `${outer.shown}${outer.prefix}${path}/`;
      if (recorded) return baseAt(repository, await this.recorded(repository, shown, recorded), shown);
      // A new submodule: its files may have been files of the surrounding repository.
      if (await submoduleIn(around, path)) return { ...outer, prefix: `${outer.prefix}${path}/` };
    }
    return baseAt(repository, await commonAncestor(repository, this.revision));
  }

  /** The repository around a repository; `undefined` where there is none. */
  private async around({ folder }: Repository): Promise<TrackedFolder | undefined> {
    const parent = dirname(folder);
    if (parent === folder || repositoryRoot(parent) === undefined) return undefined;
    return this.folder(parent, parent);
  }

  private async recorded(repository: Repository, path: string, commit: string): Promise<string> {
    try {
      return await commitOf(repository, commit);
    } catch (error) {
      if (!(error instanceof Failure) || error.key !== 'cli.git-no-revision') throw error;
      throw new Failure('cli.git-no-submodule', { path, commit: commit.slice(0, 12), revision: this.revision });
    }
  }
}

function baseAt(repository: Repository, commit: string | undefined, shown = ''): Base {
  let changes: Promise<Changes> | undefined;
  const ask = async (): Promise<Changes> =>
    commit === undefined ? { former: new Map(), deleted: [] } : assessmentChanges(repository, commit);
  return { repository, commit, prefix: '', shown, changes: () => (changes ??= ask()) };
}
