import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { getLanguageService } from 'yaml-language-server';

/**
 * A validation of a text by `yaml-language-server` with our schema: a fresh document each time, as after a keystroke.
 */
export async function languageServerValidation(text: string): Promise<() => Promise<unknown>> {
  const validate = languageServer();
  return () => validate(text);
}

/** `yaml-language-server` with our schema: what it reports of a text, as offsets. */
export function languageServer(): (text: string) => Promise<{ start: number; end: number; message: unknown }[]> {
  const schema = JSON.parse(
    readFileSync(join(process.cwd(), 'schemas', 'psirt-assessment.schema.json'), 'utf8'),
  ) as object;
  const service = getLanguageService({
    schemaRequestService: () => Promise.reject(new Error('no requests')),
    workspaceContext: { resolveRelativePath: (path: string) => path },
  } as never);
  service.configure({
    validate: true,
    hover: true,
    completion: true,
    format: false,
    schemas: [{ uri: 'file:///psirt.schema.json', fileMatch: ['*.psirt.yaml'], schema }],
  } as never);
  let version = 0;
  return async (text) => {
    const document = TextDocument.create('file:///full.psirt.yaml', 'yaml', ++version, text);
    const diagnostics = await service.doValidation(document, false);
    return diagnostics.map(({ range, message }) => ({
      start: document.offsetAt(range.start),
      end: document.offsetAt(range.end),
      message,
    }));
  };
}
