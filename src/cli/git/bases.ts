/** Where the baselines of a repository's files are: in the merge base of the current branch and a revision. */
import { basename, dirname } from 'node:path';
import { Failure } from '../../node/failure';
import { commitOf, commonAncestor, trackedFolder, type Known, type Repository, type TrackedFolder } from './git';
import { assessmentChanges, submoduleIn, type Changes } from './git-files';
import { realPlace } from '../../node/real-path';
import type { Io } from '../terminal';
import { isInside, repositoryRoot, type Roots } from '../../node/workspace-root';

/** Where the baselines of a repository's files are. */
export interface Base {
  /** The repository that has them: another one for a folder that has become a submodule since. */
  readonly repository: Repository;
  /** None before the first commit. */
  readonly commit?: string;
  /** Comes before a file's path from the top, in that repository. */
  readonly prefix: string;
  /** Comes before a file's path there where it is shown. */
  readonly shown: string;
  /** What became of its assessments. */
  readonly changes: () => Promise<Changes>;
}

/** The merge base, so that later changes on the other branch are not reported for this one. */
export class Bases {
  private readonly known: Known = new Map();
  private readonly roots: Roots = new Map();
  private readonly bases = new Map<string, Promise<Base>>();

  constructor(
    readonly revision: string,
    readonly io: Io,
  ) {}

  /** The repository a folder is in; `shown` is what a refusal speaks of. Throws `Failure`. */
  folder(folder: string, shown: string): Promise<TrackedFolder> {
    return trackedFolder(folder, this.io, shown, { known: this.known, roots: this.roots });
  }

  /** All repositories that were asked for. */
  repositories(): Promise<readonly Repository[]> {
    return Promise.all(this.known.values());
  }

  /** Where the baselines of a repository's files are. Throws `Failure`. */
  of(repository: Repository): Promise<Base> {
    const base = this.bases.get(repository.folder) ?? this.find(repository);
    this.bases.set(repository.folder, base);
    return base;
  }

  /**
   * For a submodule of a repository the revision is one of that repository, and the submodule as it was recorded there:
   * unless the run stands in the submodule, where it is one of the submodule's own.
   */
  private async find(repository: Repository): Promise<Base> {
    const around = isInside(realPlace(this.io.cwd), repository.folder) ? undefined : await this.around(repository);
    const outer = around && (await this.of(around));
    if (around && outer) {
      const path = around.prefix + basename(repository.folder);
      const recorded = await submoduleIn(outer.repository, outer.prefix + path, outer.commit);
      const shown = `${outer.shown}${outer.prefix}${path}/`;
      if (recorded) return baseAt(repository, await this.recorded(repository, shown, recorded), shown);
      // New as a submodule: its files may have been files of the repository around it.
      if (await submoduleIn(around, path)) return { ...outer, prefix: `${outer.prefix}${path}/` };
    }
    return baseAt(repository, await commonAncestor(repository, this.revision));
  }

  /** The folder around a repository, where that is in a repository itself. */
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
