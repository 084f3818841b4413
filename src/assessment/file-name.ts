/** Names of assessment files: the one place that knows how they end. */

const ending = /\.psirt\.ya?ml$/i;

/** The endings an assessment may have, as the manifest and patterns for files have them. */
export const assessmentEndings = ['.psirt.yaml', '.psirt.yml'] as const;

/** All assessments in a folder and below, as a pattern for files in VS Code's form. */
export const assessmentPattern = '**/*.psirt.{yaml,yml}';

const dated = /\.\d{4}-\d{2}-\d{2}$/;

/** Names that are devices to Windows. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/;

/** A file name for a subject, without folder and ending: letters and digits of any script, joined by hyphens. */
export function slugOf(subject: string): string {
  const words =
    subject
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}ー]+/gu) ?? [];
  const slug = [...words.join('-')].slice(0, 60).join('').replace(/-$/, '');
  return slug === '' || reserved.test(slug) ? `assessment${slug && `-${slug}`}` : slug;
}

/** Whether a file is taken for an assessment by its name, or its path; its ending is not all there is of it. */
export function isAssessmentName(path: string): boolean {
  return /[^/\\]\.psirt\.ya?ml$/i.test(path);
}

/** The name with the ending an assessment has, spelled as what it ends in already. */
export function withEnding(name: string): string {
  if (ending.test(name)) return name;
  const [kept] = /\.yml$/i.exec(name) ?? [];
  return `${name.replace(/\.(psirt|ya?ml)$/i, '')}.psirt${kept ?? '.yaml'}`;
}

/** The name without the ending an assessment has. */
export function withoutEnding(name: string): string {
  return name.replace(ending, '');
}

/** The name of an assessor's own file for an assessment: with the assessor before the ending. */
export function ownFileName(name: string, assessor: string): string {
  const [kept = '.psirt.yaml'] = ending.exec(name) ?? [];
  return `${withoutEnding(name)}.${slugOf(assessor)}${kept}`;
}

/** The name of the next period's file: the same, with its date before the ending (`router.2026-11-23.psirt.yaml`). */
export function nextFileName(name: string, date: string): string {
  const [kept = '.psirt.yaml'] = ending.exec(name) ?? [];
  return `${withoutEnding(name).replace(dated, '')}.${date}${kept}`;
}
