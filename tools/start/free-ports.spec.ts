import { createServer, type Server } from 'node:http';
import { opsPortOf } from '@bindery/service';
import { checkPortsFree } from './free-ports';
import { portsFrom } from './topology';

const ports = portsFrom(28_700);
const servers: Server[] = [];
const listen = (port: number) =>
  new Promise<void>((resolve) => {
    const server = createServer((_request, response) => response.end('{}'));
    servers.push(server.listen(port, '127.0.0.1', () => resolve()));
  });
const check = () => checkPortsFree(ports, { kafka: false, afterCrash: false });

describe('ports that somebody listens on', () => {
  afterEach(() => Promise.all(servers.splice(0).map((server) => new Promise((resolve) => server.close(resolve)))));

  it('are told with the port that the system is started with', async () => {
    await expect(check()).resolves.toBeUndefined();
    await listen(ports.identity);
    await expect(check()).rejects.toMatchObject({
      message: 'Port 28701, which identity needs where the system is on port 28700, is taken by another program.',
      remedy: expect.stringContaining('npm start -- --port 29700'),
    });
  });

  it('are said to be another Bindery’s where one is there', async () => {
    await listen(ports.identity);
    await listen(opsPortOf(ports.identity));
    await expect(check()).rejects.toMatchObject({
      message: 'Another Bindery runs on port 28700, with the ports above it that its parts need.',
    });
  });
});
