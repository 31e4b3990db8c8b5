import 'reflect-metadata';
import { toConnection, toPageRequest } from './connection';

describe('cursors', () => {
  it('come back as the place they were given for', () => {
    const { pageInfo } = toConnection(
      { rows: ['卡 1'], hasNextPage: true },
      (row) => row,
      (row) => row,
    );
    expect(toPageRequest({ first: 1, after: pageInfo.endCursor })).toEqual({ first: 1, after: '卡 1' });
  });

  it.each(['no cursor', '=', 'Y2FyZA==', 'AAAA', 'Y2Fy'.repeat(200)])('that are none are refused: %s', (after) => {
    expect(() => toPageRequest({ first: 1, after })).toThrow(
      expect.objectContaining({ extensions: { code: 'BAD_USER_INPUT' } }),
    );
  });

  it.each([0, -1, 101])('are not looked at when %d items are asked for', (first) => {
    expect(() => toPageRequest({ first })).toThrow('first is 1 to 100');
  });
});
