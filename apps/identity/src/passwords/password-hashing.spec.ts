import { hash, verify } from '@node-rs/argon2';
import { err, ok, TestClock, unwrap } from '@bindery/kernel';
import { createHashGate } from './hash-gate';
import { createPasswordHashing } from './password-hashing';

const gate = createHashGate({ atOnce: 2, waitingMax: 10, clock: new TestClock() });
const pepper = new Uint8Array(32).fill(7);
const seen: string[] = [];
const argon2 = {
  hash,
  verify: ((hashed, ...rest) => (seen.push(String(hashed).slice(0, 31)), verify(hashed, ...rest))) as typeof verify,
};
const hashing = createPasswordHashing({ gate, knownGate: gate, pepper, argon2 });
const admit = async () => ok('admitted');

describe('createPasswordHashing', () => {
  it('hashes with argon2id, 19 MiB, two passes, one lane', async () => {
    const hashed = unwrap(await hashing.hash('seven blue kettles hum'));
    expect(hashed).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await hashing.verify('seven blue kettles hum', hashed, admit)).toEqual({
      ok: true,
      value: { matches: true, admission: 'admitted' },
    });
    expect(await hashing.verify('seven blue kettles ham', hashed, admit)).toMatchObject({ value: { matches: false } });
  });

  it('does the same work when there is nobody', async () => {
    seen.length = 0;
    expect(await hashing.verify('seven blue kettles hum', undefined, admit)).toMatchObject({
      value: { matches: false },
    });
    expect(seen).toEqual(['$argon2id$v=19$m=19456,t=2,p=1$']);
  });

  it('does the same work whatever the hash once cost, and says which are to be renewed', async () => {
    const [former, today] = [
      { memoryCost: 64, timeCost: 1, parallelism: 1 },
      { memoryCost: 128, timeCost: 1, parallelism: 1 },
    ];
    const before = createPasswordHashing({ gate, knownGate: gate, pepper, costs: [former] });
    const now = createPasswordHashing({ gate, knownGate: gate, pepper, argon2, costs: [today, former] });
    const hashed = { former: unwrap(await before.hash('hum')), today: unwrap(await now.hash('hum')) };
    expect([now.isCurrent(hashed.former), now.isCurrent(hashed.today)]).toEqual([false, true]);
    for (const held of [hashed.former, hashed.today, undefined]) {
      seen.length = 0;
      expect(await now.verify('hum', held, admit)).toMatchObject({ value: { matches: held !== undefined } });
      expect(seen.map((one) => /m=\d+/.exec(one)?.[0]).sort()).toEqual(['m=128', 'm=64']);
    }
  });

  it('looks at nothing that was not admitted', async () => {
    seen.length = 0;
    expect(await hashing.verify('x', undefined, async () => err({ kind: 'NO' }))).toEqual({
      ok: false,
      error: { kind: 'NO' },
    });
    expect(seen).toEqual([]);
  });

  it('needs the pepper', async () => {
    const hashed = unwrap(await hashing.hash('seven blue kettles hum'));
    const other = createPasswordHashing({ gate, knownGate: gate, pepper: new Uint8Array(32).fill(8) });
    expect(await other.verify('seven blue kettles hum', hashed, admit)).toMatchObject({ value: { matches: false } });
    expect(other.digestOf('x')).not.toBe(hashing.digestOf('x'));
  });
});
