import { createLog } from '../log';
import { createMetrics } from '../metrics';
import { createHttpHost } from './http-host';

const log = createLog({ service: 'test', level: 'silent', format: 'json' });
const create = () =>
  createHttpHost({ host: '127.0.0.1', port: 0, log, metrics: createMetrics('test'), isReady: async () => false });

describe('every answer', () => {
  it('says that its type is not to be guessed, errors too', async () => {
    const { app } = create();
    for (const url of ['/health/live', '/health/ready', '/nothing-here']) {
      const { headers } = await app.inject(url);
      expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' });
      expect(headers).not.toHaveProperty('strict-transport-security');
    }
  });
});

describe('readiness', () => {
  it('is 503 while the work cannot be done, and liveness is not touched by it', async () => {
    const { app } = create();
    expect((await app.inject('/health/ready')).statusCode).toBe(503);
    expect((await app.inject('/health/live')).statusCode).toBe(200);
  });
});
