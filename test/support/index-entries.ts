/** Entries of the index of assessments, as reading a file makes them. */
import type * as vscode from 'vscode';
import type { Basis } from '../../src/extension/assessments/basis';
import type { IndexedFile } from '../../src/extension/assessments/indexed-file';

/** The basis of an entry that holds until the end of 2026. */
export const basis: Basis = {
  stamp: '1 2',
  bytes: 'content',
  around: 'english',
  from: '2026-11-23',
  until: '2026-12-31',
  links: [['docs/a.md', false]],
  evidence: 'there',
};

/** The entry of a file with one problem. */
export function entry(path: string, own: Partial<IndexedFile> = {}, scheme = 'file'): IndexedFile {
  const address = `${scheme}://${path}`;
  const overall = { mean: 2.5, target: 3, floor: 1, scored: 2, applicable: 27, excluded: 0, belowTarget: 1 };
  const start = { line: 1, character: 2 };
  return {
    uri: { scheme, path, toString: () => address } as vscode.Uri,
    address,
    path: path.slice(1),
    content: { subject: 'Router ⟦1⟧', scorable: true, overall, problems: { errors: 0, warnings: 1, infos: 0 } },
    problems: [{ rule: 'stale-assessment', severity: 'warning', message: 'No target', range: { start, end: start } }],
    cites: [],
    basis,
    ...own,
  };
}
