import {
  transition as step,
  type BindingState,
  type Effect,
  type Transition,
  type Trigger,
} from '@bindery/card-lifecycle';
import { unwrap } from '@bindery/kernel';
import { createActor, transition as xstateTransition } from 'xstate';
import type { BenchResult } from './bench-result';
import { cycle, fingerprint, prelude } from './transition/journey';
import { createCardMachine } from './transition/xstate';

/** Plays the cycle `rounds` times from BOUND to BOUND; answers how many consequences there were, so nothing is optimised away. */
type Contender = (rounds: number) => number;

const roundsOfMeasurement = 9;
/** Long enough that one garbage collection more or less does not decide. */
const measuredMs = 250;

/** `transition()` with guards and effects against the same journey in XState 5, interleaved in one run, by CPU time. */
export async function benchTransition(): Promise<BenchResult> {
  assertSameAnswers();
  const contenders = {
    ours: ours(),
    'xstate actor.send (actor kept in memory)': xstateActor(),
    'xstate transition() (pure)': xstatePure(),
    'xstate actor.send (actor made from the stored state)': xstateStored(),
  };
  const measured = measureInterleaved(contenders);
  const { ours: opsPerSecond = 0, ...theirs } = measured;
  const ratios = Object.fromEntries(Object.entries(theirs).map(([name, value]) => [name, round(opsPerSecond / value)]));
  const note = `Node ${process.version}, median of ${roundsOfMeasurement} interleaved rounds, ${cycle.length} events per cycle, states and effects compared`;
  return { name: 'transition()', unit: 'ops/s', ours: opsPerSecond, theirs, ratios, note };
}

function ours(): Contender {
  const bound = prelude.reduce<BindingState | null>((state, trigger) => unwrap(step(state, trigger)).to, null);
  return (rounds) => {
    let state = bound;
    let effects = 0;
    for (let i = 0; i < rounds; i++) {
      for (const trigger of cycle) {
        const taken = step(state, trigger);
        if (!taken.ok) throw new Error(`refused: ${JSON.stringify(taken.error)}`);
        state = taken.value.to;
        effects += taken.value.effects.length;
      }
    }
    return effects;
  };
}

function xstateActor(): Contender {
  let effects = 0;
  const actor = createActor(createCardMachine(() => effects++)).start();
  for (const trigger of prelude) actor.send(trigger);
  return (rounds) => {
    effects = 0;
    for (let i = 0; i < rounds; i++) for (const trigger of cycle) actor.send(trigger);
    return effects;
  };
}

/** XState hands the actions over instead of running them; they are run here, as an application would. */
function xstatePure(): Contender {
  let effects = 0;
  const machine = createCardMachine(() => effects++);
  const actor = createActor(machine).start();
  for (const trigger of prelude) actor.send(trigger);
  let snapshot = actor.getSnapshot();
  return (rounds) => {
    effects = 0;
    for (let i = 0; i < rounds; i++) {
      for (const trigger of cycle) {
        const [next, actions] = xstateTransition(machine, snapshot, trigger);
        snapshot = next;
        for (const action of actions) action.exec?.(action.info, action.params);
      }
    }
    return effects;
  };
}

/** What a service has to do that keeps the state in a database, not in memory: an actor for each event. */
function xstateStored(): Contender {
  let effects = 0;
  const machine = createCardMachine(() => effects++);
  const first = createActor(machine).start();
  for (const trigger of prelude) first.send(trigger);
  let { value, context } = first.getSnapshot();
  return (rounds) => {
    effects = 0;
    for (let i = 0; i < rounds; i++) {
      for (const trigger of cycle) {
        const actor = createActor(machine, { snapshot: machine.resolveState({ value, context }) }).start();
        actor.send(trigger);
        ({ value, context } = actor.getSnapshot());
      }
    }
    return effects;
  };
}

/** Same phase, holds and sync after each event, and the same consequences: otherwise the comparison means nothing. */
function assertSameAnswers(): void {
  const emitted: Effect['type'][] = [];
  const actor = createActor(createCardMachine((effect) => emitted.push(effect.type))).start();
  let state: BindingState | null = null;
  for (const trigger of [...prelude, ...cycle, ...cycle] as readonly Trigger[]) {
    const taken: Transition = unwrap(step(state, trigger));
    state = taken.to;
    emitted.length = 0;
    if (trigger.type === 'StartBinding') continue;
    actor.send(trigger);
    const { value, context } = actor.getSnapshot();
    const theirs = `${fingerprint({ phase: value, ...context })} ${[...emitted].sort().join()}`;
    const oursSays = `${fingerprint(taken.to)} ${taken.effects
      .map(({ type }) => type)
      .sort()
      .join()}`;
    if (oursSays !== theirs) throw new Error(`after ${trigger.type} we say "${oursSays}", XState says "${theirs}"`);
  }
}

function measureInterleaved(contenders: Record<string, Contender>): Record<string, number> {
  const plans = Object.entries(contenders).map(([name, run]) => ({
    name,
    run,
    rounds: roundsFor(run),
    samples: [] as number[],
  }));
  for (let i = 0; i < roundsOfMeasurement; i++) {
    for (const plan of plans) plan.samples.push(opsPerSecond(plan.run, plan.rounds));
  }
  return Object.fromEntries(plans.map(({ name, samples }) => [name, Math.round(median(samples))]));
}

/** Warms up, then finds how many cycles fill the time of one measurement. */
function roundsFor(run: Contender): number {
  for (let i = 0; i < 3; i++) run(2_000);
  return Math.max(1, Math.round((opsPerSecond(run, 2_000) * measuredMs) / 1000 / cycle.length));
}

function opsPerSecond(run: Contender, rounds: number): number {
  const before = process.cpuUsage();
  const effects = run(rounds);
  const { user, system } = process.cpuUsage(before);
  if (effects === 0) throw new Error('nothing happened');
  return (rounds * cycle.length * 1e6) / (user + system);
}

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

const round = (value: number) => Math.round(value * 10) / 10;

if (require.main === module) {
  void benchTransition().then(({ name, unit, ours: mine, theirs, ratios, note }) => {
    console.log(`${name}: ${mine.toLocaleString('en')} ${unit} (${note})`);
    for (const [who, value] of Object.entries(theirs))
      console.log(`  ${who}: ${value.toLocaleString('en')} ${unit}, ratio ${ratios[who]}`);
  });
}
