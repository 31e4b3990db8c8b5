import type { Promised } from '../load';
import type { Ask } from './question';

/** What was acknowledged to a holder must be found: the account, the step of the binding. */
export async function judgePromises(ask: Ask, promised: readonly Promised[]): Promise<readonly string[]> {
  const accounts = new Set((await ask<{ id: string }>('identity', 'select id from account')).map(({ id }) => id));
  const steps = new Set(
    (await ask<{ step: string }>('binding', "select binding_id || ' ' || trigger as step from binding_change")).map(
      ({ step }) => step,
    ),
  );
  return promised.flatMap(({ id, trigger }) =>
    (trigger ? steps.has(`${id} ${trigger}`) : accounts.has(id))
      ? []
      : [`acknowledged and not there: ${trigger ?? 'registration'} of ${id}`],
  );
}
