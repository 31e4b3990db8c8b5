import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../start/start-options';
import { findsOfMany, findsOfUndefined, otherVerbsIn, repositoryVerbs } from './repository-verbs';

const read = (file: string) => readFileSync(join(root, file), 'utf8');

describe('otherVerbsIn', () => {
  it('names what begins with no verb of the repositories, however it is declared', () => {
    const source = `
export async function readCard(db) {}
export function findings() {}
export const getCard = (db) => null;
export const markRead: Mark = async () => {};
export const hasCard = (db) => true;
export async function lockCard<Id>(tx) {}
const toCard = (row) => row;
export interface Reading {}`;
    expect(otherVerbsIn(source)).toEqual(['readCard', 'findings', 'getCard', 'markRead']);
  });
});

describe('findsOfMany', () => {
  it('names what finds many by its declared type, and nothing that finds one or lists', () => {
    const source = `
export const findCards = (
  db: EntityManager,
  { first }: PageRequest,
): Promise<Card[]> =>
  db.find(CardRow);
export async function findPage(db: EntityManager, ids: readonly Id<'card'>[]): Promise<Page<Card>> {
  return toPage(await db.find(CardRow));
}
export const findByIds = (db: EntityManager): Promise<ReadonlyMap<string, Card>> => read(db);
export const findCard = (db: EntityManager, ids: readonly Id<'card'>[]): Promise<Card | null> => one(db, []);
export async function findTags(db: EntityManager): Promise<readonly Tag[]> {
  return [];
}
export async function findNewest(
  db: EntityManager,
  kinds: readonly string[],
): Promise<Card | undefined> {
  const all: Card[] = await listCards(db);
}
export const listCards = (db: EntityManager): Promise<Card[]> => db.find(CardRow);`;
    expect(findsOfMany(source)).toEqual(['findCards', 'findPage', 'findByIds', 'findTags']);
    expect(findsOfUndefined(source)).toEqual(['findNewest']);
  });
});

describe('the repositories of all services', () => {
  const files = execFileSync('git', ['ls-files', 'apps/*.repository.ts'], { cwd: root }).toString().trim().split('\n');

  it('speak with the same verbs', () => {
    expect(files.length).toBeGreaterThan(20);
    const others = files.flatMap((file) => otherVerbsIn(read(file)).map((name) => `${file}: ${name}`));
    expect(others).toEqual([]);
  });

  it('list what is many', () => {
    const finds = files.flatMap((file) => findsOfMany(read(file)).map((name) => `${file}: ${name}`));
    expect(finds).toEqual([]);
  });

  it('answer null where they find nothing', () => {
    const finds = files.flatMap((file) => findsOfUndefined(read(file)).map((name) => `${file}: ${name}`));
    expect(finds).toEqual([]);
  });

  it.each(repositoryVerbs)('have %s… told in the guide', (verb) =>
    expect(read('docs/one-service.md')).toContain(`\`${verb}…\``),
  );
});
