import type { WorldMemory } from '@bindery/simulated-world';
import type { Ask } from './question';

/**
 * What is wrong between us and the world outside: a card that is bound on one side only, an operation nobody asked for, a message
 * told twice. Only of the run's own `phones` it is known that nothing in their lives is rightly told in the same words again.
 */
export async function judgeWorld(
  ask: Ask,
  { credentials, operations, messages }: WorldMemory,
  phones: ReadonlySet<string>,
): Promise<readonly string[]> {
  const bindings = await ask<{ id: string; phase: string; reference: string }>(
    'binding',
    'select id, phase, credential_reference as reference from binding where credential_reference is not null',
  );
  const asked = new Set((await ask<{ id: string }>('binding', 'select id from operation')).map(({ id }) => id));
  const statuses = new Map(credentials.map(({ credentialReference, status }) => [credentialReference, status]));
  const bound = new Set(bindings.filter(({ phase }) => phase === 'BOUND').map(({ reference }) => reference));
  const own = messages.filter(({ to }) => phones.has(to));
  return [
    ...bindings
      .filter(({ phase, reference }) => phase === 'BOUND' && (statuses.get(reference) ?? 'ABSENT') === 'ABSENT')
      .map(({ id }) => `${id} is BOUND here and gone at its provider`),
    ...[...statuses]
      .filter(([reference, status]) => status !== 'ABSENT' && !bound.has(reference))
      .map(([reference]) => `credential ${reference} is live at its provider and bound to nothing here`),
    ...operations
      .filter(({ operationId }) => !asked.has(operationId))
      .map(({ provider, operationId }) => `operation ${operationId} was done at ${provider} and is unknown here`),
    ...twice(
      own.map(({ to, text }) => `${to.slice(0, 6)}… was told twice: ${text.slice(0, 60)}`),
      own.map(({ to, text }) => `${to} ${text}`),
    ),
  ];
}

/**
 * Within one minute a life may sign in on two new phones, and have a card bound on one and moved to the other, and two others may bind a card with the same
 * member number: each is told of in the same words.
 */
const maybeTwice = ['signed in to your account on a new device', 'card was bound on', 'somebody bound your'];

/** The words whose key was there before as often as it may be. */
function twice(words: readonly string[], keys: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return words.filter((_, index) => {
    const key = keys[index] ?? '';
    const before = seen.get(key) ?? 0;
    seen.set(key, before + 1);
    return before >= (maybeTwice.some((some) => key.includes(some)) ? 2 : 1);
  });
}
