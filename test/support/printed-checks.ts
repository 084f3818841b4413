/** What `check` prints for other programs, read back. */
import { join } from 'node:path';
import type { AssessmentLine } from '../../src/report/check/json-lines-model';
import type { AssessmentResult } from '../../src/report/check/result';
import { Session } from './session';
import { root } from './root';

export const examples = join(root, 'examples');

export interface SarifResult {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: {
    readonly physicalLocation: {
      readonly artifactLocation: { readonly uri: string; readonly uriBaseId?: string };
      readonly region: Record<string, number>;
    };
    readonly logicalLocations?: { readonly fullyQualifiedName: string }[];
  }[];
  readonly relatedLocations?: {
    readonly physicalLocation: { readonly region: Record<string, number> };
    readonly message: { readonly text: string };
  }[];
  readonly partialFingerprints: { readonly primaryLocationLineHash: string };
  readonly suppressions: { readonly kind: string; readonly status: string; readonly justification?: string }[];
}
/** What the tests read of a SARIF log. */
export interface Sarif {
  readonly runs: [
    {
      readonly tool: {
        readonly driver: {
          readonly language: string;
          readonly rules: { id: string; shortDescription: { text: string }; defaultConfiguration: { level: string } }[];
        };
      };
      readonly invocations: [
        { readonly executionSuccessful: boolean; readonly toolExecutionNotifications: { message: { text: string } }[] },
      ];
      readonly artifacts: {
        location: { uri: string };
        properties: Pick<AssessmentResult, 'subject' | 'assessed' | 'overall' | 'areas'>;
      }[];
      readonly results: SarifResult[];
    },
  ];
}

/** A session for each test of a suite, and what `check` prints in it. */
export function checks() {
  let session: Session;
  beforeEach(() => (session = new Session()));
  afterEach(() => session.remove());

  const run = async (format: string, ...args: string[]) =>
    (await session.run(['check', '--format', format, '--today', '2026-11-23', ...args])).stdout;
  const sarif = async (...args: string[]) => JSON.parse(await run('sarif', ...args)) as Sarif;
  return {
    get session() {
      return session;
    },
    run,
    sarif,
    lines: async (...args: string[]) =>
      (await run('jsonl', ...args))
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as AssessmentLine),
    results: async (...args: string[]) => (await sarif(...args)).runs[0].results,
  };
}
