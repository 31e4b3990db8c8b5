import type { RunningBinding } from '../start-binding-service';
import { lateAnswers, type Attempt, type Outcome, type Race } from './race';

/** What is wrong with the answers: none that is typed, more than one winner, one key with two effects, an effect that no key remembers. */
export async function judgeOutcomes(
  service: RunningBinding,
  { oneWinnerOf, atMostOneOf = [] }: Race,
  attempts: readonly Attempt[],
  outcomes: readonly Outcome[],
): Promise<string[]> {
  const effectsOf = (names: readonly string[]) =>
    new Set(outcomes.flatMap(({ by, effect }) => (names.includes(by) && effect !== null ? [`${by} ${effect}`] : [])));
  const winners = effectsOf(oneWinnerOf);
  return [
    ...untyped(outcomes),
    ...(oneWinnerOf.length === 0 || winners.size === 1
      ? []
      : [`${winners.size} winners of ${oneWinnerOf.join(' and ')}`]),
    ...atMostOneOf.flatMap((name) => {
      const { size } = effectsOf([name]);
      return size > 1 ? [`${size} winners of ${name}`] : [];
    }),
    ...(await judgeKeys(service, attempts, outcomes)),
  ];
}

function untyped(outcomes: readonly Outcome[]): string[] {
  const faults = outcomes.filter(
    ({ by, kind, effect }) => effect === null && ![...(lateAnswers[by] ?? []), 'done'].includes(kind),
  );
  return [...new Set(faults.map(({ by, kind, fault }) => `${by} was answered ${kind}${fault ? `: ${fault}` : ''}`))];
}

/** A key is kept where it had an effect, and only there. */
async function judgeKeys(
  service: RunningBinding,
  attempts: readonly Attempt[],
  outcomes: readonly Outcome[],
): Promise<string[]> {
  const keyed = attempts.flatMap(({ by, idempotencyKey }, index) =>
    idempotencyKey === null ? [] : [{ by, idempotencyKey, effect: outcomes[index]?.effect ?? null }],
  );
  const effects = new Map<string, Set<string>>();
  for (const { by, idempotencyKey, effect } of keyed)
    if (effect !== null) effects.set(idempotencyKey, (effects.get(idempotencyKey) ?? new Set()).add(`${by} ${effect}`));
  const kept = await service.sql<{ key: string }>(
    'SELECT key FROM idempotency_key WHERE key = ANY($1) AND response IS NOT NULL',
    [keyed.map(({ idempotencyKey }) => idempotencyKey)],
  );
  return [
    ...[...effects].flatMap(([key, of]) => (of.size > 1 ? [`key ${key} has ${of.size} effects`] : [])),
    ...(kept.length === effects.size ? [] : [`${effects.size} keys had an effect, ${kept.length} are kept`]),
  ];
}
