/** Recognises numbers that a workbook shows as dates. */
import { readXml } from './parts';

/** Whether a built-in format shows dates or times (ECMA-376 part 1, 18.8.30, and those of Japan and China). */
function isBuiltInDate(id: number): boolean {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
}

/** Whether a format shows a date or time: it has such a letter neither quoted, escaped nor in brackets. */
export function isDateFormat(code: string): boolean {
  const bare = code.replace(/"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\][]*\]/gi, '');
  return /[ymdhs]/i.test(bare.split(';')[0] ?? '') && !/general/i.test(bare);
}

/** Whether each style of cells, by its number, shows dates. */
export function dateStyles(styles: string): readonly boolean[] {
  const codes = new Map<number, string>();
  const shown: boolean[] = [];
  let isInside = false;
  readXml(styles, {
    open(name, { numFmtId, formatCode }) {
      if (name === 'numFmt') codes.set(Number(numFmtId), formatCode ?? '');
      if (name === 'cellXfs') isInside = true;
      if (name !== 'xf' || !isInside) return;
      const id = Number(numFmtId ?? 0);
      const code = codes.get(id);
      shown.push(code === undefined ? isBuiltInDate(id) : isDateFormat(code));
    },
    close(name) {
      if (name === 'cellXfs') isInside = false;
    },
  });
  return shown;
}

/**
 * The day of a serial number, `YYYY-MM-DD`, with the time where it has one; the number itself where it is not a date.
 * Workbooks count from 1900, with a 29 February 1900 that did not exist, or from 1904.
 */
export function dayOf(serial: number, startsIn1904: boolean): string {
  const days = serial + (startsIn1904 ? 1462 : 0);
  if (!(days >= 1 && days < 2_958_466)) return String(serial);
  const time = new Date(Date.UTC(1899, 11, days < 60 ? 31 : 30) + Math.round(days * 86_400) * 1000);
  const [day = '', clock = ''] = time.toISOString().split('T');
  return clock.startsWith('00:00:00') ? day : `${day} ${clock.slice(0, clock.startsWith(':00', 5) ? 5 : 8)}`;
}
