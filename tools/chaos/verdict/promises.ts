import type { Promised } from '../lives';
import type { Ask } from './question';

/** Everything that a holder may be told the id of. */
const things = `select id from dispute union all select consent_id from consent_withdrawal union all select id from usage_export
  union all select subject_id from lost_report`;

/** What was acknowledged to a holder must be found: the account, the step of the binding, the dispute, the withdrawal, the file, the report. */
export async function judgePromises(ask: Ask, promised: readonly Promised[]): Promise<readonly string[]> {
  const known = new Set(
    [
      ...(await ask<{ id: string }>('identity', 'select id from account')),
      ...(await ask<{ id: string }>('binding', things)),
      ...(await ask<{ id: string }>('binding', "select binding_id || ' ' || trigger as id from binding_change")),
    ].map(({ id }) => id),
  );
  return promised.flatMap(({ id, trigger }) =>
    known.has(trigger ? `${id} ${trigger}` : id)
      ? []
      : [`acknowledged and not there: ${trigger ?? 'what has the id'} ${id}`],
  );
}
