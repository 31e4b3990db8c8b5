import { randomUUID } from 'node:crypto';
import type { Answer, ServicesUnderAttack } from './services-under-attack';

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export interface AttackersOptions {
  readonly services: ServicesUnderAttack;
  readonly phone: string;
  readonly random: () => number;
  /** Where they sit: as many addresses as they like, or one. */
  readonly addressOf: (n: number) => string;
  /** What they show as their device: that of a stolen one, e.g. */
  readonly device?: { readonly installationId: string; readonly deviceToken: string };
}

/** Whoever wants one phone’s owner out, or in by guessing: they do all that an app can do, many at once. `looked` counts what they really tried. */
export function createAttackers({ services, phone, random, addressOf, device }: AttackersOptions) {
  const { mutate, identity } = services;
  const looked = { passwords: 0, resetCodes: 0 };
  let places = 0;
  const claims = () => ({ clientAddress: addressOf(++places), clientApp: 'wallet-ios' });
  const times = <T>(most: number, act: () => Promise<T>) =>
    Promise.all(Array.from({ length: 1 + Math.floor(random() * most) }, act));
  const guessInput = () => ({
    phone,
    password: `guess ${randomUUID()}`,
    device: { name: 'x', platform: 'OTHER', installationId: device?.installationId ?? `bot-${randomUUID()}` },
    deviceToken: device?.deviceToken,
  });
  const countGuesses = (answers: readonly Pick<Answer, '__typename'>[], before: number) => {
    // What is counted is the hash that was computed: an answer alone does not tell whether the password was looked at.
    looked.passwords += identity.counts.verifications - before;
    if (answers.some(({ __typename }) => __typename === 'LogInSuccess')) throw new Error('an attacker is in');
  };

  const acts = [
    async () => {
      const before = identity.counts.verifications;
      countGuesses(await times(8, () => mutate('logIn', guessInput(), claims())), before);
    },
    async () => {
      const before = identity.counts.verifications;
      const aliases = Array.from({ length: 12 }, (_, n) => `a${n}: logIn(input: $input) { __typename }`).join(' ');
      const input = { idempotencyKey: randomUUID(), ...guessInput() };
      const { data } = await identity.ask(`mutation ($input: LogInInput!) { ${aliases} }`, { input }, claims());
      countGuesses(Object.values(data ?? {}), before);
    },
    () => times(3, () => mutate('startChallenge', { purpose: { action: 'REGISTER' }, phone }, claims())),
    () =>
      times(3, async () => {
        const from = claims();
        const input = { purpose: { action: 'RESET_PASSWORD' }, phone, deviceToken: device?.deviceToken };
        const { challenge } = await mutate('startChallenge', input, from);
        if (!challenge) return;
        if (random() < 0.3) await mutate('resendChallenge', { challengeId: challenge.id }, from);
        const right = await services.codeOf(challenge.id);
        const code = String((Number(right) + 1) % 1_000_000).padStart(6, '0');
        const answers = await times(8, () => mutate('answerChallenge', { challengeId: challenge.id, code }, from));
        looked.resetCodes += answers.filter(({ __typename }) => __typename === 'WrongCodeError').length;
      }),
  ];

  return {
    looked,
    /** One of the things that they do, whichever. */
    act: async (): Promise<void> => void (await acts[Math.floor(random() * acts.length)]?.()),
  };
}
