import fc from 'fast-check';

/** How one file is laid out; `unit` is the width of one step of indentation. */
export interface Layout {
  readonly eol: string;
  readonly bom: boolean;
  readonly unit: string;
  readonly start: boolean;
  readonly end: boolean;
  readonly finalNewline: boolean;
  readonly headings: boolean;
  readonly flow: 'no' | 'line' | 'lines';
  readonly order: 'sheet' | 'shuffled';
  readonly anchors: boolean;
}

export const layouts: fc.Arbitrary<Layout> = fc.record({
  eol: fc.constantFrom('\n', '\n', '\r\n'),
  bom: fc.boolean(),
  unit: fc.constantFrom('  ', '  ', '    ', '   '),
  start: mostly(false),
  end: mostly(false),
  finalNewline: mostly(true),
  headings: fc.boolean(),
  flow: fc.constantFrom('no', 'no', 'no', 'no', 'line', 'lines'),
  order: fc.constantFrom('sheet', 'sheet', 'shuffled'),
  anchors: mostly(false),
});

export function mostly(value: boolean): fc.Arbitrary<boolean> {
  return fc.constantFrom(value, value, value, value, !value);
}
