import assert from 'node:assert/strict';
import { importSheetCsv } from '../../../../src/overlay/import/sheet-csv';

describe('the import of a table', () => {
  it('takes id, level and text in any order of named columns, or in this one', () => {
    const { overlay, findings } = importSheetCsv(
      'level,text,id,remark\r\n3,"役割がある。[1.1.1]\n[1.1.3.1]",1.1,x\r\ntitle,社内,1.1,\r\nobjective,目的である。,1.1\r\nnote,語：説明,1.1\r\ntitle,仲間,1\r\n4,,1.1\r\n',
    );
    assert.deepEqual(findings, []);
    assert.deepEqual(overlay, {
      language: 'ja',
      areas: { '1': { title: '仲間' } },
      services: {
        '1.1': {
          title: '社内',
          objective: '目的である。',
          notes: ['語：説明'],
          levels: { '3': { description: '役割がある。[1.1.1]\n[1.1.3.1]' } },
        },
      },
    });
    assert.equal(
      importSheetCsv('1.1;レベル３;Roles [1.1.1]\n').overlay.services['1.1']?.levels['3']?.description,
      'Roles [1.1.1]',
    );
  });

  it('takes the separator that a first line names, as Excel does', () => {
    for (const separator of [';', '|']) {
      const rows = [
        ['id', 'level', 'text'],
        ['1.1', '3', '"Roles, defined"'],
      ].map((row) => row.join(separator));
      const { overlay, findings } = importSheetCsv([`sep=${separator}`, ...rows].join('\r\n'));
      assert.deepEqual([findings, overlay.services['1.1']?.levels['3']?.description], [[], 'Roles, defined']);
    }
  });

  it('tells by line what it can not place', () => {
    const { findings } = importSheetCsv('1.1,3,a\n9.9,1,b\n1.1,7,c\n4.4,0,d\n1.1,3,e\n');
    assert.deepEqual(
      findings.map(({ kind, ...rest }) => [kind, 'line' in rest ? rest.line : rest]),
      [
        ['unplaced', 2],
        ['unplaced', 3],
        ['level-surplus', { service: '4.4', level: 0, text: 'd' }],
        ['repeated', 5],
      ],
    );
  });
});
