/**
 * A workbook of ours through LibreOffice and back: `npm run test:office`. Where LibreOffice is not installed it is,
 * where that may be done (Debian as root). `--keep` writes what LibreOffice made into the fixtures that the unit tests
 * read.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const fixtures = join(root, 'test', 'unit', 'exchange', 'xlsx', 'fixtures');
const assessment = readFileSync(join(fixtures, 'router.psirt.yaml'), 'utf8');
/** What the import says of the changes that `changed` makes. */
const expected = readFileSync(join(fixtures, 'changes.txt'), 'utf8');

const run = (command, args) => spawnSync(command, args, { encoding: 'utf8' });

if (run('soffice', ['--version']).error) {
  const update = run('apt-get', ['install', '--yes', '--no-install-recommends', 'libreoffice-calc']);
  if (update.error || update.status !== 0) {
    console.log('LibreOffice is not installed and cannot be installed here: nothing was tried.');
    process.exit(0);
  }
}

const folder = mkdtempSync(join(tmpdir(), 'psirt-office-'));
try {
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  const convert = (file, format, to) =>
    execFileSync('soffice', [profile, '--headless', '--convert-to', format, '--outdir', to, file], { stdio: 'ignore' });
  const cli = (...args) => run(process.execPath, [join(root, 'dist', 'cli.js'), ...args]);
  const file = join(folder, 'router.psirt.yaml');
  for (const language of ['en', 'ja']) {
    writeFileSync(file, assessment);
    const book = join(folder, `${language}.xlsx`);
    cli('report', file, '--format', 'xlsx', '--lang', language, '--output', book);
    convert(book, 'fods', join(folder, 'flat'));
    const flat = join(folder, 'flat', `${language}.fods`);
    writeFileSync(flat, changed(readFileSync(flat, 'utf8')));
    mkdirSync(join(folder, 'changed'), { recursive: true });
    convert(flat, 'xlsx:Calc MS Excel 2007 XML', join(folder, 'changed'));
    const back = join(folder, 'changed', `${language}.xlsx`);
    const { stdout, stderr } = cli('import', back, file, '--dry-run', '--lang', 'en');
    const said = stdout + stderr.replaceAll(back, 'TABLE');
    if (said !== expected) throw new Error(`${language}: LibreOffice’s workbook says\n${said}\nand not\n${expected}`);
    if (process.argv.includes('--keep')) copyFileSync(back, join(fixtures, `libreoffice.${language}.xlsx`));
    console.log(`${language}: what was changed in LibreOffice came back.`);
  }
} finally {
  rmSync(folder, { recursive: true });
}

/** The workbook as LibreOffice’s flat XML, with what somebody may do to it. */
function changed(xml) {
  const start = /<table:table table:name="(?:Services|サービス)"/.exec(xml).index;
  const end = xml.indexOf('</table:table>', start);
  const [head, ...rows] = xml.slice(start, end).split(/(?=<table:table-row )/);
  const lead =
    '<table:table-row table:style-name="ro1"><table:table-cell office:value-type="string"><text:p>For the meeting</text:p></table:table-cell></table:table-row>';
  // The rows upside down, of which some are filtered out, below a line of somebody’s.
  const [names, ...services] = rows.map((row) => row.replace('</table:table-header-rows>', ''));
  const table = services.reverse().map(edited).join('');
  const plain = head.replace('<table:table-header-rows>', '');
  const sheet = xml.slice(0, start) + plain + lead + names + table + xml.slice(end);
  // Filters would have to follow the table; they are LibreOffice’s own affair.
  return sheet.replace(/<table:database-ranges>.*?<\/table:database-ranges>/s, '');
}

function edited(row) {
  const cells = row.split(/(?=<table:table-cell)/);
  const id = /<text:p>([\d.]+)<\/text:p>/.exec(cells[1] ?? '')?.[1];
  const put = (column, cell) => (cells[column] = cell + (column === cells.length - 1 ? '</table:table-row>' : ''));
  const number = (value, more = '') =>
    `<table:table-cell ${more} office:value-type="float" office:value="${value}"><text:p>${value}</text:p></table:table-cell>`;
  // A formula, a number as text, one with decimals that are none, a hidden row.
  if (id === '1.2') put(4, number(4, 'table:formula="of:=1+3"'));
  if (id === '1.4') put(4, '<table:table-cell office:value-type="string"><text:p>３</text:p></table:table-cell>');
  if (id === '1.5') put(4, number('2.0'));
  if (id === '1.6') put(4, number(9));
  if (id === '2.1')
    put(
      10,
      '<table:table-cell office:value-type="string"><text:p>日本語<text:span>の</text:span>メモ</text:p><text:p>1/2</text:p></table:table-cell>',
    );
  if (id === '2.2') put(4, number('', 'table:formula="of:=1/0"'));
  const whole = cells.join('');
  return id === '1.5' ? whole.replace('<table:table-row ', '<table:table-row table:visibility="filter" ') : whole;
}
