import { TextDocument } from 'vscode-languageserver-textdocument';
import { getLanguageService } from 'yaml-language-server/out/server/src/languageservice/yamlLanguageService.js';
import { SettingsState } from 'yaml-language-server/out/server/src/yamlSettings.js';
import { assessmentSchema } from '../../src/assessment/schema';
import { translator } from '../../src/messages/catalogues';
import { sheets } from './problems';
import { cursorIn, sheet, t } from './analyse';

export const schemas = { en: assessmentSchema(sheet, t), ja: assessmentSchema(sheets.ja, translator('ja')) };

/** Red Hat's YAML server as their extension starts it, with our schema for our files. */
export function yamlServer() {
  const service = getLanguageService({
    schemaRequestService: (uri: string) => Promise.reject(new Error(`nothing is fetched, not even ${uri}`)),
    workspaceContext: { resolveRelativePath: (path: string) => path },
    yamlSettings: new SettingsState(),
    clientCapabilities: {
      textDocument: {
        completion: { completionItem: { documentationFormat: ['markdown'], snippetSupport: true } },
        hover: { contentFormat: ['markdown'] },
      },
    },
  });
  // The server writes into the schema it is given.
  service.configure({
    validate: true,
    hover: true,
    completion: true,
    schemas: [{ uri: 'file:///psirt.schema.json', fileMatch: ['*.psirt.yaml'], schema: structuredClone(schemas.en) }],
  });
  let version = 0;
  const open = (text: string) => TextDocument.create('file:///sample.psirt.yaml', 'yaml', version++, text);
  const at = (sample: string) => {
    const { text, offset } = cursorIn(sample);
    const document = open(text);
    return [document, document.positionAt(offset)] as const;
  };
  return {
    problems: async (text: string) => {
      const document = open(text);
      const found = await service.doValidation(document, false);
      return found.map(({ range }) => document.getText(range));
    },
    complete: async (sample: string) => {
      const [document, position] = at(sample);
      return (await service.doComplete(document, position, false)).items;
    },
    hover: async (sample: string) => {
      const [document, position] = at(sample);
      const contents = (await service.doHover(document, position))?.contents as { value: string } | undefined;
      // It escapes what Markdown could take for markup.
      return contents?.value.replace(/\\(?=[^\w\s])/g, '') ?? '';
    },
  };
}
