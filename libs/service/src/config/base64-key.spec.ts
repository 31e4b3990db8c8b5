import { base64Key } from './base64-key';

describe('base64Key', () => {
  it.each([(text: string) => `${text}=`, (text: string) => text.replace('=', ''), (text: string) => `${text}\n`])(
    'has one text only',
    (change) => expect(base64Key.safeParse(change(Buffer.alloc(32, 1).toString('base64'))).success).toBe(false),
  );

  it('is 32 bytes', () => {
    const bytes = Uint8Array.from({ length: 32 }, (_, index) => index);
    expect(base64Key.parse(Buffer.from(bytes).toString('base64'))).toEqual(bytes);
  });

  it.each([0, 31, 33])('is not %i bytes', (length) =>
    expect(base64Key.safeParse(Buffer.alloc(length).toString('base64')).error?.issues).toMatchObject([
      { message: 'is not base64 of 32 bytes' },
    ]),
  );
});
