import { execFileSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { createServer, type AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { freePort } from './free-port';

/** These first, then any. */
const drawing = (...ports: readonly number[]) => {
  const left = [...ports];
  const draw = (from: number, to: number) => left.shift() ?? randomInt(from, to);
  return { draw, left };
};

describe('a free port', () => {
  it('is one that fetch asks', async () => {
    await expect(fetch('http://127.0.0.1:10080')).rejects.toMatchObject({ cause: { message: 'bad port' } });
    const { draw, left } = drawing(10_080);
    expect(await freePort(draw)).not.toBe(10_080);
    expect(left).toEqual([]);
  });

  it('is given once, whichever process asks', async () => {
    const root = resolve(__dirname, '../../..');
    const script = `require('./libs/testing/src/free-port').freePort().then((port) => process.stdout.write(String(port)))`;
    const elsewhere = execFileSync(process.execPath, ['-r', './tools/runtime/register.cjs', '-e', script], {
      cwd: root,
    });
    const given = [await freePort(), Number(elsewhere)];
    expect(given.every((port) => port >= 10_000)).toBe(true);
    const { draw, left } = drawing(...given);
    expect(given).not.toContain(await freePort(draw));
    expect(left).toEqual([]);
  });

  it('is one that nobody listens on', async () => {
    const server = createServer();
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as AddressInfo;
    const { draw, left } = drawing(port);
    expect(await freePort(draw)).not.toBe(port);
    expect(left).toEqual([]);
    await new Promise((done) => server.close(done));
  });
});
