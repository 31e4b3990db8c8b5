import fc from 'fast-check';
import { toCell, toLine } from './csv.rules';

describe('toCell', () => {
  it.each([
    ['Corner Bakery', 'Corner Bakery'],
    ['街角面包店', '街角面包店'],
    ['A, B', '"A, B"'],
    ['"A"', '"""A"""'],
    ['two\nlines', '"two\nlines"'],
    ['', ''],
  ])('writes %j as RFC 4180 has it', (text, cell) => expect(toCell(text)).toBe(cell));

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '\n=x', ' =1', '=cmd|" /C calc"!A0', '=1', '+1', '@x'])(
    'leaves no formula in %j',
    (text) => {
      const cell = toCell(text);
      expect(cell.replace(/^"/, '')).toMatch(/^'/);
    },
  );

  it('is read back as it was by a reader of RFC 4180, but for the apostrophe, and never begins a formula', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const [read = ''] = readLine(toLine([toCell(text), 'end']));
        expect(read === text || read === `'${text}`).toBe(true);
        expect(read).not.toMatch(/^[=+\-@\t\r]/);
      }),
    );
  });
});

/** A reader by the RFC's own grammar. */
function readLine(line: string): string[] {
  const cells: string[] = [];
  let rest = line.slice(0, -2);
  for (;;) {
    const quoted = /^"((?:[^"]|"")*)"(,|$)/.exec(rest);
    const plain = /^([^",]*)(,|$)/s.exec(rest);
    const found = quoted ?? plain;
    if (!found) throw new Error(`no cell in ${JSON.stringify(rest)}`);
    cells.push(quoted ? (found[1] ?? '').replaceAll('""', '"') : (found[1] ?? ''));
    if (found[2] === '') return cells;
    rest = rest.slice(found[0].length);
  }
}
