/** Problems as SARIF 2.1.0, which code hosts and viewers of findings read. */
import { serviceAt } from '../../assessment/cursor';
import { LineIndex } from '../../assessment/yaml/lines';
import type { RuleId } from '../../assessment/vocabulary';
import type { Span } from '../../assessment/yaml/tree';
import type { Translate } from '../../messages/messages';
import { nestedJson, printable } from '../../messages/printable';
import { joined, ours, type Printable } from '../../messages/safe-text';
import { chosenSeverity, type SeverityOverrides } from '../../rules/check';
import { rules } from '../../rules/index';
import type { FindingPart, Severity } from '../../rules/rule';
import { scoredServices } from '../../scoring/score';
import { frameworkUrl } from '../../sheet/references';
import { findService, type Sheet } from '../../sheet/sheet';
import { repository, version } from '../../../package.json';
import { assessmentResult, type Checked } from './result';
import { artifactLocation, rootId } from './sarif-artifact';
import { fingerprints } from './sarif-fingerprint';
import { automationDetails, type Environment } from './sarif-run';

/** The context of a file's part of the log. */
export interface SarifContext {
  readonly sheet: Sheet;
  readonly t: Translate;
  readonly overrides: SeverityOverrides;
}

const levels: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'note' };

/** A finding before output: a problem, or an exclusion. */
interface Finding {
  readonly rule: RuleId;
  readonly level: string;
  readonly message: string;
  readonly span: Span;
  readonly suppressions: readonly object[];
  readonly parts?: readonly FindingPart[];
}

/** The part of the log for one file; its index among the artifacts is not known yet. */
export interface SarifPart {
  readonly artifact: object;
  readonly results: readonly {
    readonly locations: readonly { readonly physicalLocation: { readonly artifactLocation: { index: number } } }[];
  }[];
}

/**
 * The part for a file: its figures as properties of the artifact, its problems, and a suppressed result for each
 * excluded service.
 */
export function sarifPart(checked: Checked, context: SarifContext): SarifPart {
  return { artifact: artifactOf(checked, context), results: resultsOf(checked, context) };
}

/**
 * The output of `check --format sarif` up to its first result: one run with all rules and their help, in the language
 * of the run. Paths are relative to the repository's root, or absolute outside it. Results come as files are checked;
 * what is known only at the end follows them.
 */
export function sarifStart(t: Translate): Printable {
  const run = {
    tool: { driver: driverIn(t) },
    originalUriBaseIds: { [rootId]: { description: { text: t('report.sarif.root') } } },
    columnKind: 'utf16CodeUnits',
    newlineSequences: ['\r\n', '\n', '\r'],
  };
  const head = ours`{\n  "$schema": "${schema}",\n  "version": "2.1.0",\n  "runs": [\n    {`;
  return ours`${head}${keysOf(run)},\n${margin}"results": [`;
}

const schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** The indentation of a run's keys. */
const margin = '      ';

/** Keys of the run with their values. */
function keysOf(values: Readonly<Record<string, unknown>>): Printable {
  const keys = Object.entries(values).map(([key, value]) => {
    return ours`\n${margin}"${printable(key)}": ${nestedJson(value, margin)}`;
  });
  return joined(keys, ',');
}

/** Takes a file's part, a `SarifPart` as JSON, apart: its results are written at once, its artifact at the end. */
export function splitPart(json: string, index: number): { written: Printable; kept: Printable } {
  const { artifact, results } = JSON.parse(json) as SarifPart;
  for (const { locations } of results) {
    for (const { physicalLocation } of locations) physicalLocation.artifactLocation.index = index;
  }
  return { written: joined(results.map(itemOf), ','), kept: itemOf(artifact) };
}

/** The item of a list of the run, on lines of its own. */
function itemOf(value: object): Printable {
  return ours`\n${margin}  ${nestedJson(value, `${margin}  `)}`;
}

/**
 * The rest, in pieces: the `artifacts` kept, a sentence for each unreadable file in `unread`, and the build that `env`,
 * the variables of a build server, describes.
 */
export function* sarifEnd(
  artifacts: readonly Printable[],
  unread: readonly string[],
  t: Translate,
  env: Environment,
): Generator<Printable> {
  const notifications = unread.map((text) => ({ level: 'error', message: message(text) }));
  yield ours`\n${margin}],\n${margin}"artifacts": [`;
  for (const [index, artifact] of artifacts.entries()) yield ours`${index ? ',' : ''}${artifact}`;
  const rest = {
    invocations: [{ executionSuccessful: unread.length === 0, toolExecutionNotifications: notifications }],
    automationDetails: automationDetails(env),
  };
  yield ours`\n${margin}],${keysOf(rest)}\n    }\n  ]\n}\n`;
}

const productName = 'PSIRT Maturity';

function driverIn(t: Translate) {
  return {
    name: productName,
    fullName: `${productName} ${version}`,
    version,
    semanticVersion: version,
    informationUri: repository.url.replace(/\.git$/, ''),
    language: t.language,
    rules: rulesIn(t),
  };
}

/**
 * The rules. Those that depend on the sheet, not only on the text, link to the document on which the sheet is based.
 */
function rulesIn(t: Translate) {
  return rules.map(({ id, severity, readsText }) => {
    const help = [t(`key.rules.${id}`), t('rules.default', { severity }), t('rules.severities')];
    return {
      id,
      name: inPascalCase(id),
      shortDescription: { text: help[0] },
      fullDescription: { text: help[0] },
      help: { text: help.join('\n').replace(/`/g, ''), markdown: help.join('\n\n') },
      ...(readsText ? {} : { helpUri: frameworkUrl }),
      defaultConfiguration: { level: levels[severity] },
    };
  });
}

/** The name of a rule in Pascal case, as consumers expect: `BelowTarget`. */
function inPascalCase(id: string): string {
  return id
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}

/** The artifact of a file; consumers that ignore its properties lose no problem. */
function artifactOf(checked: Checked, context: SarifContext) {
  const { path, subject, assessed, overall, areas } = assessmentResult(checked, context.sheet);
  const about = checked.deletion ? { roles: ['deleted'] } : { properties: { subject, assessed, overall, areas } };
  return { location: artifactLocation(path, context.t), mimeType: 'application/yaml', ...about };
}

function resultsOf(one: Checked, context: SarifContext): SarifPart['results'] {
  const { assessment, problems, path } = one;
  const lines = new LineIndex(assessment.text);
  const findings = [
    ...problems.map((problem): Finding => ({ ...problem, level: levels[problem.severity], suppressions: [] })),
    ...exclusionsOf(one, context),
  ];
  const identities = fingerprints(assessment, findings);
  const relatedLocation = ({ span, name }: FindingPart) => ({
    physicalLocation: { artifactLocation: artifactLocation(path, context.t), region: regionOf(span, lines) },
    message: message(name),
  });
  return findings.map((finding, index) => {
    const physicalLocation = {
      artifactLocation: { ...artifactLocation(path, context.t), index: 0 },
      region: regionOf(finding.span, lines),
    };
    const service = serviceAt(assessment, finding.span.start);
    return {
      ruleId: finding.rule,
      ruleIndex: rules.findIndex(({ id }) => id === finding.rule),
      level: finding.level,
      message: message(finding.message),
      locations: [
        {
          physicalLocation,
          ...(service ? { logicalLocations: [{ name: service, fullyQualifiedName: `services.${service}` }] } : {}),
        },
      ],
      ...(finding.parts ? { relatedLocations: finding.parts.map((part) => relatedLocation(part)) } : {}),
      partialFingerprints: { primaryLocationLineHash: identities[index] },
      suppressions: finding.suppressions,
    };
  });
}

/**
 * Excluded services as suppressed results: without the exclusion each would be a missing score. The reason is the
 * justification; without one the suppression is under review. At most a note, since some consumers do not support
 * suppressions.
 */
function exclusionsOf({ assessment, scored, deletion }: Checked, { sheet, t, overrides }: SarifContext): Finding[] {
  if (deletion || chosenSeverity('missing-score', assessment, overrides) === 'off') return [];
  return scoredServices(scored).flatMap(({ id, state, reason }): Finding[] => {
    const entry = assessment.services.get(id);
    if (state !== 'excluded' || !entry?.excluded) return [];
    const justification = reason ? { justification: printable(reason), status: 'accepted' } : { status: 'underReview' };
    const text = t('report.sarif.excluded', { id, title: findService(sheet, id)?.title ?? '' });
    return [
      {
        rule: 'missing-score',
        level: 'note',
        message: text,
        span: entry.key,
        suppressions: [{ kind: 'inSource', ...justification }],
      },
    ];
  });
}

function regionOf({ start, end }: Span, lines: LineIndex) {
  const [from, to] = [lines.positionAt(start), lines.positionAt(end)];
  return {
    startLine: from.line + 1,
    startColumn: from.character + 1,
    endLine: to.line + 1,
    endColumn: to.character + 1,
  };
}

/**
 * A message in which braces (placeholders in SARIF) and brackets before a parenthesis (links) from a file are escaped.
 */
function message(text: string) {
  return {
    text: printable(text)
      .replace(/[{}]/g, '$&$&')
      .replace(/(?<!\\)(\\*)\]\(/g, '$1$1\\]('),
  };
}
