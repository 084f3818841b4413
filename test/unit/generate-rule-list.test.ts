import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ruleLists } from '../../src/generate-rule-list';
import { root } from '../support/root';
import { yaml } from '../support/yaml';

const rules = join(root, 'src', 'rules');

describe('A new rule', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'rules-'));
    cpSync(rules, folder, { recursive: true });
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  const add = (file: string, head: string) =>
    writeFileSync(
      join(folder, file),
      yaml`
        import type { Rule } from './rule';

        ${head}
          check: () => [],
        };
      `,
    );

  it('is one file: the lists of rules take it up, in its place', () => {
    add(
      'lonely-assessor.ts',
      yaml`
        export const lonelyAssessor: Rule = {
          id: 'lonely-assessor',
          severity: 'info',`,
    );
    const lists = ruleLists(folder);
    assert.match(
      lists.get('src/assessment/rule-ids.ts') ?? '',
      /'unreachable-target',\n {2}'lonely-assessor',\n {2}'missing-evidence',/,
    );
    assert.match(lists.get('src/rules/index.ts') ?? '', /import \{ lonelyAssessor \} from '\.\/lonely-assessor';/);
    assert.match(
      lists.get('src/rules/index.ts') ?? '',
      /\n {2}unreachableTarget,\n {2}lonelyAssessor,\n {2}missingEvidence,/,
    );
  });

  it('is refused where file, constant and id do not agree, with the words it should begin with', () => {
    add(
      'lonely-assessor.ts',
      yaml`
        export const lonely: Rule = {
          id: 'lonely-assessor',
          severity: 'info',`,
    );
    assert.throws(() => ruleLists(folder), {
      message: `lonely-assessor.ts: a rule begins "export const lonelyAssessor: Rule = { id: 'lonely-assessor', severity: …"`,
    });
  });
});
