/** Comments that name an area: `# 2 Discovery`. Apart from the edits, for outlines need this once a file is open. */
import { areaIds } from '../../sheet/sheet';

/** The area a comment line names. A number that goes on in small letters (`# 2 of them …`) counts something. */
export function areaOfHeading(line: string): string | undefined {
  const heading =
    /^[ \t]*#+[ \t]*(?:(?:[Aa]rea|AREA|サービスエリア)[ \t]*)?(\d)(?![.\d])[ \t:.)-]*(?!\p{Ll}|[ \t:.)-])/u;
  const id = heading.exec(line)?.[1];
  return id && areaIds.includes(id) ? id : undefined;
}
