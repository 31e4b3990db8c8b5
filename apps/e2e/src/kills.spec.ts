import { eventually } from '@bindery/testing';
import { expectMember, newKey, type BindingView } from '@bindery/wallet-client';
import { credentialsOf, newCardNumber, prepareUnbind } from './testing/cards';
import { checkHistory } from './testing/check-history';
import { mutate } from './testing/mutate';
import { crash, programs } from './system/programs';
import { newHolder, world, type Holder } from './system/the-system';

/** How long a journey may take to its resting state after the crash (fault catalogue, row 2). */
const restMs = 60_000;

/** One card on its way from being begun to being unbound, one step at a time. */
class Journey {
  private constructor(
    readonly holder: Holder,
    readonly lastFour: string,
    readonly cardId: string,
    readonly bindingId: string,
  ) {}

  static async begin(): Promise<Journey> {
    const holder = await newHolder();
    const number = await newCardNumber();
    const started = await holder.startBinding('seaside-bank', holder.deviceId, { bank: { number } });
    const { binding } = expectMember<{ binding: BindingView & { card: { id: string } } }>(
      started,
      'StartBindingSuccess',
    );
    return new Journey(holder, number.slice(-4), binding.card.id, binding.id);
  }

  async confirm(): Promise<void> {
    const proof = await this.holder.prove({ action: 'BIND', subjectId: this.bindingId });
    const input = { idempotencyKey: newKey(), bindingId: this.bindingId, proof };
    expectMember(await mutate(this.holder, 'confirmBinding', input), 'ConfirmBindingSuccess');
  }

  /** Everything for an unbind; asking for it again is the same wish, with the same key. */
  async prepareUnbind(): Promise<() => Promise<void>> {
    const { plan, proof } = await prepareUnbind(this.holder, this.bindingId);
    const key = newKey();
    return async () => {
      expectMember(
        await this.holder.requestUnbind(this.bindingId, plan, proof, 'OTHER', plan.fee, key),
        'RequestUnbindSuccess',
      );
    };
  }

  async unbind(): Promise<void> {
    await (
      await this.prepareUnbind()
    )();
  }

  /** Waits for a status through whatever is away for now. */
  async reach(...wanted: string[]): Promise<void> {
    await eventually(
      async () => {
        const { bindings } = await this.holder.card(this.cardId);
        expect(wanted).toContain(bindings[0]?.status);
      },
      { withinMs: restMs, everyMs: 100 },
    );
  }

  async rest(): Promise<void> {
    await this.reach('UNBOUND');
    expect(await credentialsOf(this.lastFour)).toMatchObject([{ status: 'ABSENT' }]);
    await eventually(
      async () => {
        const texts = (await world.messages(this.holder.person.phone)).map(({ text }) => text);
        // That it is being taken off leaves by itself only where the outcome is more than a minute away.
        for (const words of ['card was bound', 'was taken off']) {
          expect({ words, count: texts.filter((text) => text.includes(words)).length }).toEqual({ words, count: 1 });
        }
      },
      { withinMs: restMs, everyMs: 250 },
    );
    await checkHistory(this.bindingId);
  }
}

interface Point {
  /** Where the journey stands when the program dies. */
  readonly at: string;
  /** Brings a fresh journey there; answers how it goes on after the crash. */
  readonly come: (journey: Journey) => Promise<() => Promise<void>>;
}

const onwards = (journey: Journey) => async () => {
  await journey.reach('ACTIVE');
  await journey.unbind();
};
const nothingMore = async () => undefined;

const points: readonly Point[] = [
  {
    at: 'begun',
    come: async (journey) => async () => {
      await journey.confirm();
      await onwards(journey)();
    },
  },
  {
    at: 'just confirmed',
    come: async (journey) => {
      await journey.confirm();
      return onwards(journey);
    },
  },
  {
    at: 'bound, its alert on the way',
    come: async (journey) => {
      await journey.confirm();
      await journey.reach('ACTIVE');
      return onwards(journey);
    },
  },
  {
    at: 'unbind being asked for',
    come: async (journey) => {
      await journey.confirm();
      await journey.reach('ACTIVE');
      const unbind = await journey.prepareUnbind();
      const asked = unbind();
      return () => asked;
    },
  },
  {
    at: 'unbind just answered',
    come: async (journey) => {
      await journey.confirm();
      await journey.reach('ACTIVE');
      await journey.unbind();
      return nothingMore;
    },
  },
  {
    at: 'unbound, its alert on the way',
    come: async (journey) => {
      await journey.confirm();
      await journey.reach('ACTIVE');
      await journey.unbind();
      await journey.reach('UNBOUND');
      return nothingMore;
    },
  },
];

describe('a journey that loses a program between any two steps', () => {
  afterAll(() => world.endFaults());

  it.each(programs)(
    'comes to rest within a minute after the death of %s, with one effect and one alert',
    async (program) => {
      const journeys = await Promise.all(points.map(() => Journey.begin()));
      const goOn = await Promise.all(points.map(({ come }, index) => come(journeys[index] as Journey)));
      await crash(program);
      await Promise.all(goOn.map((next) => next()));
      await Promise.all(journeys.map((journey) => journey.rest()));
    },
  );

  it('comes to rest after the death of binding while the provider is binding and unbinding', async () => {
    const binding = await Journey.begin();
    const unbinding = await Journey.begin();
    await unbinding.confirm();
    await unbinding.reach('ACTIVE');
    for (const kind of ['BIND', 'UNBIND'])
      await world.order({ provider: 'seaside-bank', kind, mode: 'late', delayMs: 2_000, times: 1 });
    await Promise.all([binding.confirm(), unbinding.unbind()]);
    await binding.reach('BINDING');
    await unbinding.reach('UNBINDING');
    await crash('binding');
    await onwards(binding)();
    await Promise.all([binding.rest(), unbinding.rest()]);
  });
});
