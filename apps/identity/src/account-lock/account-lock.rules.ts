import type { AbuseRules, Claim } from '@bindery/abuse-ledger';

const [second, minute] = [1_000, 60_000];
const [hour, day] = [60 * minute, 24 * 60 * minute];

/** Wrong passwords of strangers, in any 30 days, after which only a reset lets somebody in whom we do not know (NIST SP 800-63B-4 allows 100 in a row). */
export const failuresMax = 50;

/**
 * How often a password may be guessed, by lane: whoever guesses in one lane spends nothing of the others. All lanes of one account together are
 * `guessesPerDayMax` in any 24 hours, whoever guesses from wherever. The first tries cost nothing, people mistype; then waits grow, by windows of growing length.
 */
export const guessRules = {
  /** On a device that shows a token of this account. One device that is stolen leaves some to the others. */
  'logIn.device': [
    { dimension: 'DEVICE', limit: 5, windowMs: minute },
    { dimension: 'DEVICE', limit: 7, windowMs: 15 * minute },
    { dimension: 'DEVICE', limit: 10, windowMs: day },
    { dimension: 'TARGET', limit: 16, windowMs: day },
  ],
  /** On an installation that has logged in before, without a token: an app that does not send it yet. */
  'logIn.installation': [
    { dimension: 'DEVICE', limit: 5, windowMs: minute },
    { dimension: 'DEVICE', limit: 6, windowMs: 15 * minute },
    { dimension: 'TARGET', limit: 8, windowMs: day },
  ],
  /** From a network address that the account was used from before. */
  'logIn.address': [
    { dimension: 'ADDRESS', limit: 5, windowMs: minute },
    { dimension: 'ADDRESS', limit: 6, windowMs: 15 * minute },
    { dimension: 'TARGET', limit: 8, windowMs: day },
  ],
  /** Anybody. What they cannot have at once comes back over the day. One address is bounded whomever it tries. */
  'logIn.stranger': [
    { dimension: 'TARGET', limit: 5, windowMs: 10 * second },
    { dimension: 'TARGET', limit: 6, windowMs: 5 * minute },
    { dimension: 'TARGET', limit: 7, windowMs: 30 * minute },
    { dimension: 'TARGET', limit: 9, windowMs: 12 * hour },
    { dimension: 'TARGET', limit: 18, windowMs: day },
    { dimension: 'ADDRESS', limit: 60, windowMs: hour },
    { dimension: 'ADDRESS', limit: 300, windowMs: day },
  ],
  /** What ends the lane of strangers, until the password is reset or one of them knows it. */
  'logIn.lock': [{ dimension: 'TARGET', limit: failuresMax, windowMs: 30 * day }],
} as const satisfies AbuseRules;

type GuessClaim = Claim<typeof guessRules>;

/** The most wrong passwords that are looked at of one account in any 24 hours: the sum of the lanes. */
export const guessesPerDayMax = 50;

/** Who guesses, by what they show. */
export interface Guesser {
  /** Keyed digest of the phone. By phone, not by account: one without an account is slowed down just the same. */
  readonly lookup: string;
  /** The installation of a device that showed a good token. */
  readonly device?: string;
  /** The installation, where it has logged in to this account before. */
  readonly installation?: string;
  /** As `toAddressKey` writes it. */
  readonly address: string;
  readonly isAddressKnown: boolean;
}

/** One way in; `ownAct` and `ownKey` are what is forgotten once its guesser has shown the right password there. */
export interface Lane {
  readonly isStrangers: boolean;
  readonly claims: readonly GuessClaim[];
  readonly own: OwnCount;
}

/** What is counted by where somebody is, and not by whom they try. */
export type OwnCount =
  | { readonly act: 'logIn.device' | 'logIn.installation'; readonly dimension: 'DEVICE'; readonly key: string }
  | { readonly act: 'logIn.address'; readonly dimension: 'ADDRESS'; readonly key: string }
  | { readonly act: 'logIn.lock'; readonly dimension: 'TARGET'; readonly key: string };

/** What ends the lane of strangers at one phone. */
export const lockClaim = (lookup: string) => ({ act: 'logIn.lock', keys: { TARGET: lookup } }) as const;

/** The lanes that are open to a guesser, the narrowest first; that of strangers is open to all, and last. */
export function lanesOf({ lookup, device, installation, address, isAddressKnown }: Guesser): Lane[] {
  const lanes: Lane[] = [];
  const at = (place: string) => `${lookup} ${place}`;
  const onDevice = (act: 'logIn.device' | 'logIn.installation', key: string): Lane => ({
    isStrangers: false,
    claims: [{ act, keys: { DEVICE: key, TARGET: lookup } }],
    own: { act, dimension: 'DEVICE', key },
  });
  if (device !== undefined) lanes.push(onDevice('logIn.device', at(device)));
  else if (installation !== undefined) lanes.push(onDevice('logIn.installation', at(installation)));
  if (isAddressKnown)
    lanes.push({
      isStrangers: false,
      claims: [{ act: 'logIn.address', keys: { ADDRESS: at(address), TARGET: lookup } }],
      own: { act: 'logIn.address', dimension: 'ADDRESS', key: at(address) },
    });
  lanes.push({
    isStrangers: true,
    claims: [{ act: 'logIn.stranger', keys: { TARGET: lookup, ADDRESS: address } }, lockClaim(lookup)],
    own: { act: 'logIn.lock', dimension: 'TARGET', key: lookup },
  });
  return lanes;
}

/** What a reset of the password forgets: the tries at the old one of whoever is known, and the lock. What strangers may try today stays what it was. */
export function forgottenByReset(lookup: string, address: string, installation: string | undefined) {
  const at = (place: string) => `${lookup} ${place}`;
  const ofDevices = (['logIn.device', 'logIn.installation'] as const).flatMap((act) => [
    { act, dimension: 'TARGET', key: lookup } as const,
    ...(installation === undefined ? [] : [{ act, dimension: 'DEVICE', key: at(installation) } as const]),
  ]);
  return [
    ...ofDevices,
    { act: 'logIn.address', dimension: 'TARGET', key: lookup },
    { act: 'logIn.address', dimension: 'ADDRESS', key: at(address) },
    { act: 'logIn.lock', dimension: 'TARGET', key: lookup },
  ] as const;
}
