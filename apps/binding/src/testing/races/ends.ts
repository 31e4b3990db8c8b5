import type { Id } from '@bindery/kernel';
import { readBinding, type Holder } from '../holder';
import type { RunningBinding } from '../start-binding-service';

/** What is wrong where a binding is in none of the phases that it may end in. */
export async function endsIn(
  service: RunningBinding,
  holder: Holder,
  bindingId: Id<'binding'>,
  ...phases: readonly string[]
): Promise<string[]> {
  const { phase } = await readBinding(service, holder, bindingId);
  return phases.includes(phase) ? [] : [`${bindingId} ends ${phase}, not ${phases.join(' or ')}`];
}

/** What is wrong where a step was taken more or less often than it should have been. */
export async function wasTaken(
  service: RunningBinding,
  bindingId: Id<'binding'>,
  trigger: string,
  times: number,
): Promise<string[]> {
  const [row] = await service.sql<{ count: number }>(
    'SELECT count(*)::int AS count FROM binding_change WHERE binding_id = $1 AND trigger = $2',
    [bindingId, trigger],
  );
  return row?.count === times ? [] : [`${bindingId} has ${row?.count} steps by ${trigger}, not ${times}`];
}
