import { once } from 'node:events';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { type CsvRecord, CsvUnreadable, readCsv } from './read-csv.js';
import { type CsvRow, writeCsv } from './write-csv.js';

async function read(file: string | Uint8Array): Promise<CsvRecord[]> {
  return Readable.from(readCsv(typeof file === 'string' ? Buffer.from(file) : file)).toArray();
}

async function* each(rows: readonly CsvRow[]): AsyncGenerator<CsvRow> {
  for (const row of rows) yield row;
}

const written = async (head: string[], rows: readonly CsvRow[]): Promise<string> =>
  (await writeCsv(head, each(rows)).toArray()).join('');

describe('A file as a spreadsheet writes it', () => {
  it('is read with its BOM, its ends of lines, and what stands in quotes', async () => {
    expect(await read('\uFEFFemail,name\r\nmira@town.test,"Mira, ""M"""\r\n')).toEqual([
      { line: 1, fields: ['email', 'name'] },
      { line: 2, fields: ['mira@town.test', 'Mira, "M"'] },
    ]);
  });

  it('has lines as an editor counts them, over empty ones and breaks within quotes', async () => {
    const lines = await read('a,b\n\n"x\ny",1\r\n\r\n"\r\n",2\nz,3');
    expect(lines.map(({ line }) => line)).toEqual([1, 3, 6, 8]);
  });

  it('may have lines that are too short or too long', async () => {
    expect((await read('a,b\n1\n1,2,3')).map(({ fields }) => fields.length)).toEqual([2, 1, 3]);
  });

  it.each([
    ['of nothing but empty lines', `email\n${'\n'.repeat(8_000_000)}`],
    ['of breaks within quotes', `email\n${`"${'\r\n'.repeat(9_000)}"\n`.repeat(400)}`],
  ])('and %s leaves everybody else a turn, again and again', async (_, file) => {
    let turns = 0;
    let isRead = false;
    const takeTurns = (): void => {
      turns += 1;
      if (!isRead) setImmediate(takeTurns);
    };
    setImmediate(takeTurns);
    await read(file);
    isRead = true;
    expect(turns).toBeGreaterThan(50);
  });

  it.each([
    ['Latin-1', Buffer.from('email\nm\xfcller@town.test', 'latin1')],
    ['UTF-16', Buffer.from('email\nmira@town.test', 'utf16le')],
    ['a quotation mark that is never closed', Buffer.from(`email\n"mira@town.test\n`)],
    ['one that stands where none may', Buffer.from('email\nmi"ra@town.test')],
    ['a line without an end', Buffer.from(`email\n"${'x'.repeat(30_000)}"`)],
  ])('is refused with %s, without a word of what it says', async (_, file) => {
    const refused = read(file);
    await expect(refused).rejects.toThrow(CsvUnreadable);
    await expect(refused).rejects.not.toThrow(/mira|town|x{3}/);
  });
});

describe('A file that is written', () => {
  const sly = ['=1+1', '+1', '-1', '@sum', '\t=1', '\r=1', '＝1', "it's", 'a,b', '"', 'a\r\nb', ''];

  it('has nothing in it that a spreadsheet would calculate, and is read as it was meant', async () => {
    const file = await written(['what'], [...sly.map((what) => [what, 'x'])]);
    const cells = file.split('\r\n');
    expect(cells.filter((line) => /^"?[=+\-@\t\r＝]/u.test(line))).toEqual([]);
    const back = await read(
      await written(
        ['what', 'else'],
        sly.map((what) => [what, 'x']),
      ),
    );
    expect(back.slice(1).map(({ fields }) => fields[0])).toEqual(sly);
  });

  it('ends its making when nobody wants it any more', async () => {
    let made = 0;
    let ended = false;
    async function* endless(): AsyncGenerator<CsvRow> {
      try {
        for (;;) yield [(made += 1)];
      } finally {
        ended = true;
      }
    }
    const file = writeCsv(['n'], endless());
    await once(file, 'readable');
    file.destroy();
    await once(file, 'close');
    const before = made;
    await new Promise((resume) => setImmediate(resume));
    expect([ended, made]).toEqual([true, before]);
  });

  it('breaks off where the making fails, and does not look whole', async () => {
    async function* failing(): AsyncGenerator<CsvRow> {
      yield ['a'];
      throw new Error('the database is away');
    }
    await expect(writeCsv(['n'], failing()).toArray()).rejects.toThrow('away');
  });
});
