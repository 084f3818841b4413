/**
 * Snippets among the completions: in a file without content a whole assessment, and what can begin one; elsewhere those
 * that fit, once their prefix is typed. VS Code's own list of snippets is off, as it knows no places; Tab behind a
 * prefix works all the same.
 */
import snippets from '../../media/snippets.json';
import type { TypedPlace } from '../assessment/cursor';
import { mapKindAt, type MapKind } from '../assessment/model';
import { placeholder } from '../assessment/edit/proof';
import { newAssessment } from '../assessment/template';
import { lineStart } from '../assessment/yaml/text-edit';
import { defaultTarget } from '../sheet/sheet';
import type { CompletionContext, Draft } from './completion-item';

type Name = keyof typeof snippets;

/** What fits where a key of each kind of map is typed. */
const fitting: { readonly [kind in MapKind]?: readonly Name[] } = {
  services: ['service', 'exclusion'],
  citation: ['evidence'],
  action: ['action'],
};

/** The snippets that can stand where a key is typed. */
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

/** Nothing else is in the file. */
function isAlone({ path, file: { tree } }: TypedPlace): boolean {
  return path.length === 1 && tree?.kind === 'map' && !tree.flow && tree.entries.length === 1;
}

/**
 * Every service, ready to be scored; what is assessed is typed first, in quotes, as it may hold what only they let
 * pass.
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
    // A path is chosen, not made up.
    continues: name === 'evidence',
  };
}

function bodyOf(name: Name): readonly string[] {
  return [snippets[name].body].flat();
}
