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
