import { execFileSync } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { freePort } from './free-port';

const drawing = (...ports: readonly number[]) => {
  const left = [...ports];
  return () => left.shift()!;
};
/** One that freePort would not draw by itself, so that no other test stands on it. */
const outside = async () => (await freePort()) + 10_000;

describe('a free port', () => {
  it('is one that fetch asks', async () => {
    await expect(fetch('http://127.0.0.1:10080')).rejects.toMatchObject({ cause: { message: 'bad port' } });
    const other = await outside();
    expect(await freePort(drawing(10_080, other))).toBe(other);
  });

  it('is given once, whichever process asks', async () => {
    const root = resolve(__dirname, '../../..');
    const script = `require('./libs/testing/src/free-port').freePort().then((port) => console.log(port))`;
    const elsewhere = execFileSync(process.execPath, ['-r', './tools/runtime/register.cjs', '-e', script], {
      cwd: root,
    });
    const [mine, theirs, other] = [await freePort(), Number(elsewhere), await outside()];
    expect(await freePort(drawing(mine, theirs, other))).toBe(other);
  });

  it('is one that nobody listens on', async () => {
    const server = createServer();
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as AddressInfo;
    const other = await outside();
    expect(await freePort(drawing(port, other))).toBe(other);
    await new Promise((done) => server.close(done));
  });
});
