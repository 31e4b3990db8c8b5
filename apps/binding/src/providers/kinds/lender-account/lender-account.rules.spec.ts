import { unwrap } from '@bindery/kernel';
import { readLenderAccount } from './lender-account.rules';

const one = { code: 'one', sites: null, elements: [] };
const now = new Date('2026-03-02T00:00:00Z');
const read = (holderName: string, idNumber: string, provider = one) =>
  readLenderAccount({ holderName, idNumber }, provider, now);
const identityOf = (idNumber: string, provider = one, name = '李雷') =>
  unwrap(read(name, idNumber, provider)).identity.reveal();

describe('an account at a lender', () => {
  it('is the same however its number is typed and whatever it is called, and another at another lender', () => {
    expect(identityOf(' 110105 19491231 002x ')).toBe(identityOf('11010519491231002X'));
    expect(identityOf('11010519491231002X', one, '韩梅梅')).toBe(identityOf('11010519491231002X'));
    expect(identityOf('11010519491231002X', { ...one, code: 'another' })).not.toBe(identityOf('11010519491231002X'));
  });

  it.each(['李雷', ' Li  Lei ', '阿卜杜拉·买买提', "Siân O'Neill"])('is in a name: %j', (name) =>
    expect(unwrap(read(name, '11010519491231002X')).entered.person.reveal().holderName).toBe(
      name.trim().replaceAll(/\s+/g, ' '),
    ),
  );

  it.each([
    ['', '11010519491231002X', 'card.lender.holderName', 'REQUIRED'],
    ['x'.repeat(65), '11010519491231002X', 'card.lender.holderName', 'TOO_LONG'],
    ['李雷<1>', '11010519491231002X', 'card.lender.holderName', 'CHARACTERS'],
    ['李雷', '', 'card.lender.idNumber', 'FORMAT'],
    ['李雷', '110105194902310029', 'card.lender.idNumber', 'FORMAT'],
    ['李雷', '110105194912310021', 'card.lender.idNumber', 'FORMAT'],
  ])('is refused of %j with %j, which is told of none of it', (name, idNumber, field, rule) => {
    const refused = read(name, idNumber);
    expect(refused).toMatchObject({ ok: false, error: { kind: 'INVALID_INPUT', field, rule } });
    if (idNumber.length > 6) expect(JSON.stringify(refused)).not.toContain(idNumber);
  });
});
