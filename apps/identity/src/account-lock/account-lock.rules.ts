import type { AbuseCount, AbuseRules, Claim } from '@bindery/abuse-ledger';

const [second, minute] = [1_000, 60_000];
const [hour, day] = [60 * minute, 24 * 60 * minute];

/** Wrong passwords of strangers, in any 30 days, after which only a reset lets somebody in whom we do not know (NIST SP 800-63B-4 allows 100 in a row). */
export const failuresMax = 50;

/**
 * How often a password may be guessed, by lane: whoever guesses in one lane spends nothing of the others. All lanes of one account together are
 * `guessesPerDayMax` in any 24 hours, whoever guesses from wherever. The first tries cost nothing, people mistype; then waits grow, by windows of growing length.
 */
export const guessRules = {
  /** On an installation that has just proved the phone of this account, and has not logged in since. */
  'logIn.proved': [{ dimension: 'TARGET', limit: 4, windowMs: day }],
  /** On a device that shows a token of this account. One device that is stolen leaves some to the others. */
  'logIn.device': [
    { dimension: 'DEVICE', limit: 5, windowMs: minute },
    { dimension: 'DEVICE', limit: 6, windowMs: 15 * minute },
    { dimension: 'DEVICE', limit: 8, windowMs: day },
    { dimension: 'TARGET', limit: 14, windowMs: day },
  ],
  /** On an installation that has logged in before, without a token: an app that does not send it yet. */
  'logIn.installation': [
    { dimension: 'DEVICE', limit: 5, windowMs: minute },
    { dimension: 'TARGET', limit: 8, windowMs: day },
  ],
  /** From a network address that the account was used from before. */
  'logIn.address': [
    { dimension: 'ADDRESS', limit: 5, windowMs: minute },
    { dimension: 'TARGET', limit: 6, windowMs: day },
  ],
  /** Anybody. What they cannot have at once comes back over the day. */
  'logIn.stranger': [
    { dimension: 'TARGET', limit: 5, windowMs: 10 * second },
    { dimension: 'TARGET', limit: 6, windowMs: 5 * minute },
    { dimension: 'TARGET', limit: 7, windowMs: 30 * minute },
    { dimension: 'TARGET', limit: 9, windowMs: 12 * hour },
    { dimension: 'TARGET', limit: 18, windowMs: day },
  ],
  /** Of strangers' tries at one phone, those that one address can have: who wants to keep its owner out needs many. */
  'logIn.stranger.at': [{ dimension: 'ADDRESS', limit: 5, windowMs: day }],
  /** How often who is signed in has their password changed, right or wrong: each takes two hashes. */
  'password.change': [
    { dimension: 'ACTOR', limit: 5, windowMs: hour },
    { dimension: 'ACTOR', limit: 10, windowMs: day },
  ],
  /** What ends the lane of strangers, until the password is reset or one of them knows it. */
  'logIn.lock': [{ dimension: 'TARGET', limit: failuresMax, windowMs: 30 * day }],
} as const satisfies AbuseRules;

/** With what strangers at one network address may try, whomever they try. */
export const guessRulesWith = (guessesPerAddressPerHour: number) =>
  ({
    ...guessRules,
    'logIn.spray': [
      { dimension: 'ADDRESS', limit: guessesPerAddressPerHour, windowMs: hour },
      { dimension: 'ADDRESS', limit: 5 * guessesPerAddressPerHour, windowMs: day },
    ],
  }) as const satisfies AbuseRules;
export type GuessRules = ReturnType<typeof guessRulesWith>;

type GuessClaim = Claim<GuessRules>;

/** The most wrong passwords that are looked at of one account in any 24 hours: the sum of the lanes. */
export const guessesPerDayMax = 50;

/** Who guesses, by what they show. */
export interface Guesser {
  /** Keyed digest of the phone. By phone, not by account: one without an account is slowed down just the same. */
  readonly lookup: string;
  /** The installation, where it has just proved the phone. */
  readonly proved?: string;
  /** The installation of a device that showed a good token. */
  readonly device?: string;
  /** The installation, where it has logged in to this account before. */
  readonly installation?: string;
  /** As `toAddressKey` writes it. */
  readonly address: string;
  readonly isAddressKnown: boolean;
}

/** Whether they have more than what anybody has. */
export const isKnown = ({ proved, device, installation, isAddressKnown }: Guesser): boolean =>
  isAddressKnown || [proved, device, installation].some((shown) => shown !== undefined);

/** One way in. */
export interface Lane {
  readonly isStrangers: boolean;
  readonly claims: readonly GuessClaim[];
  /** What is forgotten once its guesser has shown the right password there; never what is counted by day and account, so that fifty stay fifty. */
  readonly forgotten: readonly GuessCount[];
}

type GuessCount = AbuseCount<GuessRules>;

/** What ends the lane of strangers at one phone. */
export const lockClaim = (lookup: string) => ({ act: 'logIn.lock', keys: { TARGET: lookup } }) as const;

/** What is counted by where somebody is. */
const onDevice = (lookup: string, installation: string) => `${lookup} ${installation}`;
const atAddress = (lookup: string, address: string) => `${lookup} ${address}`;

/** The lanes that are open to a guesser, the narrowest first; that of strangers is open to all, and last. */
export function lanesOf({ lookup, proved, device, installation, address, isAddressKnown }: Guesser): Lane[] {
  const lanes: Lane[] = [];
  const ofKnown = (claims: readonly GuessClaim[], forgotten: readonly GuessCount[]) =>
    lanes.push({ isStrangers: false, claims, forgotten });
  if (proved !== undefined) ofKnown([{ act: 'logIn.proved', keys: { TARGET: lookup } }], []);
  const shown = device ?? installation;
  if (shown !== undefined) {
    const [act, key] = [device === undefined ? 'logIn.installation' : 'logIn.device', onDevice(lookup, shown)] as const;
    ofKnown([{ act, keys: { DEVICE: key, TARGET: lookup } }], [{ act, dimension: 'DEVICE', key }]);
  }
  if (isAddressKnown) {
    const key = atAddress(lookup, address);
    const act = 'logIn.address';
    ofKnown([{ act, keys: { ADDRESS: key, TARGET: lookup } }], [{ act, dimension: 'ADDRESS', key }]);
  }
  lanes.push({
    isStrangers: true,
    claims: [
      { act: 'logIn.stranger', keys: { TARGET: lookup } },
      { act: 'logIn.stranger.at', keys: { ADDRESS: atAddress(lookup, address) } },
      { act: 'logIn.spray', keys: { ADDRESS: address } },
      lockClaim(lookup),
    ],
    forgotten: [
      { act: 'logIn.lock', dimension: 'TARGET', key: lookup },
      { act: 'logIn.stranger.at', dimension: 'ADDRESS', key: atAddress(lookup, address) },
    ],
  });
  return lanes;
}

/** What a reset of the password forgets: the lock, and what was mistyped where it is done. */
export function forgottenByReset(lookup: string, address: string, installation: string | undefined): GuessCount[] {
  const ofDevice = (['logIn.device', 'logIn.installation'] as const).map(
    (act) => ({ act, dimension: 'DEVICE', key: onDevice(lookup, installation ?? '') }) as const,
  );
  return [
    { act: 'logIn.lock', dimension: 'TARGET', key: lookup },
    { act: 'logIn.address', dimension: 'ADDRESS', key: atAddress(lookup, address) },
    { act: 'logIn.stranger.at', dimension: 'ADDRESS', key: atAddress(lookup, address) },
    ...(installation === undefined ? [] : ofDevice),
  ];
}
