import { parseEvent } from '@bindery/event-contracts';
import { newKey } from '@bindery/wallet-client';
import { bindAccessCard, bindBankCard, unbind } from './testing/cards';
import { checkHistory } from './testing/check-history';
import { mutate } from './testing/mutate';
import { rowsOf } from './system/databases';
import { services } from './system/services';
import { newHolder } from './system/the-system';

describe('the events of everything that the run has done', () => {
  beforeAll(async () => {
    const holder = await newHolder();
    const [bank, access] = [await bindBankCard(holder), await bindAccessCard(holder)];
    for (const name of ['suspendBinding', 'resumeBinding']) {
      await mutate(holder, name, { idempotencyKey: newKey(), bindingId: bank.bindingId });
      await holder.waitForStatus(bank.cardId, name === 'suspendBinding' ? 'SUSPENDED' : 'ACTIVE');
    }
    await unbind(holder, bank);
    await unbind(holder, access);
    const proof = await holder.prove({ action: 'RESTORE', subjectId: bank.bindingId });
    await holder.requestRestore(bank.bindingId, proof);
    await holder.waitForStatus(bank.cardId, 'ACTIVE');
  });

  it('number each binding’s versions without a gap, follow the table of the card machine and fold into its row', async () => {
    const { bindings, events } = await checkHistory();
    expect(bindings).toBeGreaterThanOrEqual(2);
    expect(events).toBeGreaterThanOrEqual(14);
  });

  it('are each as their contract says', async () => {
    const rows = await rowsOf<{ topic: string; headers: string; value: string }>(
      'event_log',
      'select topic, headers, value from event_log.messages',
    );
    expect(rows.length).toBeGreaterThan(50);
    const broken = rows
      .map(({ headers, value }) => ({
        headers,
        parsed: parseEvent({ headers: JSON.parse(headers) as Record<string, string>, value }),
      }))
      .filter(({ parsed }) => !parsed.ok);
    expect(broken).toEqual([]);
  });

  it('end up with every service that asked for them: there are no dead letters', async () => {
    for (const service of services) {
      expect({ service, deadLetters: await rowsOf(service, 'select * from dead_letters') }).toEqual({
        service,
        deadLetters: [],
      });
    }
  });

  it('are in order for each key, as the outbox of each service wrote them', async () => {
    const rows = await rowsOf<{ key: string; sequences: number[] }>(
      'event_log',
      `select key, array_agg(distinct_first.sequence order by position) as sequences from (
         select distinct on (headers::jsonb ->> 'ce_id') key, position, (headers::jsonb ->> 'ce_sequence')::int as sequence
         from event_log.messages where headers::jsonb ? 'ce_sequence' order by headers::jsonb ->> 'ce_id', position
       ) as distinct_first group by key`,
    );
    const disordered = rows.filter(({ sequences }) =>
      sequences.some((sequence, index) => index > 0 && sequence <= (sequences[index - 1] ?? 0)),
    );
    expect(disordered).toEqual([]);
  });
});
