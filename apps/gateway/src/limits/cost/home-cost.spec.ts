import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Supergraph } from '@apollo/federation-internals';
import { getOperationAST, parse } from 'graphql';
import { documents } from '@bindery/wallet-client';
import { requestLimits } from '../request-limits';
import { compileCost } from './compile-cost';
import { readCostWeights } from './cost-weights';

const sdl = readFileSync(join(__dirname, '../../../supergraph.graphql'), 'utf8');
const schema = Supergraph.build(sdl).apiSchema().toGraphQLJSSchema();
const weights = readCostWeights(sdl);

function costOf(text: string): number {
  const document = parse(text);
  return compileCost(schema, weights, document, getOperationAST(document)!)({});
}

describe('the cost of real operations', () => {
  it('lets the home screen have less than a tenth of the limit', () => {
    expect(costOf(documents.home)).toBeGreaterThan(100);
    expect(costOf(documents.home)).toBeLessThan(requestLimits.cost / 10);
  });

  it.each(Object.entries(documents))('lets the wallet ask %s', (_name, text) => {
    expect(costOf(text)).toBeLessThanOrEqual(requestLimits.cost);
  });

  it.each(['logIn', 'register', 'resetPassword', 'startChallenge', 'resendChallenge', 'answerChallenge'])(
    'has %s once in a request: two are too many',
    (field) => {
      const once = costOf(`mutation { ${field}(input: {}) { __typename } }`);
      expect(once).toBeLessThan(requestLimits.cost);
      expect(2 * once).toBeGreaterThan(requestLimits.cost);
    },
  );

  it('knows a walk through everything somebody has for what it is', () => {
    expect(
      costOf('{ viewer { cards(first: 100) { edges { node { history(first: 100) { edges { node { text } } } } } } } }'),
    ).toBeGreaterThan(requestLimits.cost);
  });
});
