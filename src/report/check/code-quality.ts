/** Problems as a Code Quality report, which GitLab shows in merge requests. */
import { LineIndex } from '../../assessment/yaml/lines';
import { listJson, printable, printableJson, type Groups } from '../../messages/printable';
import type { Printable } from '../../messages/safe-text';
import type { Severity } from '../../rules/rule';
import type { Checked } from './result';
import { fingerprints } from './sarif-fingerprint';

/** GitLab's severities, which has five. */
const severities: Record<Severity, string> = { error: 'critical', warning: 'major', info: 'info' };

/**
 * The output of `check --format codequality` for one assessment, as JSON. Paths are relative to the repository's root;
 * fingerprints are unique within the whole report, so they include the path.
 */
export function codeQualityPart({ path, assessment, problems }: Checked): Printable {
  const lines = new LineIndex(assessment.text);
  const identities = fingerprints(assessment, problems);
  const entries = problems.map(({ rule, severity, message, span }, index) => ({
    description: printable(message),
    check_name: rule,
    fingerprint: `${path}:${identities[index]}`,
    severity: severities[severity],
    location: {
      path,
      lines: { begin: lines.positionAt(span.start).line + 1, end: lines.positionAt(span.end).line + 1 },
    },
  }));
  return printableJson(entries, true);
}

/** The report of all assessments, joined from their parts, in pieces. */
export function codeQualityReport(parts: readonly Printable[]): Generator<Printable> {
  return listJson(entriesIn(parts));
}

function* entriesIn(parts: readonly Printable[]): Groups {
  for (const part of parts) yield JSON.parse(part) as object[];
}
