import { Socket } from 'node:net';
import { Client, type ClientConfig } from 'pg';

export interface CuttableClient {
  readonly client: Client;
  /** Ends the connection at once and without a word, also to a server that does not answer. */
  cut(): void;
}

/** A client of pg on a socket of ours: pg's own `end` waits for the server. */
export function createCuttableClient(config: ClientConfig): CuttableClient {
  const socket = new Socket();
  return { client: new Client({ ...config, stream: () => socket }), cut: () => socket.destroy() };
}
