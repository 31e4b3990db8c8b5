import { createClientErrors } from './client-error';

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
