/**
 * npm run site: makes the documentation, the sheet and the rules a site of static pages (dist/site). It works from a
 * disk as well as from a server, with its search, and asks no network for anything.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { languages } from '../../src/messages/messages';
import { laidOut } from './layout';
import { rendered } from './markdown';
import { navigation, pagesIn, root } from './sources';

/** The files of the site by their address. */
export async function site(): Promise<Map<string, string | Uint8Array>> {
  const files = new Map<string, string | Uint8Array>();
  for (const language of languages) {
    const groups = navigation(language);
    const pages = pagesIn(language).map((page) => ({ page, text: rendered(page) }));
    for (const { page, text } of pages) files.set(page.address, laidOut(page, text, groups));
    const sections = pages.flatMap(({ text }) => text.sections);
    files.set(`search-${language}.js`, `globalThis.siteSections = ${JSON.stringify(sections)};\n`);
  }
  for (const picture of picturesIn(files)) files.set(picture, readFileSync(join(root, picture)));
  files.set('site.css', readFileSync(join(__dirname, 'site.css')));
  files.set('search.js', await searchScript());
  return files;
}

/** The pictures that pages show. */
function picturesIn(files: ReadonlyMap<string, string | Uint8Array>): Set<string> {
  const pages = [...files.values()].filter((content) => typeof content === 'string');
  return new Set(
    pages.flatMap((html) => [...html.matchAll(/ src="(?:\.\.\/)*(media\/[^"]+)"/g)].map(([, path = '']) => path)),
  );
}

/** The search as one script, since no modules are loaded from a disk; with the licence of what is in it. */
async function searchScript(): Promise<string> {
  const licence = readFileSync(join(root, 'node_modules', 'minisearch', 'LICENSE.txt'), 'utf8');
  const { outputFiles } = await build({
    entryPoints: [join(__dirname, 'browser.ts')],
    bundle: true,
    minify: true,
    format: 'iife',
    banner: { js: `/*!\nMiniSearch\n\n${licence}*/` },
    target: 'es2022',
    write: false,
  });
  return outputFiles[0]?.text ?? '';
}

async function write(folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  const files = await site();
  for (const [address, content] of files) {
    mkdirSync(join(folder, dirname(address)), { recursive: true });
    writeFileSync(join(folder, address), content);
  }
  console.log(`${files.size} files in ${folder}`);
}

if (require.main === module) void write(join(root, 'dist', 'site'));
