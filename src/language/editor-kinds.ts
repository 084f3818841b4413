/** The icons of completions and symbols, by names that VS Code and the Language Server Protocol share. */
import type { CitationCompletion } from './citation-completion';
import type { Completion } from './completion-item';
import type { OutlineSymbol } from './symbols';

/** Snippets do not use their own kind, since VS Code shows it only with its list of snippets, which is off. */
export const completionKinds = {
  key: 'Property',
  service: 'Field',
  level: 'EnumMember',
  value: 'Value',
  snippet: 'Struct',
} as const satisfies Record<Completion['kind'], string>;

export const citationKinds = {
  file: 'File',
  folder: 'Folder',
  heading: 'Reference',
} as const satisfies Record<CitationCompletion['kind'], string>;

export const symbolKinds = {
  key: 'Property',
  services: 'Module',
  area: 'Namespace',
  service: 'Field',
} as const satisfies Record<OutlineSymbol['kind'], string>;

export const severityKinds = { error: 'Error', warning: 'Warning', info: 'Information' } as const;
