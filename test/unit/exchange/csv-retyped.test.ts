import assert from 'node:assert/strict';
import { isRetyped } from '../../../src/exchange/csv-retyped';

/** What a text says, and how spreadsheets in several countries save it. */
const same: Record<string, string[]> = {
  '1.10': ['1.1', '1,1', '1.100'],
  '007': ['7'],
  '1,234': ['1234', '1.234', '1 234', '1234.00'],
  '1.234,50': ['1234,5', '1,234.5'],
  '1e5': ['100000', '1E+05', '1.00E+05', '1,00E+05'],
  '12345678901234567890': ['1.23457E+19', '12345678901234600000'],
  '0.333333333333333': ['0.333333333'],
  '50%': ['50.00%', '0.5', '50 %'],
  '12.345%': ['12.35%'],
  $5: ['$5.00', '5'],
  '(5)': ['-5'],
  '1 1/2': ['1.5'],
  '３': ['3'],
  true: ['TRUE', 'WAHR', 'VRAI'],
  False: ['FALSE', 'FALSCH', 'FAUX'],
  '1/2': ['2-Jan', '1-Feb', '01/02/2026', '2026-01-02', '2026/1/2', '1月2日', '02. Jan', '02/01/26', '2 janv.'],
  '10-12': ['12-Oct', '10. Dez', '10月12日'],
  '5/2027': ['May-27', '2027/5/1', 'Mai 27', '2027年5月'],
  'May 2027': ['May-27', '2027-05-01'],
  MAR1: ['1-Mar', '01. Mrz', '3月1日'],
  '2026-11-20': ['2026/11/20', '11/20/2026', '20.11.2026', '20/11/2026', '20-Nov-26', '2026年11月20日'],
  '9:30': ['09:30', '9:30:00', '9:30 AM', '09:30:00 a.m.'],
  '21:30': ['9:30 PM'],
  '2026-11-20 09:30': ['2026/11/20 9:30', '11/20/2026 9:30'],
  '2026-11-20T09:30:00': ['20.11.2026 09:30'],
};

/** What a person has changed. */
const different: Record<string, string[]> = {
  '1.10': ['1.2', '110', ''],
  '': ['0', '1', '-'],
  '0': ['', '0.5'],
  '1e5': ['1e6', '100001'],
  '123456': ['123457', '1.23E+06'],
  '2.5': ['3', '2'],
  '12': ['1.2', 'Dec'],
  '50%': ['5%', '50'],
  '1/2': ['2/1', '3-Jan', '1/2/3/4', '13/2'],
  '1/2/2026': ['2/1/2026', '1/2/2027'],
  '2026-11-20': ['2026-11-21', '2025-11-20', '20-Nov', '2026-11-20 09:30'],
  'May 2027': ['May-28', '2027-05-02'],
  '9:30': ['9:31', '9:30 PM', '9.30'],
  true: ['FALSE', 'yes'],
  'on 1/2': ['2-Jan'],
  Done: ['Dec', 'done!'],
};

describe('What a spreadsheet takes for a number, a day, a time or a truth value', () => {
  it('says what it said, in whatever way it is written then', () => {
    for (const [text, cells] of Object.entries(same))
      for (const cell of cells) assert.ok(isRetyped(cell, text), `${text} → ${cell}`);
  });

  it('says something else where a person has changed it', () => {
    for (const [text, cells] of Object.entries(different))
      for (const cell of cells) assert.ok(!isRetyped(cell, text), `${text} → ${cell}`);
  });
});
