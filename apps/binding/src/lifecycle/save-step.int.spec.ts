import { newId } from '@bindery/kernel';
import { createDataSource, createUnitOfWork, migrate, type UnitOfWork } from '@bindery/persistence';
import { createTestDatabase, type TestDatabase } from '@bindery/testing';
import type { DataSource, EntityManager } from 'typeorm';
import { migrations } from '../../migrations';
import type { Binding, BindingWithCard } from './binding.rules';
import { aBinding, aCard } from '../testing/builders';
import { BindingChangeRow } from './binding-change.entity';
import { insertBinding, lockBinding, saveStep, type LockedBinding } from './binding.repository';
import { insertCard } from './card.repository';
import type { Transitions } from './transitions';
import { lifecycleClasses } from '.';

let database: TestDatabase;
let dataSource: DataSource;
let unitOfWork: UnitOfWork;
let binding: Binding;

beforeAll(async () => {
  database = await createTestDatabase('binding', (url) => migrate('up', url, migrations));
  dataSource = await createDataSource({ url: database.appUrl, entities: lifecycleClasses.entities }).initialize();
  unitOfWork = createUnitOfWork(dataSource);
});
beforeEach(async () => {
  const card = aCard({ accountId: newId('account') });
  binding = aBinding(card);
  await insertCard(dataSource.manager, card, newId('card'));
  await insertBinding(dataSource.manager, { binding, card });
});
afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

const recordOf = ({ id, version, cardId, state }: Binding): Omit<BindingChangeRow, 'position'> => ({
  id: newId('change'),
  bindingId: id,
  version,
  cardId,
  at: new Date(),
  actor: 'RISK',
  channel: 'WALLET_APP',
  trigger: 'AddHold',
  fact: 'held',
  reason: null,
  fromPhase: state.phase,
  toPhase: state.phase,
  holds: [...state.holds],
  sync: state.sync,
});
const lock = async (tx: EntityManager): Promise<LockedBinding> => {
  const locked = await lockBinding(tx, binding.id);
  if (!locked) throw new Error('there is no binding to take a step of');
  return locked;
};
const stored = async () => ({
  version: (await unitOfWork.run((tx) => lockBinding(tx, binding.id)))?.binding.version,
  records: (await dataSource.manager.findBy(BindingChangeRow, { bindingId: binding.id })).map(({ version }) => version),
});

const hold = { type: 'AddHold', actor: 'RISK', hold: { owner: 'RISK', reason: 'ODD', since: '' } } as const;

describe('saveStep', () => {
  it('compiles for a binding that is locked, and for none that was only read or made of one', () => {
    const next = { ...binding, version: 4 };
    const never = (tx: EntityManager, { take }: Transitions, read: BindingWithCard, locked: LockedBinding) => [
      // @ts-expect-error nobody has locked it
      saveStep(tx, read, next, recordOf(next)),
      // @ts-expect-error a copy of what is locked, of another binding
      saveStep(tx, { ...locked, binding: next }, next, recordOf(next)),
      saveStep(tx, locked, next, recordOf(next)),
      // @ts-expect-error nobody has locked it
      take(tx, read, hold, { channel: 'TIMER' }),
      // @ts-expect-error a copy of what is locked
      take(tx, { ...locked, ...read }, hold, { channel: 'TIMER' }),
      take(tx, locked, hold, { channel: 'TIMER' }),
    ];
    expect(never).toHaveLength(4);
  });

  it('saves the next version and its record, which the same unit of work sees at once', async () => {
    const next = { ...binding, version: 4, credentialReference: 'cred_2' };
    const seen = await unitOfWork.run(async (tx) => {
      await saveStep(tx, await lock(tx), next, recordOf(next));
      return lockBinding(tx, binding.id);
    });
    expect(seen?.binding).toEqual(next);
    expect(await stored()).toEqual({ version: 4, records: [4] });
  });

  it('undoes the unit of work when the row is at another version', async () => {
    for (const version of [3, 5]) {
      const wrong = { ...binding, version };
      await expect(unitOfWork.run(async (tx) => saveStep(tx, await lock(tx), wrong, recordOf(wrong)))).rejects.toThrow(
        'null value in column "binding_id" of relation "binding_change"',
      );
    }
    expect(await stored()).toEqual({ version: 3, records: [] });
  });
});
