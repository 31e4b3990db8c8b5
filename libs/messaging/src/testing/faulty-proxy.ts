import { connect, createServer, type Server, type Socket } from 'node:net';
import { freePort } from '@bindery/testing';

/** How what is behind the proxy is away: connections are cut and refused, or are taken and nothing more comes of them. */
export type Fault = 'refuses' | 'hangs';

/** A way to a server on this machine that can be broken and mended. */
export interface FaultyProxy {
  readonly port: number;
  break(fault: Fault): Promise<void>;
  /** What hung goes on where it was, as after a pause of the network or of the server. */
  mend(): Promise<void>;
  close(): Promise<void>;
}

export async function startFaultyProxy(targetPort: () => number): Promise<FaultyProxy> {
  const port = await freePort();
  const pairs = new Set<readonly [Socket, Socket]>();
  let server: Server | undefined;
  let hangs = false;

  const takeIn = (client: Socket): void => {
    const target = connect(targetPort(), '127.0.0.1');
    const pair = [client, target] as const;
    pairs.add(pair);
    const end = () => {
      pairs.delete(pair);
      client.destroy();
      target.destroy();
    };
    for (const socket of pair) socket.setNoDelay(true).on('error', end).on('close', end);
    if (!hangs) flow(pair);
  };

  const open = async (): Promise<void> => {
    const opened = createServer(takeIn);
    await new Promise<void>((resolve, reject) => opened.once('error', reject).listen(port, '127.0.0.1', resolve));
    server = opened;
  };
  const refuse = (): void => {
    server?.close();
    server = undefined;
    for (const [client, target] of pairs) {
      // A reset, as a killed process gives, and no farewell.
      client.resetAndDestroy();
      target.destroy();
    }
  };

  await open();
  return {
    port,
    break(fault) {
      hangs = fault === 'hangs';
      if (hangs) for (const pair of pairs) halt(pair);
      else refuse();
      return Promise.resolve();
    },
    async mend() {
      hangs = false;
      if (!server) await open();
      for (const pair of pairs) flow(pair);
    },
    close() {
      refuse();
      return Promise.resolve();
    },
  };
}

function flow([client, target]: readonly [Socket, Socket]): void {
  client.pipe(target);
  target.pipe(client);
}

function halt([client, target]: readonly [Socket, Socket]): void {
  client.unpipe(target).pause();
  target.unpipe(client).pause();
}
