import 'reflect-metadata';
import { newId } from '@bindery/kernel';
import { pagedById, pagedList, withTotal } from './paged-list';

interface Row {
  readonly id: string;
}

const [first, second] = [{ id: newId('card') }, { id: newId('card') }];
const cardsOf = (...of: unknown[]) => pagedById<Row>('card', { name: 'Account.cards', of });
const mine = cardsOf('mine');
const pageInfoOf = (list: typeof mine, rows: readonly Row[]) =>
  list.toConnection({ rows, hasNextPage: true, hasPreviousPage: false }, (row) => row).pageInfo;
const { startCursor, endCursor } = pageInfoOf(mine, [first, second]);
const refused = (after: string | null, list = mine) =>
  expect(() => list.toPageRequest({ first: 1, after })).toThrow(
    expect.objectContaining({ extensions: expect.objectContaining({ code: 'BAD_USER_INPUT' }) as unknown }),
  );
const cursorOf = (text: string) => Buffer.from(text).toString('base64url');

describe('cursors', () => {
  it('come back as the places they were given for', () => {
    expect(mine.toPageRequest({ first: 1, after: endCursor })).toMatchObject({ first: 1, after: second.id });
    expect(mine.toPageRequest({ first: 20, last: 2, after: startCursor, before: endCursor })).toEqual({
      first: 2,
      after: first.id,
      before: second.id,
      fromEnd: true,
    });
  });

  it('are those of a list made anew of the same', () =>
    expect(cardsOf('mine').toPageRequest({ first: 1, after: endCursor })).toMatchObject({ after: second.id }));

  const others = {
    'somebody else’s': cardsOf('theirs'),
    'one filtered otherwise': cardsOf('mine', { kinds: ['PAYMENT'] }),
    'another list of the same': pagedById<Row>('card', { name: 'Account.pastCards', of: ['mine'] }),
    'a list of other things': pagedById<Row>('session', { name: 'Account.cards', of: ['mine'] }),
  };

  it.each(Object.entries(others))('of %s have no place in it', (_whose, other) => {
    refused(endCursor, other);
    refused(pageInfoOf(other, [first]).endCursor, _whose.startsWith('a list') ? other : mine);
  });

  it.each([
    '',
    ' ',
    'no cursor',
    '=',
    'Y2FyZA==',
    cursorOf(second.id),
    cursorOf('x\0y'),
    cursorOf(''),
    `${endCursor} `,
    `${endCursor}=`,
    cursorOf('x'.repeat(200)),
    '\ud800',
  ])('that are none are refused: %j', (after) => refused(after));

  it('are not taken for keys of another form, whoever makes them up', () => {
    const mark = Buffer.from(endCursor ?? '', 'base64url')
      .toString()
      .slice(0, 8);
    for (const key of ['', 'x', newId('session'), `${second.id} `, "' OR 1=1 --", '\0']) refused(cursorOf(mark + key));
    expect(mine.toPageRequest({ first: 1, after: cursorOf(mark + first.id) })).toMatchObject({ after: first.id });
  });

  it('may mark any place that the list has', () => {
    const words = pagedList<string>({ name: 'Words', of: [], keyOf: (word) => word, isKey: () => true });
    const { pageInfo } = words.toConnection({ rows: ['卡 1'], hasNextPage: false, hasPreviousPage: true }, (row) => ({
      row,
    }));
    expect(words.toPageRequest({ first: 1, before: pageInfo.endCursor })).toMatchObject({ before: '卡 1' });
  });
});

describe('a page', () => {
  it.each([{ first: 0 }, { first: -1 }, { first: 101 }, { first: 20, last: 0 }, { first: 20, last: 101 }])(
    'is not of %j',
    (args) => {
      expect(() => mine.toPageRequest(args)).toThrow(/is 1 to 100/);
    },
  );

  it('tells how many there are in all, and counts only when asked', async () => {
    let counted = 0;
    const connection = withTotal({ edges: [] }, async () => ++counted);
    expect(counted).toBe(0);
    expect(await connection.totalCount).toBe(1);
  });
});
