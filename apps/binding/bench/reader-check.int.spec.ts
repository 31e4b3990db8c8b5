import { createSecretKey, randomBytes } from 'node:crypto';
import { migrate, withDatabase } from '@bindery/persistence';
import { createLog, createMetrics, readConfig } from '@bindery/service';
import { createTestDatabase, testPostgresUrl } from '@bindery/testing';
import { migrations } from '../migrations';
import { bindingConfigShape } from '../src/binding.config';
import { composeBinding } from '../src/composition-root';
import { loadCards } from './load-cards';
import { readerEnvironment } from './reader-environment';
import { goodAnswer, makeQuestions } from './reader-load';

/** It is run by hand and seldom: this is what keeps it runnable. */
describe('the benchmark of reader checks', () => {
  it('has a service that starts, cards that are there, and questions that are answered as they have to be', async () => {
    const rows = 30;
    const key = randomBytes(32);
    const database = await createTestDatabase('binding', (ownerUrl) => migrate('up', ownerUrl, migrations));
    await loadCards(withDatabase(testPostgresUrl(), new URL(database.appUrl).pathname.slice(1)), 'binding_app', rows);
    const environment = await readerEnvironment(database.appUrl, key.toString('base64'));
    const { http, components } = await composeBinding(
      readConfig(bindingConfigShape, { NODE_ENV: 'test', PORT: '0', ...environment }),
      { log: createLog({ service: 'binding', level: 'silent', format: 'json' }), metrics: createMetrics('binding') },
    );
    const running = components.filter((component) => component !== http);
    for (const { start } of running) await start();
    try {
      for (const cache of [false, true])
        for (const { headers, body } of makeQuestions(20, rows, createSecretKey(key), cache)) {
          const answer = await http.app.inject({ method: 'POST', url: '/reader-checks', headers, payload: body });
          expect([answer.statusCode, answer.body.startsWith(goodAnswer)]).toEqual([200, true]);
        }
    } finally {
      await http.stop();
      for (const { stop } of running.toReversed()) await stop();
      await database.drop();
    }
  }, 60_000);
});
