import { guessProblems } from './account-lock.problems';

const retryAt = new Date('2026-01-01T12:00:00Z');

describe('guessProblems', () => {
  it('give a refusal for now the time when it ends', () => {
    expect(guessProblems.TOO_MANY_FAILURES({ kind: 'TOO_MANY_FAILURES', retryAt }, 'en')).toMatchObject({
      retryAt,
      remedies: expect.arrayContaining([expect.objectContaining({ at: retryAt })]),
    });
  });
});
