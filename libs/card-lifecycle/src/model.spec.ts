import fc from 'fast-check';
import { isSameHold, type Hold } from './holds';
import { isUsable } from './state';
import { violations } from './testing/invariants';
import { hold, operation } from './testing/sample-states';
import { naturalActor, trigger } from './testing/sample-triggers';
import { seed } from './testing/seed';
import { SimulatedProvider, type Verdict } from './testing/simulated-provider';
import { SimulatedService } from './testing/simulated-service';
import type { OperationKind } from './sync';
import type { TriggerType } from './triggers/trigger';

/** What must be so whatever the provider does: who holds the card, and which of the holds their owner asked to lift. */
interface Model {
  holds: Hold[];
  askedToLift: Hold[];
}

interface Real {
  readonly provider: SimulatedProvider;
  readonly service: SimulatedService;
}

const owners = ['HOLDER', 'RISK', 'PROVIDER'] as const;
const operationOf: Partial<Record<TriggerType, OperationKind>> = {
  RequirementsMet: 'BIND',
  RequestUnbind: 'UNBIND',
  Revoke: 'UNBIND',
  RequestRestore: 'RESTORE',
  Reinstate: 'RESTORE',
};
const requests = [
  'RequirementsMet',
  'RequirementsMet',
  'RequestUnbind',
  'RequestUnbind',
  'Revoke',
  'RequestRestore',
  'RequestRestore',
  'Reinstate',
  'Cancel',
] as const;

/** After each command: the invariants of every step taken, and no hold gone that its owner did not ask to lift. */
function check(model: Model, { service }: Real): void {
  for (const step of service.steps.splice(0)) expect(violations(step.from, step.trigger, step.taken)).toEqual([]);
  const present = service.state?.holds ?? [];
  const gone = model.holds.filter((one) => !present.some((other) => isSameHold(one, other)));
  expect(gone.filter((one) => !model.askedToLift.some((asked) => isSameHold(one, asked)))).toEqual([]);
  model.holds = [...present];
}

const command = (name: string, run: (model: Model, real: Real) => void): fc.Command<Model, Real> => ({
  check: () => true,
  run: (model, real) => {
    run(model, real);
    check(model, real);
  },
  toString: () => name,
});

const request = (type: (typeof requests)[number], lost: boolean) =>
  command(`${type}${lost ? ' (lost)' : ''}`, (_, { service }) => {
    const kind = operationOf[type];
    service.losesNextRequest = lost;
    service.apply(
      trigger(type, naturalActor[type], kind && ({ operation: operation(kind, service.nextId()) } as object)),
    );
    service.losesNextRequest = false;
  });

const addHold = (owner: (typeof owners)[number]) =>
  command(`AddHold ${owner}`, (model, { service }) => {
    const added = service.apply(
      trigger('AddHold', owner, { hold: hold(owner), operation: operation('SUSPEND', service.nextId()) }),
    );
    if (added) model.askedToLift = model.askedToLift.filter((one) => one.owner !== owner);
  });

const liftHold = (owner: (typeof owners)[number]) =>
  command(`LiftHold ${owner}`, (model, { service }) => {
    const lifted = { owner, reason: 'BECAUSE', operation: operation('RESUME', service.nextId()) };
    if (service.apply(trigger('LiftHold', owner, lifted))) model.askedToLift.push(hold(owner));
  });

const handle = (pick: number, verdict: Verdict) =>
  command(`provider: ${verdict} #${pick}`, (_, { provider }) => provider.handle(pick, verdict));
const activate = command('provider: activated', (_, { provider }) => provider.activate());
const contradict = (pick: number) =>
  command(`provider: contradicts #${pick}`, (_, { provider }) => provider.contradict(pick));
const removed = command('provider: removed out of band', (_, { provider }) => provider.remove());

/** Out of order; kept, it will come again. */
const deliver = (pick: number, keep: boolean) =>
  command(`deliver #${pick}${keep ? ' (and again)' : ''}`, (_, { provider, service }) => {
    const index = pick % Math.max(1, provider.outbox.length);
    const message = keep ? provider.outbox[index] : provider.outbox.splice(index, 1)[0];
    if (message) service.onMessage(message);
  });
const lose = (pick: number) =>
  command(
    `lose #${pick}`,
    (_, { provider }) => void provider.outbox.splice(pick % Math.max(1, provider.outbox.length), 1),
  );
const timeout = command('timeout', (_, { service }) => service.onTimeout());
const query = command('query', (_, { service }) => service.askAboutOperation());
const reconcile = command('reconcile', (_, { service }) => service.reconcile());

const verdicts: fc.Arbitrary<Verdict> = fc.constantFrom(
  'CONFIRMED',
  'CONFIRMED',
  'CONFIRMED',
  'REFUSED',
  'WANTS_ACTIVATION',
);
const pick = fc.nat(5);
const commands = fc.commands(
  [
    fc.tuple(fc.constantFrom(...requests), fc.nat(4)).map(([type, n]) => request(type, n === 0)),
    fc.constantFrom(...owners).map(addHold),
    fc.constantFrom(...owners).map(liftHold),
    fc.tuple(pick, verdicts).map(([n, verdict]) => handle(n, verdict)),
    fc.tuple(pick, verdicts).map(([n, verdict]) => handle(n, verdict)),
    fc.tuple(pick, fc.boolean()).map(([n, keep]) => deliver(n, keep)),
    fc.tuple(pick, fc.boolean()).map(([n, keep]) => deliver(n, keep)),
    pick.map(contradict),
    pick.map(lose),
    fc.constantFrom(activate, removed, timeout, query, reconcile),
  ],
  { maxCommands: 80, size: 'max' },
);

function start(): { model: Model; real: Real } {
  const provider = new SimulatedProvider();
  const service = new SimulatedService(provider);
  service.apply(trigger('StartBinding', 'HOLDER'));
  return { model: { holds: [], askedToLift: [] }, real: { provider, service } };
}

/** The storm is over: requests arrive, timeouts lead to queries, views are compared until nothing changes any more. */
function settle(model: Model, real: Real): void {
  const { provider, service } = real;
  for (let round = 0; round < 20; round++) {
    while (provider.inbox.length > 0) provider.handle(0, 'CONFIRMED');
    if (service.state?.sync.operation?.kind === 'ACTIVATE') provider.activate();
    service.onTimeout();
    service.askAboutOperation();
    service.reconcile();
    check(model, real);
  }
}

describe(`a provider that duplicates, reorders, delays, loses and contradicts (BINDERY_SEED=${seed})`, () => {
  it('breaks no invariant, loosens no hold, and all comes to rest with both sides agreed', () => {
    const reached = new Set<string>();
    const run = fc.property(commands, (cmds) => {
      const { model, real } = start();
      fc.modelRun(() => ({ model, real }), cmds);
      settle(model, real);
      const { provider, service } = real;
      const { state } = service;
      reached.add(state?.phase ?? '–');
      expect(['VERIFYING', 'BOUND', 'UNBOUND', 'DECLINED']).toContain(state?.phase);
      expect(state?.sync.operation).toBeUndefined();
      if (state && isUsable(state)) expect(provider.card).toBe('ACTIVE');
      if (state?.phase === 'UNBOUND') expect(provider.card).toBe('ABSENT');
      if (state?.sync.state === 'DIVERGED') expect(service.cases).not.toEqual([]);
    });
    fc.assert(run, { seed, numRuns: 1_000 });
    expect([...reached].sort()).toEqual(['BOUND', 'DECLINED', 'UNBOUND', 'VERIFYING']);
  });
});
