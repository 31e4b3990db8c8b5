import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../start/start-options';
import { otherVerbsIn, repositoryVerbs } from './repository-verbs';

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

describe('the repositories of all services', () => {
  const files = execFileSync('git', ['ls-files', 'apps/*.repository.ts'], { cwd: root }).toString().trim().split('\n');

  it('speak with the same verbs', () => {
    expect(files.length).toBeGreaterThan(20);
    const others = files.flatMap((file) => otherVerbsIn(read(file)).map((name) => `${file}: ${name}`));
    expect(others).toEqual([]);
  });

  it.each(repositoryVerbs)('have %s… told in the guide', (verb) =>
    expect(read('docs/one-service.md')).toContain(`\`${verb}…\``),
  );
});
