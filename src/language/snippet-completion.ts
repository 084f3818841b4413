/**
 * Snippets as completions: in an empty file a whole assessment and ways to begin one; elsewhere the fitting ones, once
 * their prefix is typed. VS Code's own list of snippets, which does not consider the place, is off; Tab after a prefix
 * still works.
 */
import snippets from '../../media/snippets.json';
import type { TypedPlace } from '../assessment/cursor';
import { mapKindAt, type MapKind } from '../assessment/keys';
import { placeholder } from '../assessment/edit/proof';
import { newAssessment } from '../assessment/template';
import { lineStart } from '../assessment/yaml/text-edit';
import { defaultTarget } from '../sheet/sheet';
import type { CompletionContext, Draft } from './completion-item';

type Name = keyof typeof snippets;

/** The snippets that fit where a key of each kind of map is typed. */
const fitting: { readonly [kind in MapKind]?: readonly Name[] } = {
  services: ['service', 'exclusion'],
  citation: ['evidence'],
  action: ['action'],
};

/** The snippets valid where a key is typed. */
export function snippetDrafts(context: CompletionContext, place: TypedPlace): Draft[] {
  const { start, end } = place.span;
  const typed = context.text.slice(start, end).toLowerCase();
  const line = context.text.slice(lineStart(context.text, start), start);
  if (!'psirt'.startsWith(typed.slice(0, 5))) return [];
  if (line === '' && isAlone(place))
    return [wholeAssessment(context), ...(fitting.services ?? []).map((name) => draftOf(name, inServices))];
  const [, indent, dash = ''] = /^( *)(- )?$/.exec(line) ?? [];
  const names = fitting[mapKindAt(place.path.slice(0, -1)) ?? 'assessment'];
  if (typed === '' || indent === undefined || !names) return [];
  return names.map((name) =>
    draftOf(name, (body) => body.map((row, index) => (index ? indent + row : row.slice(dash.length)))),
  );
}

function inServices(body: readonly string[]): string[] {
  return ['services:', ...body.map((row) => `  ${row}`)];
}

/** Whether the file has no other content. */
function isAlone({ path, file: { tree } }: TypedPlace): boolean {
  return path.length === 1 && tree?.kind === 'map' && !tree.flow && tree.entries.length === 1;
}

/**
 * An assessment with every service ready to be scored. The subject is typed first, in quotes, since it may contain
 * characters that a plain text may not.
 */
function wholeAssessment({ sheet, today, t }: CompletionContext): Draft {
  const subject = t('completion.subject');
  const text = newAssessment({ subject, target: defaultTarget, today, sheet, t }).replace(/[\\$}]/g, '\\$&');
  const insertText = text
    .replace(`subject: ${subject}`, () => `subject: "${placeholder(1, subject)}"`)
    .replace('"1.1": ', '"1.1": $0');
  return {
    label: 'psirt-assessment',
    detail: t('completion.whole-assessment'),
    kind: 'snippet',
    insertText,
    snippet: true,
  };
}

function draftOf(name: Name, arrange: (body: readonly string[]) => readonly string[]): Draft {
  const { prefix, description } = snippets[name];
  return {
    label: prefix,
    detail: description,
    kind: 'snippet',
    insertText: arrange(bodyOf(name)).join('\n'),
    snippet: true,
    // The path of evidence is chosen from a list, which opens next.
    continues: name === 'evidence',
  };
}

function bodyOf(name: Name): readonly string[] {
  return [snippets[name].body].flat();
}
