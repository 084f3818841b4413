/** Names of assessment files. */

const ending = /\.psirt\.ya?ml$/i;
const dated = /\.\d{4}-\d{2}-\d{2}$/;

/** Names that are devices to Windows. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/;

/** A file name for a subject, without folder and ending: letters and digits of any script, joined by hyphens. */
export function slugOf(subject: string): string {
  const words = subject.normalize('NFKC').toLowerCase().match(/[\p{L}\p{M}\p{N}ー]+/gu) ?? [];
  const slug = [...words.join('-')].slice(0, 60).join('').replace(/-$/, '');
  return slug === '' || reserved.test(slug) ? `assessment${slug && `-${slug}`}` : slug;
}

/** The name with the ending an assessment has. */
export function withEnding(name: string): string {
  return ending.test(name) ? name : `${name.replace(/\.(psirt|ya?ml)$/i, '')}.psirt.yaml`;
}

/** The name of the next period's file: the same, with its date before the ending (`router.2026-11-23.psirt.yaml`). */
export function nextFileName(name: string, date: string): string {
  const [kept = '.psirt.yaml'] = ending.exec(name) ?? [];
  return `${name.replace(ending, '').replace(dated, '')}.${date}${kept}`;
}
