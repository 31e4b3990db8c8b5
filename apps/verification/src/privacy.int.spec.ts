import { eventContracts } from '@bindery/event-contracts';
import { eventually } from '@bindery/testing';
import {
  aHolder,
  answer,
  codeIn,
  eventsOf,
  newPhone,
  planDigest,
  resend,
  smsTo,
  start,
  startBind,
  wrongCode,
  newBindingId,
} from './testing/operations';
import { startVerification, type RunningVerification } from './testing/start-verification';

let service: RunningVerification;
beforeAll(async () => (service = await startVerification()));
afterAll(() => service.stop());

/** Every row of every table, as text: what a dump would hold. */
async function dump(): Promise<string> {
  const tables = await service.sql<{ name: string }>(
    "SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname IN ('public', 'graphile_worker') AND has_table_privilege(format('%I.%I', schemaname, tablename), 'SELECT')",
  );
  const rows = await Promise.all(
    tables.map(({ name }) => service.sql(`SELECT to_jsonb(t)::text AS row FROM ${name} t`)),
  );
  return JSON.stringify(rows);
}

describe('personal data', () => {
  it('is in no event, no row and no log line in clear after everything was done with it', async () => {
    const clientAddress = '203.0.113.77';
    const holder = await aHolder(service);
    const stranger = newPhone();
    const claims = { ...holder.claims, clientAddress };
    const registering = (await start(service, { purpose: { action: 'REGISTER' }, phone: stranger }, { clientAddress }))
      .challenge;
    const unbinding = (
      await start(service, { purpose: { action: 'UNBIND', subjectId: newBindingId(), planDigest } }, claims)
    ).challenge;
    const binding = await startBind(service, holder);
    const codes = [
      codeIn(await smsTo(service, stranger)),
      codeIn(await smsTo(service, holder.phone, 1)),
      codeIn(await smsTo(service, holder.phone, 2)),
    ];
    const { proof } = await answer(service, registering.id, codes[0] ?? '', { clientAddress });
    for (let n = 1; n <= 5; n++) await answer(service, binding.id, wrongCode(codes[2] ?? '', n + 1), claims);
    service.clock.advance(60_000);
    await resend(service, unbinding.id, claims);
    await smsTo(service, holder.phone, 3);
    await eventually(async () => expect((await eventsOf(service, binding.id)).length).toBe(2));

    const everything = `${await dump()}${service.lines.join('\n')}${await service.metrics.metrics()}`;
    const personal = [holder.phone, stranger, holder.phone.slice(3), stranger.slice(3), clientAddress, proof.token];
    expect(personal.filter((text) => everything.includes(text))).toEqual([]);
    expect(
      codes.filter((code) =>
        new RegExp(`(?<![\\w-])${code}(?![\\w-])`).test(everything.replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+/g, '')),
      ),
    ).toEqual([]);
    expect(service.lines.length).toBeGreaterThan(0);
  });

  it('is left out of events about strangers, whose subject is a phone', async () => {
    const { challenge } = await start(service, { purpose: { action: 'RESET_PASSWORD' }, phone: newPhone() });
    const [started] = await eventsOf(service, challenge.id);
    expect(Object.keys(started?.data ?? {}).sort()).toEqual(['action', 'at', 'challengeId', 'expiresAt', 'factor']);
    expect(eventContracts.map(({ type }) => String(type))).toContain(started?.type);
  });
});
