/**
 * Comments that name an area: `# 2 Discovery`, `## Area 2`, `# サービスエリア2`. The one place that tells a heading from
 * any other comment; apart from the edits, for outlines need this once a file is open.
 */
import { areaIds } from '../../sheet/sheet';

/** The area a comment line names. A number that goes on in small letters (`# 2 of them …`) counts something. */
export function areaOfHeading(line: string): string | undefined {
  const heading =
    /^[ \t]*#+[ \t]*(?:(?:[Aa]rea|AREA|サービスエリア)[ \t]*)?(\d)(?![.\d])[ \t:.)-]*(?!\p{Ll}|[ \t:.)-])/u;
  const id = heading.exec(line)?.[1];
  return id && areaIds.includes(id) ? id : undefined;
}

/** Whether a comment line is a mere line of dashes or the like, which belongs to the heading above it. */
export function isUnderline(line: string): boolean {
  return /^[ \t]*#[^\p{L}\p{N}]*$/u.test(line);
}
