import type { ProviderProfile } from '../../../catalogue/provider-profile.rules';
import { countedPhases, type Binding } from '../../../lifecycle/binding.rules';

type Place = Pick<Binding, 'provider' | 'deviceId'>;
type Taker = Place & Pick<Binding, 'id' | 'state'>;

/** One that gives its place to another as soon as that is bound. */
export interface Yielding {
  readonly old: Taker;
  readonly successor: Taker;
}

const counts = ({ state }: Taker): boolean => countedPhases.some((phase) => phase === state.phase);

/**
 * The places that are counted twice while another takes them: of the old one and of its successor, which is confirmed, or is the start that is asked
 * about.
 */
export const yieldedTo = (startId: Binding['id'] | undefined, yielding: readonly Yielding[]): Place[] =>
  yielding
    .filter(({ old, successor }) => counts(old) && (successor.id === startId || counts(successor)))
    .map(({ old }) => old);

/** Whether another binding at a provider, on a device, would keep its limits; `taken` is what there is, by both, `yielded` what of it gives way. */
export function leavesRoom(
  taken: readonly (Place & { readonly count: number })[],
  { provider, deviceId }: Place,
  { limits: { perAccount, perDevice } }: Pick<ProviderProfile, 'limits'>,
  yielded: readonly Place[] = [],
): boolean {
  const sum = (places: typeof taken) => places.reduce((total, { count }) => total + count, 0);
  const left = [...taken, ...yielded.map((place) => ({ ...place, count: -1 }))];
  const here = left.filter((place) => place.provider === provider);
  const onDevice = here.filter((place) => place.deviceId === deviceId);
  return (perAccount === null || sum(here) < perAccount) && (perDevice === null || sum(onDevice) < perDevice);
}
