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
});
