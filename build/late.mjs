// Modules of the command line that run when one of their functions is first called.
import { readFile } from 'node:fs/promises';
import { basename, relative, resolve } from 'node:path';

const namespace = 'late';

/**
 * A plugin that puts, in the place of modules (paths from the project's root), functions of the same names, which load
 * the module when they are called. To those who import it, it is a module like any other; it may export nothing but
 * functions and types. Each has to be an entry point of the same build (`lateEntries`).
 */
export function late(modules) {
  return {
    name: namespace,
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^\.{1,2}\// }, ({ path: given, resolveDir }) => {
        // From the project's root, since the names of the output depend on it, and have to be the same in any folder.
        const path = `${relative('.', resolve(resolveDir, given)).replaceAll('\\', '/')}.ts`;
        return modules.includes(path) ? { path, namespace } : undefined;
      });
      onLoad({ filter: /^/, namespace }, async ({ path }) => ({
        contents: callsTo(path, await readFile(path, 'utf8')),
      }));
    },
  };
}

/** The entry points of late modules. */
export function lateEntries(modules) {
  return Object.fromEntries(modules.map((path) => [stemOf(path), path]));
}

/** The code of functions that load a module (its path and code) and call its function of the same name. */
function callsTo(path, code) {
  const exported = Array.from(code.matchAll(/^export (?!type\b|interface\b).*/gm), ([line]) => line);
  const calls = exported.map((line) => {
    const name = /^export (?:async )?function (\w+)/.exec(line)?.[1];
    if (name === undefined) throw new Error(`${path} is late, and exports no function here: ${line}`);
    return `export const ${name} = (...given) => loadLate("./${stemOf(path)}.js").${name}(...given);`;
  });
  return calls.join('\n');
}

function stemOf(path) {
  return basename(path, '.ts');
}

/** The code that loads late modules by the function of a name. */
export function withLate(code, load) {
  return code.replace(/\bloadLate\(/g, `${load}(`);
}
