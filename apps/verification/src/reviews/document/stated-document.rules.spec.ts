import { isGoodOn, readDocument, type TypedDocument } from './stated-document.rules';

const read = (typed: TypedDocument) => readDocument(typed, '2026-03-02');

describe('a stated document', () => {
  it.each([
    [
      { type: 'MAINLAND_ID', number: ' 110105 19491231 002x' },
      { number: '11010519491231002X', expiresOn: null },
    ],
    [
      { type: 'MAINLAND_ID', number: '11010519491231002X', expiresOn: '2034-02-28' },
      { number: '11010519491231002X', expiresOn: '2034-02-28' },
    ],
    [
      { type: 'PASSPORT', number: 'e 1234567 8', expiresOn: '2034-02-28' },
      { number: 'E12345678', expiresOn: '2034-02-28' },
    ],
  ] as [TypedDocument, object][])('is read: %j', (typed, value) =>
    expect(read(typed)).toEqual({ ok: true, value: { type: typed.type, ...value } }),
  );

  it.each([
    [{ type: 'MAINLAND_ID', number: '110105194912310021' }, 'number', 'FORMAT'],
    [{ type: 'PASSPORT', number: 'E1234', expiresOn: '2034-02-28' }, 'number', 'FORMAT'],
    [{ type: 'PASSPORT', number: 'E12345678' }, 'expiresOn', 'REQUIRED'],
    [{ type: 'PASSPORT', number: 'E12345678', expiresOn: '2034-02-30' }, 'expiresOn', 'FORMAT'],
    [{ type: 'MAINLAND_ID', number: '11010519491231002X', expiresOn: '28.2.2034' }, 'expiresOn', 'FORMAT'],
  ] as [TypedDocument, string, string][])('is refused: %j, which is told of none of it', (typed, field, rule) => {
    expect(read(typed)).toEqual({ ok: false, error: { kind: 'INVALID_INPUT', field, rule } });
  });

  it('is good on its last day, and for good where it has none', () => {
    expect(isGoodOn({ expiresOn: '2034-02-28' }, '2034-02-28')).toBe(true);
    expect(isGoodOn({ expiresOn: '2034-02-28' }, '2034-03-01')).toBe(false);
    expect(isGoodOn({ expiresOn: null }, '2099-01-01')).toBe(true);
  });
});
