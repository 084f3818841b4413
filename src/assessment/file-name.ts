/** Names of assessment files: the one place that defines their endings. */

const ending = /\.psirt\.ya?ml$/i;

/** The endings of an assessment, as in the manifest and in file patterns. */
export const assessmentEndings = ['.psirt.yaml', '.psirt.yml'] as const;

/** A VS Code file pattern for all assessments in a folder and below. */
export const assessmentPattern = '**/*.psirt.{yaml,yml}';

const dated = /\.\d{4}-\d{2}-\d{2}$/;

/** Names that Windows reserves for devices. */
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

/** Whether a file is an assessment by its name or path; the name must have more than the ending. */
export function isAssessmentName(path: string): boolean {
  return /[^/\\]\.psirt\.ya?ml$/i.test(path);
}

/** The name with the ending of an assessment, in the spelling of the ending it has. */
export function withEnding(name: string): string {
  if (ending.test(name)) return name;
  const [kept] = /\.yml$/i.exec(name) ?? [];
  return `${name.replace(/\.(psirt|ya?ml)$/i, '')}.psirt${kept ?? '.yaml'}`;
}

/** The name without the ending of an assessment. */
export function withoutEnding(name: string): string {
  return name.replace(ending, '');
}

/** The name of an individual scoring: that of the assessment, with the assessor before the ending. */
export function ownFileName(name: string, assessor: string): string {
  const [kept = '.psirt.yaml'] = ending.exec(name) ?? [];
  return `${withoutEnding(name)}.${slugOf(assessor)}${kept}`;
}

/** The name of the next period's file: the same, with its date before the ending (`router.2026-11-23.psirt.yaml`). */
export function nextFileName(name: string, date: string): string {
  const [kept = '.psirt.yaml'] = ending.exec(name) ?? [];
  return `${withoutEnding(name).replace(dated, '')}.${date}${kept}`;
}
