import { setTimeout as pause } from 'node:timers/promises';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { parse } from 'graphql';
import { addSubgraph } from '@bindery/subgraph';
import {
  createHttpHost,
  toListeningAddress,
  createLog,
  createMetrics,
  createSecurityLog,
  readConfig,
  runProgram,
  runService,
  serverConfig,
} from '@bindery/service';
import { smallGraph, type SmallSubgraph } from './small-graph';

/** As long as an ordinary answer takes, so that something is always on the way when the process is told to stop. */
const answerMs = 15;

const resolvers = {
  identity: {
    Query: { viewer: async () => pause(answerMs, { id: 'account_1', name: 'Ada' }) },
    Mutation: {
      async write(_source: unknown, { key }: { key: string }) {
        process.send?.({ wrote: key });
        return pause(answerMs, key);
      },
    },
  },
  binding: {
    Account: { __resolveReference: async ({ id }: { id: string }) => pause(answerMs, { id, cards: ['card_1'] }) },
  },
};

/** A subgraph as all of ours are, on the same libraries, with a graph of a few lines and no database. */
async function main(): Promise<void> {
  const name = process.argv[2] as SmallSubgraph;
  const config = readConfig(serverConfig, process.env);
  const log = createLog({ service: name, level: config.LOG_LEVEL, format: config.LOG_FORMAT });
  const host = createHttpHost({
    ...toListeningAddress(config),
    log,
    metrics: createMetrics(name),
    isReady: async () => true,
  });
  const schema = buildSubgraphSchema([{ typeDefs: parse(smallGraph[name]), resolvers: resolvers[name] }]);
  await addSubgraph(host.app, {
    name,
    subgraph: { schema, sdl: smallGraph[name] },
    gatewayKeys: process.env.GATEWAY_KEYS ?? '',
    log,
    security: createSecurityLog(log),
  });
  await runService({ log, components: [host] });
}

runProgram(main);
