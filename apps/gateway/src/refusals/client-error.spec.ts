import { createClientErrors } from './client-error';
import { withLocale } from './request-locale';

function countedFor(error: {
  readonly path?: readonly string[];
  readonly extensions: Record<string, unknown>;
}): string[] {
  const counted: string[] = [];
  const toClientError = createClientErrors({
    production: true,
    count: (code) => counted.push(code),
    onBug: () => 'id',
  });
  toClientError({ message: 'words', ...error });
  return counted;
}

describe('what is counted as refused', () => {
  it('is what concerns the request as a whole', () => {
    expect(countedFor({ extensions: { code: 'GRAPHQL_PARSE_FAILED' } })).toEqual(['GRAPHQL_PARSE_FAILED']);
    expect(countedFor({ extensions: {} })).toEqual(['INTERNAL_SERVER_ERROR']);
  });

  it.each([
    { path: ['viewer', 'cards'], extensions: { code: 'SUBGRAPH_UNAVAILABLE' } },
    { extensions: { code: 'SUBGRAPH_UNAVAILABLE' } },
    { extensions: { code: 'SUBGRAPH_TIMEOUT' } },
    { extensions: { code: 'NOT_FOUND', serviceName: 'binding' } },
    { path: ['viewer'], extensions: {} },
  ])('is not what a part of the answer lacks, however many places are told: %j', (error) => {
    expect(countedFor(error)).toEqual([]);
  });
});

describe('what helps', () => {
  const toClientError = createClientErrors({ production: true, count: () => undefined, onBug: () => 'id' });
  const remediesOf = (extensions: Record<string, unknown>, path?: readonly string[]) =>
    withLocale('en', () => toClientError({ message: 'words', ...(path && { path }), extensions }).extensions?.remedies);
  const [correctInput, logIn] = [
    { kind: 'CORRECT_INPUT', code: 'CorrectInput', title: expect.any(String) as string },
    { kind: 'LOG_IN', code: 'LogIn', title: 'Sign in' },
  ];

  it.each([undefined, ['viewer', 'cards']])('is told of what is asked wrongly, wherever it is found: %j', (path) => {
    expect(remediesOf({ code: 'BAD_USER_INPUT', serviceName: 'binding' }, path)).toEqual([correctInput]);
    expect(remediesOf({ code: 'UNAUTHENTICATED', serviceName: 'binding' }, path)).toEqual([logIn]);
  });

  it('is what the error itself says, where it says something', () => {
    const remedies = [{ code: 'RefreshSession' }, { code: 'LogIn' }];
    expect(remediesOf({ code: 'UNAUTHENTICATED', remedies })).toMatchObject([{ kind: 'REFRESH_SESSION' }, logIn]);
  });

  it('is nothing for a bug and for what the document got wrong', () => {
    expect(remediesOf({}, ['viewer'])).toEqual([]);
    expect(remediesOf({ code: 'GRAPHQL_VALIDATION_FAILED', serviceName: 'binding' }, ['card'])).toEqual([]);
  });
});

describe('the words of a request that is none', () => {
  const wordsOf = (message: string, production: boolean) =>
    withLocale(
      'en',
      () =>
        createClientErrors({ production, count: () => undefined, onBug: () => 'id' })({
          message,
          extensions: { code: 'BAD_REQUEST' },
        }).message,
    );

  it('are ours in production, and wherever the error brings none but its code', () => {
    const ours = 'This is not a GraphQL request.';
    expect(wordsOf('POST body missing', true)).toBe(ours);
    expect(wordsOf('BAD_REQUEST', false)).toBe(ours);
    expect(wordsOf('POST body missing', false)).toBe('POST body missing');
  });
});
