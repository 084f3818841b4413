import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { preProcessFile } from 'typescript';
import { root } from '../../support/root';

const src = join(root, 'src');

const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => join(src, name));

/** The files a file imports, also for their types alone or later on. */
function importsOf(file: string): string[] {
  const names = preProcessFile(readFileSync(file, 'utf8')).importedFiles.map(({ fileName }) => fileName);
  return names
    .filter((name) => name.startsWith('.'))
    .flatMap((name) => ['.ts', '.tsx'].map((ending) => join(dirname(file), name) + ending).filter(existsSync));
}

/** The files that lead back to themselves, each with the way it goes. */
function circlesIn(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const circles: string[] = [];
  const done = new Set<string>();
  const visit = (file: string, way: readonly string[]): void => {
    const start = way.indexOf(file);
    if (start >= 0) return void circles.push([...way.slice(start), file].join('\n  -> '));
    if (done.has(file)) return;
    for (const next of graph.get(file) ?? []) visit(next, [...way, file]);
    done.add(file);
  };
  for (const file of graph.keys()) visit(file, []);
  return circles;
}

describe('The imports of the sources', () => {
  it('go round in no circle, not even for types: of two files one is below the other', () => {
    assert.ok(files.length > 300, String(files.length));
    assert.deepEqual(circlesIn(new Map(files.map((file) => [file, importsOf(file)]))), []);
  });

  it('are searched for circles that are there', () => {
    const graph = new Map([
      ['a', ['b']],
      ['b', ['c', 'd']],
      ['c', ['a']],
      ['d', []],
    ]);
    assert.deepEqual(circlesIn(graph), ['a\n  -> b\n  -> c\n  -> a']);
  });
});
