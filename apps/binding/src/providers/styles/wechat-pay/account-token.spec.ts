import { newId } from '@bindery/kernel';
import { lastOf, readToken, tokenOf } from './account-token';
import { contractCodeOf, operationOf } from './contract-code';

const key = 'EuJ4o2hX9cYbT7kQwLs3VdPz6RnAgM1f';

describe('the token of an account', () => {
  it('is the same for the same account, and says its last four characters and no more', () => {
    const token = tokenOf('13800138000', key);
    expect(tokenOf('13800138000', key)).toBe(token);
    expect(tokenOf('13800138001', key)).not.toBe(token);
    expect(readToken(token)).toEqual({ userCode: expect.stringMatching(/^[0-9a-f]{40}$/), shown: '**8000' });
    expect(Buffer.from(token, 'base64url').toString() + token).not.toContain('138001');
  });

  it('cannot be come to without the key', () =>
    expect(tokenOf('13800138000', key.replace('E', 'F'))).not.toBe(tokenOf('13800138000', key)));

  it('cuts no character in two', () => {
    expect(lastOf('小明的钱包')).toBe('明的钱包');
    expect(readToken(tokenOf('a𠮷b𠮷c', key)).shown).toBe('**𠮷b𠮷c');
  });
});

describe('the number of a contract', () => {
  it('is made of an operation’s id, in digits and letters, and leads back to it', () => {
    const operationId = newId('operation');
    const code = contractCodeOf(operationId);
    expect(code).toMatch(/^[0-9a-z]{26}$/);
    expect(operationOf(code)).toBe(operationId);
  });

  it.each(['', 'wxwtdk20200910100000', '../x', `${'9'.repeat(26)}`])('is none of ours: “%s”', (code) =>
    expect(operationOf(code)).toBeUndefined(),
  );
});
