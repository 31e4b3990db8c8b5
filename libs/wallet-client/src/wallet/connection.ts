import type { GraphClient } from '../graph-client';
import type { Outcome } from '../wallet-types';

/** An idempotency key nobody had before. */
export const newKey = (): string => crypto.randomUUID();

/** How long things may take that are settled elsewhere. */
export const settleTimeoutMs = 20_000;

/** The graph as the person who is logged in asks it; before the login, and when `accessToken` is undefined, as nobody. */
export interface Connection {
  accessToken: string | undefined;
  refreshToken: string | undefined;
  /** Says that this device is the account’s; it stays when the session is over. */
  deviceToken: string | undefined;
  ask<Field extends string, Value>(document: string, input?: object): Promise<Record<Field, Value>>;
  /** Sends a mutation and answers which member of its union came. */
  mutate(document: string, input: object): Promise<Outcome>;
}

export function createConnection(graph: GraphClient): Connection {
  const connection: Connection = {
    accessToken: undefined,
    refreshToken: undefined,
    deviceToken: undefined,
    ask: (document, input) => graph.ask(document, input, connection.accessToken),
    mutate: async (document, input) =>
      Object.values(await connection.ask<string, Outcome>(document, { input }))[0] as Outcome,
  };
  return connection;
}
