import { readFileSync } from 'node:fs';
import type { Ask } from './question';

interface Credential {
  readonly credentialReference: string;
  readonly status: 'ACTIVE' | 'SUSPENDED' | 'ABSENT';
}

interface Message {
  readonly to: string;
  readonly text: string;
}

/** What is wrong between us and the world outside: a card that is bound on one side only, an operation nobody asked for, a message told twice. */
export async function judgeWorld(ask: Ask, journalFile: string): Promise<readonly string[]> {
  const world = readJournal(journalFile);
  const bindings = await ask<{ id: string; phase: string; reference: string }>(
    'binding',
    'select id, phase, credential_reference as reference from binding where credential_reference is not null',
  );
  const operations = new Set((await ask<{ id: string }>('binding', 'select id from operation')).map(({ id }) => id));
  const credentials = new Map(
    [...(world.get('credentials') as Map<string, Credential>).values()].map(({ credentialReference, status }) => [
      credentialReference,
      status,
    ]),
  );
  const bound = new Set(bindings.filter(({ phase }) => phase === 'BOUND').map(({ reference }) => reference));
  const messages = [...(world.get('messages') as Map<string, Message>).values()];
  return [
    ...bindings
      .filter(({ phase, reference }) => phase === 'BOUND' && (credentials.get(reference) ?? 'ABSENT') === 'ABSENT')
      .map(({ id }) => `${id} is BOUND here and gone at its provider`),
    ...[...credentials]
      .filter(([reference, status]) => status !== 'ABSENT' && !bound.has(reference))
      .map(([reference]) => `credential ${reference} is live at its provider and bound to nothing here`),
    ...[...(world.get('operations') as Map<string, unknown>).keys()]
      .filter((key) => !operations.has(key.split('/').at(-1) ?? ''))
      .map((key) => `operation ${key} was done at the provider and is unknown here`),
    ...twice(
      messages.map(({ to, text }) => `${to.slice(0, 6)}… was told twice: ${text.slice(0, 60)}`),
      messages.map(({ to, text }) => `${to} ${text}`),
    ),
  ];
}

/** The words whose key was there before. */
function twice(words: readonly string[], keys: readonly string[]): string[] {
  const seen = new Set<string>();
  return words.filter((_, index) => {
    const key = keys[index] ?? '';
    const again = seen.has(key);
    seen.add(key);
    return again;
  });
}

/** The simulated world as it remembers itself: the last line of each record counts, and the last line of all may still be in the writing. */
function readJournal(file: string): ReadonlyMap<string, ReadonlyMap<string, unknown>> {
  const collections = new Map<string, Map<string, unknown>>([
    ...['credentials', 'operations', 'messages'].map((name) => [name, new Map<string, unknown>()] as const),
  ]);
  const text = readFileSync(file, 'utf8');
  for (const line of text.slice(0, text.lastIndexOf('\n')).split('\n')) {
    const { collection, id, record } = JSON.parse(line) as { collection: string; id: string; record: unknown };
    if (record === null) collections.get(collection)?.delete(id);
    else collections.get(collection)?.set(id, record);
  }
  return collections;
}
