import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createSimulatedWorld, type CaughtMessage, type SimulatedWorld } from './simulated-world';

describe('the simulated world', () => {
  let server: Server;
  let world: SimulatedWorld;
  let asked: string[];
  let answer: () => { status: number; body: object };
  beforeEach(async () => {
    asked = [];
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        asked.push(`${request.method} ${request.url} ${body}`.trim());
        const { status, body: text } = answer();
        response.writeHead(status).end(JSON.stringify(text));
      });
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    world = createSimulatedWorld(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  });
  afterEach(() => new Promise((done) => server.close(done)));

  const sms = (id: string, text: string): CaughtMessage => ({ id, channel: 'SMS', to: '+8613800000001', text, at: '' });

  it('waits for the code of a message that was not there before, the newest first', async () => {
    const old = sms('1', 'Code 111111.');
    const answers = [
      [old],
      [sms('2', 'Card 6222021234 is bound.'), old],
      [sms('4', '444444'), sms('3', '333333'), old],
    ];
    answer = () => ({ status: 200, body: { messages: answers.length > 1 ? answers.shift() : answers[0] } });
    expect(await world.nextCode('+8613800000001', [old])).toBe('444444');
    expect(asked).toEqual(Array(3).fill('GET /messages?to=%2B8613800000001&limit=200'));
  });

  it('pays in minor units of CNY', async () => {
    answer = () => ({ status: 200, body: { approved: true, reason: 'ACTIVE' } });
    expect(await world.pay('cred_1', 1250, 'Bakery')).toEqual({ approved: true, reason: 'ACTIVE' });
    expect(asked).toEqual([
      'POST /payments {"credentialReference":"cred_1","amount":{"value":1250,"currency":"CNY"},"merchant":"Bakery"}',
    ]);
  });

  it('says what was asked and answered when it is refused', async () => {
    answer = () => ({ status: 404, body: { code: 'DOOR_UNKNOWN' } });
    await expect(world.tap('cellar', 'cred_1')).rejects.toThrow(
      'POST /doors/cellar/taps answered 404: {"code":"DOOR_UNKNOWN"}',
    );
  });
});
