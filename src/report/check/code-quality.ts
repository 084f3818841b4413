/** Problems as a Code Quality report, which GitLab shows in merge requests. */
import { LineIndex } from '../../assessment/yaml/lines';
import { nestedJson, printable } from '../../messages/printable';
import { joined, ours, type Printable } from '../../messages/safe-text';
import type { Severity } from '../../rules/rule';
import type { Checked } from './result';
import { fingerprints } from './sarif-fingerprint';

/** GitLab's severities, which has five. */
const severities: Record<Severity, string> = { error: 'critical', warning: 'major', info: 'info' };

/**
 * The entries of `check --format codequality` for one assessment: items of the report's list, separated by commas and
 * empty without problems. Paths are relative to the repository's root; fingerprints are unique within the whole report,
 * so they include the path.
 */
export function codeQualityEntries({ path, assessment, problems }: Checked): Printable {
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
  return joined(
    entries.map((entry) => ours`\n  ${nestedJson(entry, '  ')}`),
    ',',
  );
}
