import { IsNull, Not, type DataSource } from 'typeorm';
import { statusOf } from '@bindery/card-lifecycle';
import { BindingChangeRow } from '../lifecycle/binding-change.entity';
import { BindingRow } from '../lifecycle/binding.entity';
import { nameKind } from '../providers';

interface OutboxRow {
  readonly headers: Record<string, string>;
  readonly value: string;
}

const sequenceOf = ({ headers }: OutboxRow) => Number(headers.ce_sequence);

/**
 * Invariant 12 over a whole database: each transition has one record and one event, versions have no gap, and the last
 * event tells what the row says. Answers how many transitions were looked at.
 */
export async function checkHistory(dataSource: DataSource): Promise<number> {
  const bindings = await dataSource.manager.find(BindingRow);
  let transitions = 0;
  for (const binding of bindings) {
    const changes = await dataSource.manager.find(BindingChangeRow, {
      where: { bindingId: binding.id, version: Not(IsNull()) },
      order: { version: 'ASC' },
    });
    const events: OutboxRow[] = await dataSource.query(
      `SELECT headers, value FROM outbox_events WHERE key = $1 AND headers ->> 'ce_type' LIKE 'bindery.binding.%' ORDER BY position`,
      [binding.id],
    );
    const versions = Array.from({ length: binding.version }, (_, index) => index + 1);
    expect(changes.map(({ version }) => version)).toEqual(versions);
    expect(events.map(sequenceOf)).toEqual(versions);
    changes.forEach((change, index) => expect(change.fromPhase).toBe(changes[index - 1]?.toPhase ?? null));

    const folded = events.reduce<Record<string, unknown>>(
      (state, { value }) => ({ ...state, ...(JSON.parse(value) as object) }),
      {},
    );
    const { phase, holds, sync } = binding;
    expect(folded).toMatchObject({
      to: phase,
      holds,
      status: statusOf({ phase, holds, sync }),
      cardId: binding.cardId,
      accountId: binding.accountId,
      kindName: nameKind(binding.kind),
    });
    expect(folded.sync).toEqual(sync);
    transitions += changes.length;
  }
  return transitions;
}

/** Everything in the database as text, for looking for what must not be there. */
export async function dumpAsText(dataSource: DataSource): Promise<string> {
  const tables: { name: string }[] = await dataSource.query(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname IN ('public', 'graphile_worker') AND tablename <> 'migration'`,
  );
  const dumps: string[] = [];
  for (const { name } of tables) {
    const rows: { text: string }[] = await dataSource.query(`SELECT t::text AS text FROM ${name} t`);
    dumps.push(...rows.map(({ text }) => text));
  }
  return dumps.join('\n');
}
