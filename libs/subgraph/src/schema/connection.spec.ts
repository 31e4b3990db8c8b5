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

  const cursorOf = (key: string) => Buffer.from(key).toString('base64url');

  it.each(['no cursor', '=', 'Y2FyZA==', cursorOf('x\0y'), cursorOf('x'.repeat(151))])(
    'that are none are refused: %s',
    (after) => {
      expect(() => toPageRequest({ first: 1, after })).toThrow(
        expect.objectContaining({ extensions: expect.objectContaining({ code: 'BAD_USER_INPUT' }) as unknown }),
      );
    },
  );

  it('are as long as any key needs', () => {
    const key = 'x'.repeat(150);
    expect(toPageRequest({ first: 1, after: cursorOf(key) })).toEqual({ first: 1, after: key });
  });

  it.each([0, -1, 101])('are not looked at when %d items are asked for', (first) => {
    expect(() => toPageRequest({ first })).toThrow('first is 1 to 100');
  });
});
