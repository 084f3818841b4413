import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AssessmentLine } from '../../../src/report/check/json-lines-model';
import { FleetTables } from '../../support/duckdb';
import { root } from '../../support/root';
import { allScored, Session } from '../../support/session';

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const mean = (values: readonly number[]): number => sum(values) / values.length;
const close = (actual: unknown, expected: number): void =>
  assert.ok(Math.abs(Number(actual) - expected) < 1e-9, `${String(actual)} is not ${expected}`);

describe('the example of a fleet', () => {
  let tables: FleetTables | undefined;
  let lines: AssessmentLine[];
  const session = new Session();

  before(async function () {
    tables = await FleetTables.open();
    if (!tables) {
      this.test?.parent?.tests.forEach((test) => (test.title += ' (skipped: no build of DuckDB for this system)'));
      return this.skip();
    }
    session.write({ 'own/router.psirt.yaml': allScored(2), 'own/router.mine.psirt.yaml': individual });
    const check = async (day: string, unit: string, repository: string, folder: string) => {
      const output = `results/day=${day}/unit=${unit}/${repository}.jsonl`;
      await session.run(['check', folder, '--fail-on', 'never', '--today', '2026-11-27', '--output', output]);
      return session.read(output);
    };
    const examples = await check('2026-11-27', 'products', 'examples', join(root, 'examples'));
    await check('2026-11-20', 'networks', 'router', 'own');
    session.write({ 'own/router.psirt.yaml': allScored(3) });
    const own = await check('2026-11-27', 'networks', 'router', 'own');
    lines = (examples + own)
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as AssessmentLine);
    lines = lines.filter(({ individual_for }) => individual_for === null);
    await tables.fill(join(session.folder, 'results', '*', '*', '*.jsonl'));
  });

  after(() => {
    tables?.close();
    session.remove();
  });

  const rows = async (table: string) => (await tables?.rows(table)) ?? [];

  it('counts each assessment once, with its newest line, and no individual scoring', async () => {
    const [networks, products] = await rows('by_unit');
    assert.deepEqual([networks?.['unit'], networks?.['assessments'], networks?.['mean']], ['networks', '1', mean3]);
    assert.deepEqual([products?.['unit'], products?.['assessments']], ['products', '3']);
    assert.equal((await rows('lines')).length, 7);
    assert.equal((await rows('latest')).length, 4);
  });

  it('has the means, coverage and shares that our own lines say', async () => {
    const own = lines.filter(({ path }) => path.includes('examples'));
    const [, products] = await rows('by_unit');
    close(products?.['mean'], mean(own.flatMap(({ mean: one }) => one ?? [])));
    close(products?.['coverage'], sum(own.map(({ scored }) => scored)) / sum(own.map(({ applicable }) => applicable)));
    close(
      products?.['services_at_target'],
      1 - sum(own.map(({ below_target }) => below_target)) / sum(own.map(({ scored }) => scored)),
    );
  });

  it('has each area and each service, with what is scored of it', async () => {
    const [areas, services] = [await rows('by_area'), await rows('by_service')];
    assert.deepEqual([areas.length, services.length], [6, 28]);
    const all = lines.flatMap((line) => line.services);
    for (const row of services) {
      const scores = all.filter(({ id }) => id === row['service']).flatMap(({ score }) => score ?? []);
      assert.deepEqual([row['scored'], row['lowest']], [String(scores.length), scores.sort()[0] ?? null]);
      if (scores.length > 0) close(row['mean'], mean(scores));
      else assert.equal(row['mean'], null);
    }
    for (const row of areas)
      close(row['mean'], mean(lines.flatMap((line) => line.areas.find(({ id }) => id === row['area'])?.mean ?? [])));
  });

  it('counts the problems of each rule, and the assessments that have them', async () => {
    const problems = lines.flatMap((line) => line.problems.map(({ rule }) => ({ rule, path: line.path })));
    for (const { rule, problems: count, assessments } of await rows('by_rule')) {
      const own = problems.filter((one) => one.rule === rule);
      assert.deepEqual([count, assessments], [String(own.length), String(new Set(own.map(({ path }) => path)).size)]);
    }
  });

  it('shows how the units moved from day to day', async () => {
    const trend = await rows('trend');
    assert.deepEqual(
      trend.map(({ day, unit }) => [day, unit]),
      [
        ['2026-11-20', 'networks'],
        ['2026-11-27', 'networks'],
        ['2026-11-27', 'products'],
      ],
    );
    assert.ok(Number(trend[0]?.['mean']) < Number(trend[1]?.['mean']));
  });

  it('names columns that the lines have, and no others', () => {
    const schema = JSON.parse(readFileSync(join(root, 'schemas', 'result-line.schema.json'), 'utf8')) as {
      properties: Record<string, unknown>;
    };
    const sql = readFileSync(join(root, 'examples', 'fleet', 'lines.sql'), 'utf8');
    const columns = [...sql.matchAll(/^ {4}(\w+): '/gm)].map(([, name = '']) => name);
    assert.ok(columns.length > 10);
    for (const name of columns) assert.ok(Object.hasOwn(schema.properties, name), name);
  });
});

/** The mean of `allScored(3)`: 25 services at 3, and two metrics at 0. */
const mean3 = (25 * 3) / 27;

const individual = allScored(1, 'individual-for: router.psirt.yaml\nassessors: [Mine]\n');
