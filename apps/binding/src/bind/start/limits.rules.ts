import type { ProviderProfile } from '../../catalogue/provider-profile.rules';
import type { Binding } from '../../lifecycle/binding.rules';

type Place = Pick<Binding, 'provider' | 'deviceId'>;

/** Whether another binding at a provider, on a device, would keep its limits; `taken` is what there is, by both. */
export function leavesRoom(
  taken: readonly (Place & { readonly count: number })[],
  { provider, deviceId }: Place,
  { limits: { perAccount, perDevice } }: Pick<ProviderProfile, 'limits'>,
): boolean {
  const sum = (places: typeof taken) => places.reduce((total, { count }) => total + count, 0);
  const here = taken.filter((place) => place.provider === provider);
  const onDevice = here.filter((place) => place.deviceId === deviceId);
  return (perAccount === null || sum(here) < perAccount) && (perDevice === null || sum(onDevice) < perDevice);
}
