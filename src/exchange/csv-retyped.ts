/**
 * Recognises what a spreadsheet makes of a text that it takes for a number, a date, a time or a boolean: it saves it in
 * its own format.
 */

/** No number or date is longer, in characters. */
const longest = 50;

/**
 * Whether a cell may be a text retyped by a spreadsheet: `1.10` becomes `1.1`, `1/2` a day in January or February,
 * `1e5` `1.00E+05`, `true` `WAHR`.
 */
export function isRetyped(cell: string, text: string): boolean {
  if (cell.length > longest || text.length > longest) return false;
  const [given, own] = [cell, text].map((one) => withoutEra(plain(one))) as [string, string];
  return (
    isSameTruth(given, own) ||
    numbersIn(own).some((number) => isNumber(given, number)) ||
    isSameTime(given, own) ||
    isSameDay(given, own) ||
    isSerial(given, own)
  );
}

function plain(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase();
}

/** The year before the first one of each Japanese era. */
const eras: Readonly<Record<string, number>> = { r: 2018, 令和: 2018, h: 1988, 平成: 1988, s: 1925, 昭和: 1925 };

function withoutEra(text: string): string {
  return text.replace(/^(r|h|s|令和|平成|昭和)(元|\d{1,2})(?=[-/.年])/, (_whole, era: string, year: string) =>
    String((eras[era] ?? 0) + (year === '元' ? 1 : Number(year))),
  );
}

/** Whether a cell is the serial number of a date or time: days since the end of 1899. */
function isSerial(given: string, own: string): boolean {
  if (!/^\d{5}$|^0?[.,]\d+$/.test(given)) return false;
  const serial = Number(given.replace(',', '.'));
  const seconds = secondsIn(own);
  if (seconds !== undefined) return Math.abs(serial * 86_400 - seconds) < 0.5;
  const day = serial >= 1 ? new Date(Date.UTC(1899, 11, 30 + serial)).toISOString().slice(0, 10) : '';
  return day !== '' && isSameDay(day, own);
}

const truths = [
  ['true', 'wahr', 'vrai', 'verdadero', 'verdadeiro', 'vero', 'waar'],
  ['false', 'falsch', 'faux', 'falso', 'onwaar'],
];

function isSameTruth(given: string, own: string): boolean {
  return truths.some((words) => words.includes(own) && words.includes(given));
}

/**
 * A number as people write it: with a sign, in brackets, with a currency, grouped digits, a decimal comma, an exponent,
 * or per cent.
 */
const number = /^([-+(]?)[$€£¥]? ?(\d(?:[\d.,' ]*\d)?[.,]?|\.\d+)(e[-+]?\d{1,3})?\)? ?([$€£%]?)$/;
const grouped = /^\d{1,3}([,.' ])\d{3}(?:\1\d{3})*(?:(?!\1)[.,]\d+)?$/;

/** The numbers a text may mean: `1,234` has two readings. Empty where it is not a number. */
function numbersIn(text: string): number[] {
  const [, sign = '', digits = '', exponent = '', unit = ''] = number.exec(text) ?? [];
  const [, whole, above, below] = /^(?:(\d+) )?(\d+)\/([1-9]\d*)$/.exec(text) ?? [];
  if (whole !== undefined) return [Number(whole) + Number(above) / Number(below)];
  const readings = /^\d*(?:[.,]\d*)?$/.test(digits) ? [digits.replace(',', '.')] : [];
  const separator = grouped.exec(digits)?.[1];
  if (separator !== undefined) readings.push(digits.replaceAll(separator, '').replace(',', '.'));
  const factor = (unit === '%' ? 0.01 : 1) * (sign === '-' || sign === '(' ? -1 : 1);
  return digits === '' ? [] : readings.map((reading) => Number(reading + exponent) * factor);
}

/**
 * Whether a cell is a number, possibly with fewer digits: spreadsheets show about ten, and fewer with an exponent or a
 * unit.
 */
function isNumber(given: string, own: number): boolean {
  const digits = given.replace(/e.*/, '').replace(/[^\d]/g, '').replace(/^0+/, '').length;
  const isRounded = digits >= 9 || (digits > 0 && /[e%$€£¥]/.test(given));
  return numbersIn(given).some(
    (one) => isClose(one, own) || (isRounded && isClose(one, Number(own.toPrecision(Math.min(digits, 100))))),
  );
}

function isClose(one: number, other: number): boolean {
  return Math.abs(one - other) <= Math.abs(other) * 1e-12;
}

/** Seconds since midnight for `9:30`, `09:30:00`, `9:30 pm`. */
function secondsIn(text: string): number | undefined {
  const [, hours, minutes, seconds = '0', half] =
    /^(\d{1,2}):(\d{1,2})(?::(\d{2}))?(?: ?([ap])\.?m\.?)?$/.exec(text) ?? [];
  if (hours === undefined) return undefined;
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (half === 'p' ? 12 : 0);
  return hour * 3600 + Number(minutes) * 60 + Number(seconds);
}

function isSameTime(given: string, own: string): boolean {
  const seconds = secondsIn(own);
  return seconds !== undefined && secondsIn(given) === seconds;
}

/** A day as far as a text gives it: spreadsheets add the current year, and the first of a month. */
interface Day {
  readonly year?: number;
  readonly month: number;
  readonly day?: number;
}

function isSameDay(given: string, own: string): boolean {
  const [[day = '', time], [givenDay = '', givenTime = '0:00']] = [dayAndTime(own), dayAndTime(given)];
  if (time !== undefined && !isSameTime(givenTime, time)) return false;
  if (time === undefined && secondsIn(givenTime) !== 0) return false;
  const order = sameOrder(givenDay, day);
  return order ?? daysIn(day).some((one) => daysIn(givenDay).some((other) => isDay(other, one)));
}

function dayAndTime(text: string): (string | undefined)[] {
  const at = text.search(/[t ]\d{1,2}:\d\d/);
  return at > 0 ? [text.slice(0, at).replace(/,$/, ''), text.slice(at + 1)] : [text];
}

function isDay(given: Day, own: Day): boolean {
  const isYear = own.year === undefined || (given.year !== undefined && given.year % 100 === own.year % 100);
  return (
    isYear && given.month === own.month && (own.day === undefined ? (given.day ?? 1) === 1 : given.day === own.day)
  );
}

/**
 * Whether figures in the same order are equal; `undefined` where the order is unknown: a spreadsheet that reordered
 * them would have changed more.
 */
function sameOrder(given: string, own: string): boolean | undefined {
  const [figures, others] = [given, own].map((text) =>
    /^\d{1,4}(?:[-/.]\d{1,4}){1,2}$/.test(text) ? text.split(/[-/.]/) : [],
  );
  const yearAt = (all: readonly string[] | undefined) => all?.findIndex((figure) => figure.length === 4);
  if (!figures?.length || figures.length !== others?.length || yearAt(figures) !== yearAt(others)) return undefined;
  return figures.every((figure, index) => Number(figure) === Number(others[index]));
}

/** The days a text may mean, in the field orders in use around the world. */
function daysIn(text: string): Day[] {
  const words = text
    .replace(/[年月日]/g, '-')
    .replace(/-$/, '')
    .split(/[-/.,\s]+|(?<=[a-z])(?=\d)/)
    .filter(Boolean);
  const values = words.map((word) => (/^\d{1,4}$/.test(word) ? Number(word) : monthsCalled(word)));
  const [one = 0, two, three] = values;
  if (values.length < 2 || values.length > 3) return [];
  const all =
    three === undefined
      ? ofTwo(one, two ?? 0)
      : [made(one, two, three), made(three, two, one), made(three, one, two)].flat();
  return all.filter(({ month, day = 1 }) => month >= 1 && month <= 12 && day >= 1 && day <= 31);
}

type Value = number | readonly number[];

function ofTwo(one: Value, two: Value): Day[] {
  const [dayMonth, monthDay] = [made(undefined, two, one), made(undefined, one, two)];
  return [...dayMonth, ...monthDay, ...made(two, one, undefined), ...made(one, two, undefined)];
}

/** The days for a year, month and day; only the month may be a name. */
function made(year: Value | undefined, month: Value | undefined, day: Value | undefined): Day[] {
  if (typeof year === 'object' || typeof day === 'object' || month === undefined) return [];
  const months = typeof month === 'number' ? [month] : month;
  return months.map((one) => ({ month: one, ...(year !== undefined && { year }), ...(day !== undefined && { day }) }));
}

let names: readonly string[][] | undefined;

/** The months whose names begin with a word, in languages in which spreadsheets write them. */
function monthsCalled(word: string): number[] {
  const bare = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  names ??= ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl'].map((language) => {
    const format = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' });
    return Array.from({ length: 12 }, (_, month) => bare(format.format(new Date(Date.UTC(2000, month)))));
  });
  // The German abbreviation of March is not its beginning.
  const sought = bare(word) === 'mrz' ? 'marz' : bare(word);
  return sought.length < 3
    ? []
    : names.flatMap((months) => months.flatMap((name, index) => (name.startsWith(sought) ? [index + 1] : [])));
}
