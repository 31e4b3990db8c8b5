import {
  faultsOfBinding,
  faultsOfUnbinds,
  type BindingChange,
  type BindingEvent,
  type BindingRow,
} from './binding-history';

const row: BindingRow = { id: 'binding_1', phase: 'BINDING', holds: [], sync: { state: 'PENDING' }, version: 2 };
const changes: BindingChange[] = [
  { version: 1, trigger: 'StartBinding', from: null, to: 'VERIFYING' },
  { version: 2, trigger: 'RequirementsMet', from: 'VERIFYING', to: 'BINDING' },
];
const events: BindingEvent[] = changes.map(({ version, ...step }) => ({
  id: `event_${version}`,
  type: 'bindery.binding.started.v1',
  sequence: version,
  data: { ...step, bindingId: row.id, holds: [], sync: { state: version === 2 ? 'PENDING' : 'IN_SYNC' } },
}));
const [first, second] = events as [BindingEvent, BindingEvent];
const faults = (of: Partial<{ row: BindingRow; changes: BindingChange[]; events: BindingEvent[] }>) =>
  faultsOfBinding(of.row ?? row, of.changes ?? changes, of.events ?? events).join('\n');

describe('the history of a binding', () => {
  it('is whole when each version has one event and one record and they lead to the row', () => {
    expect(faults({})).toBe('');
  });

  it.each([
    ['an event that is missing', { events: [first] }, 'its events at 1'],
    [
      'an event that was written twice',
      { events: [first, second, { ...second, id: 'event_3' }] },
      'its events at 1 2 2',
    ],
    ['a record that is missing', { changes: changes.slice(1) }, 'its change records at 2'],
    [
      'a step that is no edge',
      { events: [first, { ...second, data: { ...second.data, trigger: 'Expire' } }] },
      'no edge of the card machine',
    ],
    [
      'a step that begins elsewhere',
      { events: [first, { ...second, data: { ...second.data, from: 'BOUND' as const } }] },
      'begins elsewhere than at VERIFYING',
    ],
    [
      'a record that tells another step',
      { changes: [changes[0] as BindingChange, { ...(changes[1] as BindingChange), trigger: 'Expire' }] },
      'but recorded as VERIFYING Expire BINDING',
    ],
    [
      'a row that is elsewhere',
      { row: { ...row, phase: 'BOUND' as const } },
      'binding_1 is BOUND, PENDING, its events say BINDING, PENDING',
    ],
  ])('shows %s', (_what, changed, words) => {
    expect(faults(changed)).toContain(words);
  });
});

describe('unbinds', () => {
  const unbind = (id: string, proofId: string): BindingEvent => ({
    ...second,
    id,
    type: 'bindery.binding.unbind-requested.v1',
    data: { ...second.data, proofId },
  });
  const used = new Map([['proof_1', 'UNBIND binding_1']]);

  it('are well when each has its own proof and one alert', () => {
    expect(faultsOfUnbinds([first, unbind('event_5', 'proof_1')], used, new Map([['event_5', 1]]))).toEqual([]);
  });

  it('are not without an alert, with two, with a proof of another thing or with one that was named before', () => {
    expect(faultsOfUnbinds([unbind('event_5', 'proof_1')], used, new Map())).toEqual([
      'the unbind of binding_1 was told 0 times',
    ]);
    expect(faultsOfUnbinds([unbind('event_5', 'proof_1')], used, new Map([['event_5', 2]]))).toEqual([
      'the unbind of binding_1 was told 2 times',
    ]);
    expect(faultsOfUnbinds([unbind('event_5', 'proof_2')], used, new Map([['event_5', 1]]))).toEqual([
      'the unbind of binding_1 names proof proof_2, used for undefined',
    ]);
    expect(
      faultsOfUnbinds(
        [unbind('event_5', 'proof_1'), unbind('event_6', 'proof_1')],
        used,
        new Map([
          ['event_5', 1],
          ['event_6', 1],
        ]),
      ),
    ).toEqual(['proof proof_1 is named by two unbinds']);
  });
});
