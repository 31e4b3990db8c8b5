import type { GraphClient } from '../graph-client';
import { createActivation } from './activation';
import { createBindings } from './bindings';
import { createCards } from './cards';
import { createConnection } from './connection';
import { createObligationActs } from './obligations';
import type { Person, TextMessages } from './person';
import { createProofs } from './proofs';
import { createRecords } from './records';
import { createSessions } from './sessions';

/** One person with one phone and the wallet app on it: what the app would do, step by step, through the gateway only. */
export function createWallet(graph: GraphClient, texts: TextMessages, person: Person) {
  const connection = createConnection(graph);
  const proofs = createProofs(connection, texts, person);
  return {
    person,
    graph,
    get accessToken() {
      return connection.accessToken;
    },
    mutate: connection.mutate,
    ...proofs,
    ...createSessions(connection, graph, proofs, person),
    ...createCards(connection),
    ...createBindings(connection, proofs),
    ...createObligationActs(connection, proofs),
    ...createActivation(connection),
    ...createRecords(connection),
  };
}

export type Wallet = ReturnType<typeof createWallet>;
