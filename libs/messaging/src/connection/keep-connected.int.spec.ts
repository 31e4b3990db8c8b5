import { eventually, testPostgresUrl } from '@bindery/testing';
import { silentLog } from '../testing/test-event-log';
import { keepConnected } from './keep-connected';

describe('a connection that is kept', () => {
  it('has the server look for its end soon, so that its locks are not held by the dead', async () => {
    const settings: string[] = [];
    const kept = keepConnected({ url: testPostgresUrl(), name: 'kept', log: silentLog }, async (client, ended) => {
      for (const name of ['tcp_keepalives_idle', 'tcp_keepalives_interval', 'tcp_keepalives_count'])
        settings.push(
          (await client.query<{ value: string }>('select current_setting($1) as value', [name])).rows[0]?.value ?? '',
        );
      await new Promise((resolve) => ended.addEventListener('abort', resolve));
    });
    await eventually(() => expect(settings).toHaveLength(3));
    await kept.stop();
    expect(settings).toEqual(['5', '2', '3']);
  });
});
