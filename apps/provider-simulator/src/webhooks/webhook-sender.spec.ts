import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { newId } from '@bindery/kernel';
import { eventually } from '@bindery/testing';
import { settled, takeToken } from '../testing/bind-card';
import { startWorld, type World } from '../testing/start-world';
import { attemptsMax, retryAfterMs } from './retry-schedule';

describe('retry schedule', () => {
  it('doubles from 0.2 s up to 30 s', () => {
    expect([1, 2, 3, 8, 9, attemptsMax - 1].map(retryAfterMs)).toEqual([200, 400, 800, 25_600, 30_000, 30_000]);
  });

  it('ends', () => expect(retryAfterMs(attemptsMax)).toBeUndefined());
});

describe('webhooks', () => {
  let world: World;
  let dataDir: string;
  beforeEach(async () => {
    dataDir = await mkdtemp(path.join(tmpdir(), 'simulator-'));
    world = await startWorld({ dataDir });
  });
  afterEach(async () => {
    await world.stop();
    await rm(dataDir, { recursive: true });
  });

  const bind = async () => {
    const operationId = newId('operation');
    await world.operate('seaside-bank', 'BIND', { token: await takeToken(world, 'seaside-bank') }, operationId);
    return operationId;
  };

  it('are sent again under the same id until they are taken', async () => {
    world.platform.webhookAnswers.push(500, 404);
    await bind();
    await eventually(() => expect(world.platform.webhooks).toHaveLength(3));
    expect(new Set(world.platform.webhooks.map(({ id, body }) => JSON.stringify([id, body]))).size).toBe(1);
    expect(world.platform.webhooks.every(({ signed }) => signed)).toBe(true);
  });

  it('do not follow a redirect', async () => {
    world.platform.webhookAnswers.push(302);
    await bind();
    await eventually(() => expect(world.platform.webhooks).toHaveLength(2));
  });

  it('that were not taken are sent by the next run', async () => {
    const { platform } = world;
    platform.webhookAnswers.push(500, 500, 500);
    const operationId = await bind();
    await eventually(() => expect(platform.webhooks.length).toBeGreaterThan(0));
    await world.stopSimulator();
    platform.webhookAnswers.length = 0;
    world = await startWorld({ dataDir, platform });
    await settled(world, operationId);
    expect(new Set(platform.webhooks.map(({ id }) => id)).size).toBe(1);
  });
});
