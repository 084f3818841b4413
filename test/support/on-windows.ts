/** Runs a module of ours as on Windows: with its paths, on a disk that a test makes up. */
import { buildSync } from 'esbuild';
import { createRequire } from 'node:module';
import { win32 } from 'node:path';
import { join } from 'node:path/posix';
import { createContext, runInContext } from 'node:vm';
import { root } from './root';

const require = createRequire(__filename);

/** The exports of a source file, bundled with what it imports; `fs` stands for the file system. */
export function onWindows<Module>(source: string, fs: object): Module {
  const entry = join(root.replaceAll('\\', '/'), 'src', source);
  const built = buildSync({ entryPoints: [entry], bundle: true, write: false, format: 'cjs', platform: 'node' });
  const module = { exports: {} as Module };
  const load = (name: string): unknown => ({ 'node:path': win32, 'node:fs': fs })[name] ?? require(name);
  const onWindowsProcess = Object.create(process, { platform: { value: 'win32' } }) as NodeJS.Process;
  const own = { module, exports: module.exports, require: load, process: onWindowsProcess };
  const globals = { ...own, Buffer, TextDecoder, TextEncoder };
  runInContext(built.outputFiles[0]?.text ?? '', createContext(globals));
  return module.exports;
}
