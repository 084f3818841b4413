/** The formats of `check`, one object each. Code needed by only one of them is loaded on demand. */
import { isIndividual } from '../../assessment/individual';
import { nestedJson, printableJson } from '../../messages/printable';
import { ours, type Printable } from '../../messages/safe-text';
import { problemLines, summaryLine } from '../../report/check/problem-lines';
import { assessmentResult, deletedResult, individualResult, type Checked } from '../../report/check/result';
import type { ReviewPart } from '../../report/comparison/review-markdown';
import { coloured, plain } from '../../report/terminal/paint';
import { assessmentTable, individualHeading, type Reader } from '../../report/terminal/table';
import { pathInRepository } from '../../node/workspace-root';
import { measureFor } from '../terminal';
import type { CheckFormat, Look, Totals } from './check-format';

const text: CheckFormat = {
  endings: ['txt', 'log'],
  manner: 'say',
  async piece(checked, { colours, width }, { sheet, t }) {
    const measure = await measureFor(checked.path + checked.assessment.text);
    const reader = { sheet, t, paint: colours ? coloured : plain, measure, width };
    const lines = problemLines(checked, reader);
    return ours`${headOf(checked, reader)}${lines ? ours`${lines}\n` : ''}`;
  },
  end: ({ assessments, counts }, { t, colours }) => summaryLine(assessments, counts, t, colours ? coloured : plain),
};

const json: CheckFormat = {
  endings: ['json'],
  manner: 'write',
  piece: (checked, _look, { sheet }) => nestedJson(resultFor(checked)(checked, sheet), '    '),
  start: () => ours`{\n  "version": 1,\n  "assessments": [\n    `,
  between: ours`,\n    `,
  partsOthers: true,
  end: jsonEnd,
};

const jsonl: CheckFormat = {
  endings: ['jsonl', 'ndjson'],
  manner: 'write',
  piece: async (checked, _look, { sheet }) => (await import('../../report/check/json-lines')).jsonLine(checked, sheet),
};

const sarif: CheckFormat = {
  endings: ['sarif', 'sarif.json'],
  manner: 'write',
  piece: async (checked, look, context) =>
    printableJson((await import('../../report/check/sarif')).sarifPart(fromRoot(checked, look), context), true),
  start: async (t) => (await import('../../report/check/sarif')).sarifStart(t),
  between: ours`,`,
  split: async (piece, index) => (await import('../../report/check/sarif')).splitPart(piece, index),
  async *end({ kept, failures }, { t, env }) {
    yield* (await import('../../report/check/sarif')).sarifEnd(kept, failures, t, env);
  },
};

const github: CheckFormat = {
  endings: [],
  manner: 'command',
  piece: async (checked, look) => (await import('../../report/check/annotations')).annotations(fromRoot(checked, look)),
  end: async ({ assessments, counts }, { t }) =>
    (await import('../../report/check/annotations')).annotationsEnd(assessments, counts, t),
};

const markdown: CheckFormat = {
  endings: ['md'],
  manner: 'write',
  piece: async (checked, look, context) => {
    const { reviewPart } = await import('../../report/comparison/review-markdown');
    return printableJson(reviewPart(fromRoot(checked, look), context), true);
  },
  split: (piece) => ({ kept: piece }),
  end: async ({ kept }, { t }) => {
    const { reviewMarkdown } = await import('../../report/comparison/review-markdown');
    // Individual scorings without problems are left out of a review.
    const parts = kept.map((piece) => JSON.parse(piece) as ReviewPart);
    return reviewMarkdown(
      parts.filter(({ isIndividual: isOwn, details }) => !isOwn || details),
      t,
    );
  },
};

const unix: CheckFormat = {
  endings: [],
  manner: 'write',
  piece: async (checked) => (await import('../../report/check/unix')).unixLines(checked),
};

const codequality: CheckFormat = {
  endings: [],
  manner: 'write',
  piece: async (checked, look) =>
    (await import('../../report/check/code-quality')).codeQualityEntries(fromRoot(checked, look)),
  start: () => ours`[`,
  between: ours`,`,
  end: ({ counts }) => (counts.errors + counts.warnings + counts.infos > 0 ? ours`\n]\n` : ours`]\n`),
};

const junit: CheckFormat = {
  endings: ['xml'],
  manner: 'write',
  piece: async (checked, look, { overrides }) =>
    (await import('../../report/check/junit')).junitSuite(fromRoot(checked, look), {
      overrides,
      failing: look.failing,
    }),
  start: () => ours`<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="psirt-maturity">\n`,
  end: () => ours`</testsuites>\n`,
};

/** Every format by its name, in display order. */
export const checkFormats = { text, json, jsonl, sarif, github, markdown, unix, codequality, junit };
export type CheckFormatId = keyof typeof checkFormats;

/** An assessment with its path relative to the repository's root, as code hosts and build servers expect. */
function fromRoot(checked: Checked, { cwd }: Look): Checked {
  return { ...checked, path: pathInRepository(checked.path, cwd) };
}

/** The text before the problems of a file. */
function headOf(checked: Checked, reader: Reader): Printable {
  if (checked.deletion) return ours``;
  if (isIndividual(checked.assessment)) return ours`${individualHeading(checked, reader)}\n`;
  return ours`${assessmentTable(checked, reader)}\n`;
}

function resultFor({ deletion, assessment }: Checked) {
  if (deletion) return deletedResult;
  return isIndividual(assessment) ? individualResult : assessmentResult;
}

function* jsonEnd({ assessments, counts, deleted, individuals }: Totals): Generator<Printable> {
  yield ours`\n  ],\n`;
  if (deleted) yield* jsonList('deleted', deleted);
  if (individuals.length) yield* jsonList('individuals', individuals);
  yield ours`  "summary": ${nestedJson({ assessments, ...counts }, '  ')}\n}\n`;
}

function* jsonList(key: 'deleted' | 'individuals', pieces: readonly Printable[]): Generator<Printable> {
  yield ours`  "${key}": [`;
  for (const [index, piece] of pieces.entries()) yield ours`${index ? ',' : ''}\n    ${piece}`;
  yield pieces.length ? ours`\n  ],\n` : ours`],\n`;
}
