import type { DataOf } from '@bindery/event-contracts';
import { newId, type Id } from '@bindery/kernel';
import { bind, confirm, mutate, readBinding, settle, startInput, unbind, type Holder } from './holder';
import type { ProviderCode, RunningBinding } from './start-binding-service';
import type { BindingProcess } from './start-process';

interface Bound {
  readonly bindingId: Id<'binding'>;
  readonly cardId: Id<'card'>;
  /** What its provider calls it. */
  readonly reference: string;
}

/** Bound, with the name that its provider gave it. */
export async function boundAs(
  service: RunningBinding,
  by: Holder,
  provider?: ProviderCode,
  card?: object,
): Promise<Bound> {
  const bound = await bind(service, by, provider, card);
  const { credentialReference: reference } = await readBinding(service, by, bound.bindingId);
  return { ...bound, reference };
}

/** Bound, and taken off again. */
export async function unbound(service: RunningBinding, by: Holder): Promise<Bound> {
  const bound = await boundAs(service, by);
  await unbind(service, by, bound.bindingId);
  await settle(service);
  return bound;
}

/** Its bind was sent and waits for the provider. */
export async function onTheWay(service: RunningBinding, by: Holder) {
  const { binding } = await mutate(service, by, 'startBinding', startInput(by));
  const { operation } = await confirm(service, by, binding.id);
  await service.jobs.run();
  return { bindingId: binding.id as Id<'binding'>, operationId: operation.id as Id<'operation'> };
}

/** The same account on another device, in a session of its own. */
export function onAnotherDevice({ viewer: before, claims }: Holder): Holder {
  const viewer = { ...before, deviceId: newId('device'), sessionId: newId('session') };
  return { viewer, claims: { ...claims, viewer } };
}

/** Identity has told of the device of a holder and then of another one; answers them on that. */
export async function withAnotherDevice(service: RunningBinding | BindingProcess, holder: Holder): Promise<Holder> {
  const other = onAnotherDevice(holder);
  const at = ('clock' in service ? service.clock.now() : new Date()).toISOString();
  for (const [place, { viewer }] of [holder, other].entries()) {
    const { accountId, deviceId } = viewer;
    await tellDevice(service, { accountId, deviceId, platform: 'IOS', clientApp: 'WALLET', at }, place + 2);
  }
  return other;
}

type Registered = DataOf<'bindery.account.device-registered.v1'>;

async function tellDevice(service: RunningBinding | BindingProcess, data: Registered, sequence: number): Promise<void> {
  if ('tellDevice' in service) return service.tellDevice(data, sequence);
  const type = 'bindery.account.device-registered.v1';
  await service.eventLog.publish('identity', { type, key: data.accountId, sequence, data });
}
