/** External requirements in the hover on a service. */
import { touching, type Source } from '../crosswalk/source';
import type { Translate } from '../messages/messages';
import { joined, ours, type HoverMarkdown } from '../messages/safe-text';
import { escapeMarkdown } from './markdown';

interface RequirementsContext {
  readonly sources?: readonly Source[];
  readonly t: Translate;
}

/** The requirements that touch a service, with their strength, one line per source; empty where there are none. */
export function requirementsPart(service: string, { sources = [], t }: RequirementsContext): HoverMarkdown {
  const lines = sources.flatMap((source) => {
    const ids = touching([source], service).map(({ requirement, mapping }) =>
      t('crosswalk.touch', { id: escapeMarkdown(requirement.id), strength: mapping.strength }),
    );
    if (ids.length === 0) return [];
    const named = escapeMarkdown(source.title);
    const title = source.date ? t('crosswalk.dated', { title: named, date: escapeMarkdown(source.date) }) : named;
    return [ours`- ${t('hover.requirements-of', { title, ids: joined(ids, t('list.separator')) })}`];
  });
  return lines.length ? ours`---\n\n**${t('crosswalk.touching')}**\n\n${joined(lines, '\n')}` : ours``;
}

/** The sources that an assessment names, or else those of the setting; all where neither names any. */
export function chosenSources(
  sources: readonly Source[],
  named: readonly string[],
  setting: readonly string[],
): readonly Source[] {
  const wanted = named.length ? named : setting;
  return wanted.length ? sources.filter(({ id }) => wanted.includes(id)) : sources;
}
