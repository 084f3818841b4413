/** What files are compared with: the state of their repository where the current branch left a revision. */
import { basename, dirname, resolve } from 'node:path';
import { Failure } from './failure';
import { commitOf, commonAncestor, trackedFolder, type Known, type Repository, type TrackedFolder } from './git';
import { submoduleIn, textsIn } from './git-files';
import { standardInput } from './read-file';
import { realPlace } from './real-path';
import type { Io } from './terminal';
import { isInside, repositoryRoot } from './workspace-root';

/** A file's text as it was committed. */
export interface EarlierText {
  /** `REVISION:path`, as git writes it. */
  readonly name: string;
  readonly revision: string;
  readonly text: string;
}

/** A file by the path given, and by the one from the top of its repository. */
interface Named {
  readonly given: string;
  readonly path: string;
}

/** Where the earlier states of a repository's files are. */
interface Base {
  /** The repository that has them: another one for a folder that has become a submodule since. */
  readonly repository: Repository;
  /** None before the first commit. */
  readonly commit?: string;
  /** Comes before a file's path from the top, in that repository and where it is shown. */
  readonly prefix: string;
  readonly shown: string;
}

export class Baseline {
  private readonly known: Known = new Map();
  private readonly bases = new Map<string, Promise<Base>>();

  constructor(
    private readonly revision: string,
    private readonly io: Io,
  ) {}

  /**
   * The texts of files, by the paths given: what others did on `main` since is not held against this branch. Files that
   * did not exist then are missing, as is standard input. Throws `Failure`.
   */
  async texts(paths: readonly string[]): Promise<Map<string, EarlierText>> {
    const repositories = new Map<string, { repository: Repository; files: Named[] }>();
    for (const given of paths) {
      if (given === standardInput) continue;
      const file = resolve(this.io.cwd, given);
      const { prefix, ...repository } = await trackedFolder(dirname(file), this.io, given, { known: this.known });
      const files: Named[] = repositories.get(repository.folder)?.files ?? [];
      repositories.set(repository.folder, { repository, files });
      files.push({ given, path: prefix + basename(file) });
    }
    const texts = new Map<string, EarlierText>();
    for (const { repository, files } of repositories.values()) {
      const base = await this.baseOf(repository);
      const wanted = files.map(({ path }) => base.prefix + path);
      const found = base.commit === undefined ? undefined : await textsIn(base.repository, base.commit, wanted);
      for (const { given, path } of files) {
        const one = found?.get(base.prefix + path);
        if (one) texts.set(given, this.named(base, one));
      }
    }
    return texts;
  }

  private named({ shown }: Base, { path, text }: { path: string; text: string }): EarlierText {
    return { name: `${this.revision}:${shown}${path}`, revision: this.revision, text };
  }

  private baseOf(repository: Repository): Promise<Base> {
    const known = this.bases.get(repository.folder) ?? this.findBase(repository);
    this.bases.set(repository.folder, known);
    return known;
  }

  /**
   * For a submodule of a repository the revision is one of that repository, and the submodule as it was recorded there:
   * unless the run stands in the submodule, where it is one of the submodule's own.
   */
  private async findBase(repository: Repository): Promise<Base> {
    const around = isInside(realPlace(this.io.cwd), repository.folder) ? undefined : await this.around(repository);
    const outer = around && (await this.baseOf(around));
    if (around && outer) {
      const path = around.prefix + basename(repository.folder);
      const recorded = await submoduleIn(outer.repository, outer.prefix + path, outer.commit);
      const shown = `${outer.shown}${outer.prefix}${path}/`;
      if (recorded) return { repository, commit: await this.recorded(repository, shown, recorded), prefix: '', shown };
      // New as a submodule: its files may have been files of the repository around it.
      if (await submoduleIn(around, path)) return { ...outer, prefix: `${outer.prefix}${path}/` };
    }
    return { repository, commit: await commonAncestor(repository, this.revision), prefix: '', shown: '' };
  }

  /** The folder around a repository, where that is in a repository itself. */
  private async around({ folder }: Repository): Promise<TrackedFolder | undefined> {
    const parent = dirname(folder);
    if (parent === folder || repositoryRoot(parent) === undefined) return undefined;
    return trackedFolder(parent, this.io, parent, { known: this.known });
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
