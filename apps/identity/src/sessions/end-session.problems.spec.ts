import { toEndSessionProblem } from './end-session.problems';

describe('toEndSessionProblem', () => {
  it('tells who is not signed in by an error, as every field does', () => {
    expect(() => toEndSessionProblem({ kind: 'NOT_SIGNED_IN' }, 'en')).toThrow('Sign in first.');
  });
});
