/** Problems as JUnit XML, which build servers show as tests. */
import { h, type ComponentChild } from 'preact';
import { render } from 'preact-render-to-string';
import { LineIndex } from '../../assessment/yaml/lines';
import { printable, printableMarkup } from '../../messages/printable';
import { ours, type Printable } from '../../messages/safe-text';
import { chosenSeverity, rulesFor, type SeverityOverrides } from '../../rules/check';
import type { Problem, Severity } from '../../rules/rule';
import type { Checked } from './result';

export interface JUnitContext {
  readonly overrides: SeverityOverrides;
  /** Severities that fail a test; problems of others are its output. */
  readonly failing: readonly Severity[];
}

/**
 * The output of `check --format junit`: an assessment as a test suite with a test for each rule that is not off, so
 * that a test has the same name whether or not it fails. Paths are relative to the repository's root.
 */
export function junitSuite(checked: Checked, context: JUnitContext): Printable {
  const { path, assessment, problems } = checked;
  const active = rulesFor(checked).filter(({ id }) => chosenSeverity(id, assessment, context.overrides) !== 'off');
  const tests = active.map(({ id }) =>
    testOf(
      id,
      problems.filter(({ rule }) => rule === id),
      checked,
      context,
    ),
  );
  const failures = tests.filter(({ failed }) => failed).length;
  const attributes = {
    name: printable(path),
    tests: tests.length,
    failures,
    errors: 0,
    skipped: 0,
    file: printable(path),
  };
  return ours`${printableMarkup(
    render(
      h(
        'testsuite',
        attributes,
        tests.map(({ element }) => element),
      ),
    ),
  )}\n`;
}

function testOf(rule: string, problems: readonly Problem[], { path, assessment }: Checked, { failing }: JUnitContext) {
  const lines = new LineIndex(assessment.text);
  const places = problems.map(({ span, severity, message }) => {
    const { line, character } = lines.positionAt(span.start);
    return { severity, message, text: `${path}:${line + 1}:${character + 1}: ${message}` };
  });
  const failures = places.filter(({ severity }) => failing.includes(severity));
  const others = places.filter(({ severity }) => !failing.includes(severity));
  const content: ComponentChild[] = [];
  const [first] = failures;
  if (first) content.push(h('failure', { type: first.severity, message: printable(first.message) }, textOf(failures)));
  if (others.length > 0) content.push(h('system-out', {}, textOf(others)));
  return {
    failed: first !== undefined,
    element: h('testcase', { classname: printable(path), name: rule, time: 0 }, content),
  };
}

function textOf(places: readonly { readonly text: string }[]): string {
  return places.map(({ text }) => printable(text)).join('\n');
}
