import { eventually } from '@bindery/testing';
import { Gate } from './gate';

describe('the gate', () => {
  it('lets so many work at once and others wait in order', async () => {
    const gate = new Gate({ slots: 1, queueMax: 2, waitMs: 60_000 });
    const first = await gate.enter();
    const order: number[] = [];
    const waiting = [1, 2].map(async (who) => {
      const leave = await gate.enter();
      order.push(who);
      leave?.();
    });
    expect([gate.inFlight, gate.waiting]).toEqual([1, 2]);
    first?.();
    await Promise.all(waiting);
    expect(order).toEqual([1, 2]);
    expect([gate.inFlight, gate.waiting]).toEqual([0, 0]);
  });

  it('lets those who wait take turns, however many one of them sends', async () => {
    const gate = new Gate({ slots: 1, queueMax: 10, waitMs: 60_000 });
    const first = await gate.enter();
    const order: string[] = [];
    const waiting = ['a1', 'a2', 'a3', 'a4', 'b1', 'c1', 'b2'].map(async (name) => {
      const leave = await gate.enter(name[0]);
      order.push(name);
      leave?.();
    });
    first?.();
    await Promise.all(waiting);
    expect(order).toEqual(['a1', 'b1', 'c1', 'a2', 'b2', 'a3', 'a4']);
    expect([gate.inFlight, gate.waiting]).toEqual([0, 0]);
  });

  it('turns away the last of who sends most when somebody else comes, and nobody for who has as many', async () => {
    const gate = new Gate({ slots: 1, queueMax: 4, waitMs: 60_000 });
    const first = await gate.enter();
    const turnedAway: string[] = [];
    const enter = async (name: string) => {
      const leave = await gate.enter(name[0]);
      if (!leave) turnedAway.push(name);
      leave?.();
    };
    const waiting = ['a1', 'a2', 'a3', 'a4', 'a5', 'b1', 'b2', 'b3', 'c1'].map(enter);
    expect(gate.waiting).toBe(4);
    first?.();
    await Promise.all(waiting);
    expect(turnedAway.sort()).toEqual(['a2', 'a3', 'a4', 'a5', 'b3']);
    expect([gate.inFlight, gate.waiting]).toEqual([0, 0]);
  });

  it('turns away at once when too many wait', async () => {
    const gate = new Gate({ slots: 1, queueMax: 0, waitMs: 60_000 });
    const leave = await gate.enter();
    expect(await gate.enter()).toBeUndefined();
    leave?.();
    expect(await gate.enter()).toBeDefined();
  });

  it('turns away who waited too long, and then lets the next one in', async () => {
    const gate = new Gate({ slots: 1, queueMax: 5, waitMs: 5 });
    const leave = await gate.enter();
    expect(await gate.enter()).toBeUndefined();
    expect(gate.waiting).toBe(0);
    leave?.();
    expect(gate.inFlight).toBe(0);
  });

  it('gives a slot back once, however often it is left', async () => {
    const gate = new Gate({ slots: 2, queueMax: 0, waitMs: 5 });
    const leave = await gate.enter();
    await gate.enter();
    leave?.();
    leave?.();
    expect(gate.inFlight).toBe(1);
  });

  it('lets fewer in at once while they are slow, and as many as before when they are not', async () => {
    const gate = new Gate({ slots: 20, targetMs: -1, queueMax: 0, waitMs: 5 });
    const work = async (count: number) => {
      for (let done = 0; done < count; done++) (await gate.enter())?.();
    };
    await eventually(async () => {
      await work(1);
      expect(gate.slots).toBe(4);
    });
    const quick = new Gate({ slots: 20, targetMs: 60_000, queueMax: 0, waitMs: 5 });
    for (let done = 0; done < 100; done++) (await quick.enter())?.();
    expect(quick.slots).toBe(20);
  });

  it('comes back from few to many one by one', async () => {
    let slow = true;
    const gate = new Gate({
      slots: 8,
      get targetMs() {
        return slow ? -1 : 60_000;
      },
      queueMax: 0,
      waitMs: 5,
    });
    await eventually(async () => {
      (await gate.enter())?.();
      expect(gate.slots).toBe(4);
    });
    slow = false;
    for (let done = 0; done < 5; done++) (await gate.enter())?.();
    expect(gate.slots).toBe(5);
    for (let done = 0; done < 50; done++) (await gate.enter())?.();
    expect(gate.slots).toBe(8);
  });
});
