import { cursorIn } from './analyse';
import { yaml } from './yaml';

export const head = yaml`
  sheet: psirt-maturity@1.0
  services:
    "1.1": 2
`;

/** Each sample with LF and with CRLF; `|` is the cursor. */
export function inBoth(sample: string, check: (cursor: { text: string; offset: number }) => void): void {
  for (const eol of ['\n', '\r\n']) check(cursorIn(sample.replaceAll('\n', eol)));
}
