import type { FactPart } from './lifecycle';
import { aHolder } from './testing/holder';
import { startBindingService, type RunningBinding } from './testing/start-binding-service';
import { createChance, seed } from './testing/walker/chance';
import { createWalk, type Met } from './testing/walker/walk';

/** BINDERY_WALKS makes more of it. */
const walks = Number(process.env['BINDERY_WALKS'] ?? 10);
const steps = 36;

const disputed = new Set<string>();
const disputes = {
  disputeOpen: async (_tx, subjects) => subjects.map(({ binding }) => binding !== null && disputed.has(binding.id)),
} satisfies FactPart;

describe.each([
  ['with a way to support', 'https://support.example/help', walks],
  ['without one', null, Math.ceil(walks / 4)],
] as const)(`what is offered to holders, %s (BINDERY_SEED=${seed})`, (_, supportUrl, some) => {
  let service: RunningBinding;
  const met: Met = new Map();
  beforeAll(async () => (service = await startBindingService({ facts: [disputes], supportUrl })));
  afterAll(() => service.stop());

  it.each(Array.from({ length: some }, (__, walk) => walk))(
    'can be done, wherever chance has led them: walk %i',
    async (walk) => {
      for (const fake of Object.values(service.providers)) fake.away = false;
      const chance = createChance(seed + walk);
      const name = `walk ${walk} of BINDERY_SEED=${seed}`;
      await createWalk({ service, holder: aHolder(), chance, met, disputed, supportUrl, name })(steps);
    },
    120_000,
  );

  it('was met in many states', () => {
    if (process.env['BINDERY_MET'])
      console.log(
        [...met]
          .sort()
          .map(([what, times]) => `${times} ${what}`)
          .join('\n'),
      );
    expect(met.get('states')).toBe(some * steps);
  });
});
