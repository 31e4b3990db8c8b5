import { phases, type Hold, type Phase } from '@bindery/card-lifecycle';
import { mayStillOpen } from '../revocation/revocation.rules';
import { caseOf, concernOf, type Told } from './use-concern.rules';

const hold: Hold = { owner: 'HOLDER', reason: 'SUSPENDED_BY_HOLDER', since: '2026-01-01T00:00:00Z' };
const told = (phase: Phase, more: Partial<Omit<Told, 'state'>> = {}, holds: Hold[] = []): Told => ({
  state: { phase, holds },
  ...{ isOffReplaced: false, mayStillOpen: false, lacksConsent: false },
  ...more,
});

/** What is wrong about a payment and about an opened door; of a card that is held; of a payment that its lender had no consent for. */
const table: Readonly<Record<Phase, readonly ReturnType<typeof concernOf>[]>> = {
  VERIFYING: [null, null, 'WHILE_HELD', 'WITHOUT_CONSENT'],
  IN_REVIEW: [null, null, 'WHILE_HELD', 'WITHOUT_CONSENT'],
  BINDING: [null, null, 'WHILE_HELD', 'WITHOUT_CONSENT'],
  AWAITING_ACTIVATION: [null, null, 'WHILE_HELD', 'WITHOUT_CONSENT'],
  BOUND: [null, null, 'WHILE_HELD', 'WITHOUT_CONSENT'],
  UNBINDING: [null, null, 'WHILE_HELD', 'WITHOUT_CONSENT'],
  RESTORING: [null, null, 'WHILE_HELD', 'WITHOUT_CONSENT'],
  REPLACED: [null, null, null, null],
  UNBOUND: ['AFTER_UNBIND', 'AFTER_UNBIND', 'AFTER_UNBIND', 'AFTER_UNBIND'],
  DECLINED: ['AFTER_UNBIND', 'AFTER_UNBIND', 'AFTER_UNBIND', 'AFTER_UNBIND'],
  RETIRED: ['AFTER_UNBIND', 'AFTER_UNBIND', 'AFTER_UNBIND', 'AFTER_UNBIND'],
};

describe('concernOf', () => {
  it.each([...phases])('of a card that was %s', (phase) => {
    expect([
      concernOf('PAYMENT', told(phase)),
      concernOf('DOOR_OPENED', told(phase)),
      concernOf('PAYMENT', told(phase, {}, [hold])),
      concernOf('PAYMENT', told(phase, { lacksConsent: true })),
    ]).toEqual(table[phase]);
    expect(concernOf('REFUSED', told(phase, {}, [hold]))).toBeNull();
    expect(concernOf('DOOR_OPENED', told(phase, { lacksConsent: true }))).toBe(table[phase][1]);
  });

  it('of a card that was replaced, once its provider has taken it off', () => {
    expect(concernOf('PAYMENT', told('REPLACED', { isOffReplaced: true }))).toBe('AFTER_UNBIND');
  });

  it('of a door that had not heard yet, which is what was told; never of a payment', () => {
    expect(concernOf('DOOR_OPENED', told('UNBOUND', { mayStillOpen: true }))).toBe('READER_NOT_TOLD');
    expect(concernOf('PAYMENT', told('UNBOUND', { mayStillOpen: true }))).toBe('AFTER_UNBIND');
    // A hold is told to be at once: nobody was told that a reader may not know of it.
    expect(concernOf('DOOR_OPENED', told('BOUND', { mayStillOpen: true }, [hold]))).toBe('WHILE_HELD');
  });

  it('is looked into, but where it was foretold', () => {
    expect(caseOf('DOOR_OPENED', 'READER_NOT_TOLD')).toBeNull();
    expect(caseOf('DOOR_OPENED', 'AFTER_UNBIND')).toBe('OPENED_AFTER_UNBIND');
    expect(caseOf('PAYMENT', 'AFTER_UNBIND')).toBe('CHARGED_AFTER_UNBIND');
  });
});

describe('mayStillOpen', () => {
  const at = (hour: number) => new Date(Date.UTC(2026, 0, 1, hour));
  const gate = { readerId: 'gate', confirmedAt: at(2), worstCaseUntil: at(10), reported: true };
  const garage = { readerId: 'garage', confirmedAt: null, worstCaseUntil: at(10), reported: true };
  const door = { ...garage, readerId: 'door', reported: false };

  it.each([
    ['before it confirmed', [gate, garage], 1, 'gate', true],
    ['after it confirmed', [gate, garage], 3, 'gate', false],
    ['that has not confirmed, before its worst case', [gate, garage], 9, 'garage', true],
    ['that has not confirmed, past its worst case', [gate, garage], 11, 'garage', false],
    ['that is not named, while any may', [gate, garage], 9, undefined, true],
    ['that is not named, when none may', [gate], 9, undefined, false],
    ['that is none of those told of, while any may', [gate, garage], 9, 'cellar', false],
    ['whose name is still to be told, while a door stands for it', [door], 9, 'cellar', true],
    ['whose name is still to be told, past the worst case of its door', [door], 11, 'cellar', false],
    ['of which nothing was told', [], 1, 'gate', false],
  ])('of a reader %s', (_, readers, hour, readerId, expected) =>
    expect(mayStillOpen(readers, at(hour), readerId)).toBe(expected),
  );
});
