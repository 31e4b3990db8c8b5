import { problemOf } from './password.problems';

const retryAt = new Date('2026-01-01T12:00:00Z');

describe('problemOf', () => {
  it('says why in the language of the caller, with remedies in order', () => {
    const error = { kind: 'PASSWORD_TOO_WEAK', weakness: 'TOO_SHORT' } as const;
    expect(problemOf(error, 'en')).toMatchObject({
      code: 'PASSWORD_TOO_WEAK',
      weakness: 'TOO_SHORT',
      minimumLength: 15,
      message: expect.stringContaining('at least 15 characters'),
    });
    expect(problemOf(error, 'zh-CN')).toMatchObject({
      message: expect.stringContaining('至少需要 15 个字符'),
      remedies: [{ code: 'CorrectInput', title: '更正填写的内容' }],
    });
  });

  it('gives every refusal for now the time when it ends', () => {
    for (const kind of ['TOO_MANY_FAILURES', 'OVERLOADED'] as const)
      expect(problemOf({ kind, retryAt }, 'en')).toMatchObject({
        retryAt,
        remedies: expect.arrayContaining([expect.objectContaining({ at: retryAt })]),
      });
  });

  it('tells who is not signed in by an error, as every field does', () => {
    expect(() => problemOf({ kind: 'NOT_SIGNED_IN' }, 'en')).toThrow('Sign in first.');
  });

  it('names the rejection of a proof as its code', () => {
    expect(problemOf({ kind: 'PROOF_REJECTED', reason: 'PROOF_ALREADY_USED' }, 'zh-CN')).toMatchObject({
      code: 'PROOF_ALREADY_USED',
      reason: 'PROOF_ALREADY_USED',
      remedies: [{ code: 'StartChallenge' }, { code: 'ContactSupport' }],
    });
  });
});
