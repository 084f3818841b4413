import assert from 'node:assert/strict';
import manifest from '../../../package.json';
import { readWhenClause, type Context } from '../../support/when-clause';

/** Keys that VS Code sets, where our clauses ask for them. */
const keysOfVSCode = [
  'explorerResourceIsFolder',
  'resourceFilename',
  'resourceLangId',
  'view',
  'viewItem',
  'webviewId',
  'webviewSection',
  'workbenchState',
];
/** Keys that the extension sets. */
const ownKeys = ['psirtMaturity.active', 'psirtMaturity.assessments.found'];

/** All conditions of the manifest, with the place they stand at. */
function clausesIn(part: unknown, path: string): [path: string, clause: string][] {
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, value]) => {
    const isClause = typeof value === 'string' && (key === 'when' || key === 'enablement');
    return isClause ? [[`${path}.${key}`, value] as [string, string]] : clausesIn(value, `${path}.${key}`);
  });
}

describe('When-clauses', () => {
  const clauses = clausesIn(manifest.contributes, 'contributes');

  it('are read by the grammar of VS Code, which drops what it cannot read', () => {
    assert.ok(clauses.length > 20);
    for (const [path, clause] of clauses) assert.doesNotThrow(() => readWhenClause(clause), path);
  });

  it('ask for nothing that nobody sets', () => {
    const asked = new Set(clauses.flatMap(([, clause]) => [...readWhenClause(clause).keys]));
    assert.deepEqual([...asked].sort(), [...keysOfVSCode, ...ownKeys].sort());
  });

  it('name views that there are', () => {
    const views = Object.values(manifest.contributes.views)
      .flat()
      .map(({ id }) => id);
    const named = clauses.flatMap(([, clause]) => [...clause.matchAll(/\bview == (\S+)/g)].map(([, id]) => id ?? ''));
    assert.deepEqual(
      named.filter((id) => !views.includes(id)),
      [],
    );
  });

  const table: readonly [clause: string, context: Context, holds: boolean][] = [
    ['a', { a: 'x' }, true],
    ['!a', { a: false }, true],
    ['!(a =~ /^x/)', { a: 'yx' }, true],
    ['a && b || c', { c: 1 }, true],
    ['a && (b || c)', { c: 1 }, false],
    ['!true || a == in', { a: 'in' }, true],
    ["a == 'b c' && a != b", { a: 'b c' }, true],
    ['a>=1 && a < 3', { a: 2 }, true],
    ['a in b', { a: 1, b: [1] }, true],
    ['a not in b', { a: 2, b: [1] }, true],
    ['a =~ /[/]\\/x/i && b', { a: '//X', b: 1 }, true],
    ['vim.use<C-r>', { 'vim.use<C-r>': true }, true],
  ];
  for (const [clause, context, holds] of table) {
    it(`${clause} ${holds ? 'holds' : 'does not hold'} for ${JSON.stringify(context)}`, () => {
      assert.equal(readWhenClause(clause).holds(context), holds);
    });
  }

  for (const clause of [
    '',
    'a !~ /b/',
    'a = b',
    'a & b',
    'a | b',
    'a b',
    '(a',
    'a)',
    'a =~ b',
    "a == 'b",
    'a not b',
    '!!a',
    'a &&',
    'a =~ /b',
    'a =~ /(/',
    'a == /b',
  ]) {
    it(`${JSON.stringify(clause)} is none`, () => assert.throws(() => readWhenClause(clause)));
  }
});

describe('The menus', () => {
  const { menus, commands } = manifest.contributes;
  /** What a menu offers where its keys are set so. */
  const offered = (menu: readonly { readonly command: string; readonly when?: string }[], context: Context) =>
    menu
      .filter(({ when = 'true' }) => readWhenClause(when).holds(context))
      .map(({ command }) => command.replace('psirtMaturity.', ''));
  const ofAssessments = ['startNextAssessment', 'exportReport', 'importCsv', 'compare'];
  const inExplorer = (name: string, folder = false) =>
    offered(menus['explorer/context'], {
      'psirtMaturity.active': true,
      resourceFilename: name,
      explorerResourceIsFolder: folder,
    });

  it('offer at each kind of file in the Explorer what can be done with it', () => {
    assert.deepEqual(inExplorer('charter.md'), ['findCitations']);
    assert.deepEqual(inExplorer('router.yaml'), ['findCitations']);
    for (const name of ['router.psirt.yaml', 'router.psirt.yml', 'ROUTER.PSIRT.YAML'])
      assert.deepEqual(inExplorer(name), ofAssessments, name);
  });

  it('offer at a folder to begin an assessment in it, whatever its name', () => {
    for (const name of ['docs', 'old.psirt.yaml']) assert.deepEqual(inExplorer(name, true), ['newAssessment']);
  });

  it('say nothing of citations while there is no assessment', () => {
    assert.deepEqual(offered(menus['explorer/context'], { resourceFilename: 'charter.md' }), []);
  });

  it('offer the same above an editor, whatever the case of its name and whichever language it is in', () => {
    const above = (context: Context) => offered(menus['editor/title'], context);
    const all = above({ resourceLangId: 'psirt-yaml', resourceFilename: 'Untitled-1' });
    assert.deepEqual(all, [
      'openGridToSide',
      'scoreStepByStep',
      'startIndividualScoring',
      'reconcileAssessments',
      'exportReport',
      'compare',
    ]);
    assert.deepEqual(above({ resourceLangId: 'yaml', resourceFilename: 'Router.PSIRT.yaml' }), all);
    assert.deepEqual(above({ resourceLangId: 'markdown', resourceFilename: 'charter.md' }), []);
  });

  it('name commands that there are', () => {
    const known = new Set(commands.map(({ command }) => command));
    const named = Object.values(menus)
      .flat()
      .map(({ command }) => command);
    assert.deepEqual(
      named.filter((command) => !known.has(command)),
      [],
    );
  });
});

describe('The defaults of our languages', () => {
  it('let Enter begin a line where what is suggested is there already', () => {
    for (const defaults of Object.values(manifest.contributes.configurationDefaults))
      assert.equal(defaults['editor.acceptSuggestionOnEnter'], 'smart');
  });
});
