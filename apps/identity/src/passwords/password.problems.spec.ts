import { passwordProblems } from './password.problems';

const retryAt = new Date('2026-01-01T12:00:00Z');

describe('passwordProblems', () => {
  it('say why in the language of the caller, with remedies in order', () => {
    const refusal = { kind: 'PASSWORD_TOO_WEAK', weakness: 'TOO_SHORT' } as const;
    expect(passwordProblems.PASSWORD_TOO_WEAK(refusal, 'en')).toMatchObject({
      code: 'PASSWORD_TOO_WEAK',
      weakness: 'TOO_SHORT',
      minimumLength: 15,
      message: expect.stringContaining('at least 15 characters'),
    });
    expect(passwordProblems.PASSWORD_TOO_WEAK(refusal, 'zh-CN')).toMatchObject({
      message: expect.stringContaining('至少需要 15 个字符'),
      remedies: [{ code: 'CorrectInput', title: '更正填写的内容' }],
    });
  });

  it('give a refusal for now the time when it ends', () => {
    expect(passwordProblems.OVERLOADED({ kind: 'OVERLOADED', retryAt }, 'en')).toMatchObject({
      retryAt,
      remedies: expect.arrayContaining([expect.objectContaining({ at: retryAt })]),
    });
  });
});
