/** A client of the language server with one file open, an assessment of a router. */
import type { Diagnostic } from 'vscode-languageserver/node';
import { Client } from './language-client';
import { yaml } from './yaml';

export const uri = 'file:///w/router.psirt.yaml';

export const head = yaml`
  sheet: psirt-maturity@1.0
  subject: Router
  assessed: 2026-11-20
`;

/** The router's assessment, citing a link for 1.1. */
export const cites = (link: string): string => yaml`
  ${head}services:
    "1.1":
      score: 3
      evidence:
        - ${link}
`;

export const codes = (found: readonly Diagnostic[]): unknown[] => found.map(({ code }) => code);

/** Starts a client for a test, which is stopped after it; to be called once in a file of tests. */
export function clientPerTest(): typeof Client.start {
  let client: Client | undefined;
  afterEach(() => client?.stop());
  return async (...args) => (client = await Client.start(...args));
}
