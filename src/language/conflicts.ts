/** The merge conflicts of a file for display: the services they concern, and the value on each side. */
import type { Assessment, ServiceEntry } from '../assessment/assessment';
import { takeSide, type Taken } from '../assessment/edit/conflict-edit';
import { parseAssessment } from '../assessment/parse';
import { conflictsOf, excerptOf, withSides, type Conflict, type Side } from '../assessment/yaml/conflict-markers';
import type { Span } from '../assessment/yaml/tree';
import type { Translate } from '../messages/messages';
import { takeTitle } from '../rules/conflict-fixes';
import { findService, nameOf, type Sheet } from '../sheet/sheet';
import type { Lens } from './lenses';

/** A service's value on each side: a score, or what the file has in its place. */
export interface DisputedService {
  readonly id: string;
  readonly ours: string;
  readonly theirs: string;
}

/** A conflict, with its index in the file. */
export interface ShownConflict {
  readonly index: number;
  readonly span: Span;
  /** Services that differ between the sides. */
  readonly services: readonly DisputedService[];
  /** Git's name of each side, and an excerpt of it. */
  readonly ours: { readonly name: string; readonly says: string };
  readonly theirs: { readonly name: string; readonly says: string };
  /** The possible choices, each with its title. */
  readonly choices: readonly { readonly taken: Taken; readonly title: string }[];
}

/** The conflicts of a text, in order; `pause` is awaited between them. */
export async function shownConflicts(
  text: string,
  t: Translate,
  pause: () => Promise<void> = async () => {},
): Promise<ShownConflict[]> {
  const conflicts = conflictsOf(text);
  const ours = parseAssessment(withSides(text, conflicts, () => 'ours'));
  const shown: ShownConflict[] = [];
  for (const [index, conflict] of conflicts.entries()) {
    const canBeBoth = 'edits' in takeSide(text, index, 'both');
    const says = (side: Side) => ({ name: conflict[side], says: excerptOf(text, conflict, side) });
    const choices = (['ours', 'theirs'] as const).map((taken) => ({
      taken,
      title: takeTitle(text, conflict, taken, t),
    }));
    shown.push({
      index,
      span: conflict.span,
      services: disputed(text, conflicts, index, ours, t),
      ours: says('ours'),
      theirs: says('theirs'),
      choices: [...choices, ...(canBeBoth ? [{ taken: 'both' as const, title: t('conflict.take-both') }] : [])],
    });
    await pause();
  }
  return shown;
}

/** A lens above a conflict, with the choice that a click makes, if it stands for one. */
export interface ConflictLens extends Lens {
  readonly index: number;
  readonly taken?: Taken;
}

/**
 * The lenses above conflicts: one for each choice. Where the editor has its own lenses to take sides, a single one that
 * adds what those lack: the services and values.
 */
export function conflictLenses(
  conflicts: readonly ShownConflict[],
  { sheet, t }: { readonly sheet: Sheet; readonly t: Translate },
  isBesideOthers: boolean,
): ConflictLens[] {
  return conflicts.flatMap(({ index, span, choices, ...conflict }): ConflictLens[] => {
    if (!isBesideOthers) return choices.map(({ taken, title }) => ({ index, span, taken, title }));
    return [{ index, span, title: conflictTitle(conflict, sheet, t) }];
  });
}

/** The conflicts in the form the grid shows them. */
export async function conflictViews(
  text: string,
  { sheet, t }: { readonly sheet: Sheet; readonly t: Translate },
  pause: () => Promise<void>,
) {
  const conflicts = await shownConflicts(text, t, pause);
  return conflicts.map((conflict) => {
    const { index, services, choices } = conflict;
    return { index, services, choices, title: conflictTitle(conflict, sheet, t) };
  });
}

type Named = Pick<ShownConflict, 'services' | 'ours' | 'theirs'>;

/** `Merge conflict in 1.2 Finder community: 2 or 3`. */
export function conflictTitle({ services, ours, theirs }: Named, sheet: Sheet, t: Translate): string {
  const names = services.slice(0, 3).map(({ id }) => nameOfId(sheet, id));
  const [only] = services.length === 1 && services[0]?.ours !== services[0]?.theirs ? services : [];
  const values = only ? { ours: only.ours, theirs: only.theirs } : { ours: ours.says, theirs: theirs.says };
  if (names.length === 0) return t('conflict.lens', values);
  const more = services.length - names.length;
  const all = [...names, ...(more > 0 ? [t('rule.and-more', { count: more })] : [])];
  return t('conflict.lens.named', { services: all.join(t('list.separator')), ...values });
}

function nameOfId(sheet: Sheet, id: string): string {
  const service = findService(sheet, id);
  return service ? nameOf(service) : id;
}

/** The services that differ with their side of one conflict, all others being resolved to our side. */
function disputed(
  text: string,
  conflicts: readonly Conflict[],
  index: number,
  ours: Assessment,
  t: Translate,
): DisputedService[] {
  const theirs = parseAssessment(withSides(text, conflicts, (at) => (at === index ? 'theirs' : 'ours')));
  const ids = new Set([...ours.services.keys(), ...theirs.services.keys()]);
  return [...ids].sort().flatMap((id) => {
    const [own, other] = [ours.services.get(id), theirs.services.get(id)];
    return textOf(ours, own) === textOf(theirs, other)
      ? []
      : [{ id, ours: stateOf(own, t), theirs: stateOf(other, t) }];
  });
}

function textOf({ text }: Assessment, entry: ServiceEntry | undefined): string | undefined {
  return entry && text.slice(entry.span.start, entry.span.end);
}

function stateOf(entry: ServiceEntry | undefined, t: Translate): string {
  if (entry?.excluded) return t('view.excluded');
  return entry?.score ? String(entry.score.value) : '–';
}
