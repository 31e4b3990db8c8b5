import { pageOf, toPage, type PageRequest } from './page';

const rows = ['a', 'b', 'c', 'd', 'e'];

/** The page of the five rows, as a database would answer its query. */
function page(request: PageRequest) {
  const { direction, take, condition } = pageOf(request, 'ASC');
  const { sql, values } = condition(['id'], 3);
  const bounds = sql === 'true' ? [] : sql.split(' AND ').map((part) => part.split(' '));
  const left = rows.filter((row) =>
    bounds.every(([, sign, place]) => {
      const value = String(values[Number(place?.slice(1)) - 3]);
      return sign === '>' ? row > value : row < value;
    }),
  );
  return toPage((direction === 'ASC' ? left : left.toReversed()).slice(0, take), request);
}

describe('a page of five', () => {
  it.each<[PageRequest, string, boolean, boolean]>([
    [{ first: 2 }, 'ab', false, true],
    [{ first: 5 }, 'abcde', false, false],
    [{ first: 2, after: 'b' }, 'cd', true, true],
    [{ first: 2, after: 'd' }, 'e', true, false],
    [{ first: 2, after: 'e' }, '', true, false],
    [{ first: 2, fromEnd: true }, 'de', true, false],
    [{ first: 2, before: 'd', fromEnd: true }, 'bc', true, true],
    [{ first: 2, before: 'b', fromEnd: true }, 'a', false, true],
    [{ first: 9, after: 'a', before: 'e' }, 'bcd', true, false],
    [{ first: 2, after: 'a', before: 'e', fromEnd: true }, 'cd', true, true],
  ])('asked for by %j is %s', (request, letters, hasPreviousPage, hasNextPage) => {
    expect(page(request)).toEqual({ rows: [...letters], hasPreviousPage, hasNextPage });
  });

  it('reads keys of two columns as one place', () => {
    const { condition, direction } = pageOf({ first: 1, after: '1 x', before: '0 y' }, 'DESC', (key) => key.split(' '));
    expect(direction).toBe('DESC');
    expect(condition(['at', 'id'], 5)).toEqual({
      sql: '(at, id) < ($5, $6) AND (at, id) > ($7, $8)',
      values: ['1', 'x', '0', 'y'],
    });
  });
});
