/**
 * Comments that name an area: `# 2 Discovery`, `## Area 2`, `# サービスエリア2`. The only place that recognises them. Separate
 * from the edits, since outlines need it as soon as a file is open.
 */
import { areaIds } from '../../sheet/sheet';

/**
 * The area that a comment line names; `undefined` for none. A number followed by lower-case words (`# 2 of them …`) is
 * a count.
 */
export function areaOfHeading(line: string): string | undefined {
  const heading =
    /^[ \t]*#+[ \t]*(?:(?:[Aa]rea|AREA|サービスエリア)[ \t]*)?(\d)(?![.\d])[ \t:.)-]*(?!\p{Ll}|[ \t:.)-])/u;
  const id = heading.exec(line)?.[1];
  return id && areaIds.includes(id) ? id : undefined;
}

/** Whether a comment line is an underline of dashes or the like, which belongs to the heading above. */
export function isUnderline(line: string): boolean {
  return /^[ \t]*#[^\p{L}\p{N}]*$/u.test(line);
}
