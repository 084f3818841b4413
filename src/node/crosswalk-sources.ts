/** The crosswalk sources a command uses: the built-in ones, and those in an organisation's files. */
import { isCrosswalkPath } from '../assessment/vocabulary';
import { crosswalkRules, parseCrosswalk } from '../crosswalk/read-own';
import type { Source } from '../crosswalk/source';
import type { Language, Translate } from '../messages/messages';
import type { Sheet } from '../sheet/sheet';
import { dirname, resolve } from 'node:path';
import { resolvePath } from '../assessment/evidence/citation-paths';
import type { Checked } from '../report/check/result';
import { Failure } from './failure';
import { textWithin } from './overlays';
import { fileAt, homeIn } from './places';
import { isStandardInput, readText } from './read-file';
import type { Surroundings } from './surroundings';

/** The built-in sources in a language, loaded on demand. */
export async function ownSources(language: Language): Promise<readonly Source[]> {
  return (await import('../crosswalk/built-in')).builtInSources(language);
}

/**
 * The sources for some names: ids of built-in sources, in any letter case, or paths of crosswalk files. Throws
 * `Failure` for an unknown id, and for a file with errors.
 */
export async function namedSources(
  names: readonly string[],
  sheet: Sheet,
  io: Surroundings,
  t: Translate,
): Promise<readonly Source[]> {
  const known = await ownSources(t.language);
  return Promise.all(
    names.map(async (name) => {
      if (isCrosswalkPath(name)) return sourceOf(name, await readText(name, io), sheet, t);
      const source = known.find(({ id }) => id === name.toLowerCase());
      if (source) return source;
      const choices = known.map(({ id }) => id).join(t('list.separator'));
      throw new Failure('cli.unknown-source', { value: name, choices });
    }),
  );
}

/**
 * The assessments with the crosswalk sources each of them names, for reports. Sources that cannot be used are reported.
 */
export async function withSources(
  checked: readonly Checked[],
  sheet: Sheet,
  io: Surroundings,
  t: Translate,
): Promise<{ readonly checked: readonly Checked[]; readonly failures: readonly Failure[] }> {
  const failures: Failure[] = [];
  const told: Checked[] = [];
  for (const one of checked) {
    const sources: Source[] = [];
    for (const name of new Set(one.assessment.crosswalk)) {
      try {
        sources.push(await sourceNamedIn(one, name, sheet, io, t));
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
        failures.push(error);
      }
    }
    told.push(sources.length ? { ...one, sources } : one);
  }
  return { checked: told, failures };
}

/**
 * A source that an assessment names. A path is relative to the assessment's folder and may not leave its repository.
 */
async function sourceNamedIn(
  { path }: Checked,
  name: string,
  sheet: Sheet,
  io: Surroundings,
  t: Translate,
): Promise<Source> {
  if (!isCrosswalkPath(name)) return (await namedSources([name], sheet, io, t))[0] as Source;
  const home = homeIn(isStandardInput(path) ? io.cwd : dirname(resolve(io.cwd, path)), io.cwd);
  const place = resolvePath(home, name);
  const text = place === undefined ? null : textWithin(fileAt(place), fileAt(home.root));
  if (text === undefined) throw new Failure('cli.not-found', { path: name });
  if (text === null) throw new Failure('cli.denied', { path: name });
  return sourceOf(name, text, sheet, t);
}

/** The source in a crosswalk file. Throws `Failure` where it has errors: an incomplete crosswalk would misreport. */
function sourceOf(path: string, text: string, sheet: Sheet, t: Translate): Source {
  const { source, issues } = parseCrosswalk(text, sheet);
  const mistake = issues.find(({ rule }) => crosswalkRules[rule] === 'error');
  if (source && !mistake) return source;
  const line = text.slice(0, mistake?.span.start ?? 0).split('\n').length;
  const problem = mistake ? t(mistake.key, mistake.parameters) : t('shape.missing-key', { key: 'source' });
  throw new Failure('cli.bad-crosswalk', { path, line, problem });
}
