import { toKeyRing } from './key-ring';

const key = (fill: number) => Buffer.alloc(32, fill).toString('base64');
const read = (text: string) => [...toKeyRing(JSON.parse(text)).keys()];

describe('keys by id', () => {
  it('keep the order in which they are written: the first one signs', () => {
    expect(read(`{"k2":"${key(2)}","k1":"${key(1)}","2026-05":"${key(3)}","a.b":"${key(4)}"}`)).toEqual([
      'k2',
      'k1',
      '2026-05',
      'a.b',
    ]);
  });

  it.each(['2', '0', '10', '20260501', '007', '99999999999999999999', ''])(
    'have no id %j, whose place JSON does not keep',
    (kid) => expect(() => read(`{"k1":"${key(1)}","${kid}":"${key(2)}"}`)).toThrow('put a letter before it'),
  );

  it.each([
    ['too short', Buffer.alloc(31).toString('base64')],
    ['too long', Buffer.alloc(33).toString('base64')],
    ['padded too much', `${key(1)}=`],
    ['not padded', key(1).replace('=', '')],
    ['with bits thrown away', key(1).replace(/E=$/, 'F=')],
    ['in the other alphabet', Buffer.alloc(32, 255).toString('base64url') + '='],
    ['with a line break', `${key(1)}\\n`],
    ['with blanks', ` ${key(1)}`],
    ['empty', ''],
  ])('are no key when %s', (_what, text) => expect(() => read(`{"k1":"${text}"}`)).toThrow('32 bytes'));

  it.each(['{}', '[]', 'null', '3', '"k1"', '{"k1":3}', '{"k1":null}', '{"k1":{}}'])('are not %s', (text) =>
    expect(() => read(text)).toThrow(),
  );
});
