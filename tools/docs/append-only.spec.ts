import { join } from 'node:path';
import { appendOnly, type AppRights, type TableRights } from '@bindery/persistence';
import { root } from '../start/start-options';
import { services, type Service } from '../start/topology';

const rightsOf = (service: Service): AppRights =>
  jest.requireActual<{ appRights: AppRights }>(join(root, 'apps', service, 'migrations', 'app-rights')).appRights;

/** What was done, agreed to or said. Whoever takes a service over can add to it and nothing else: not to be loosened by the way. */
const trail: Readonly<Record<string, Readonly<Record<string, TableRights>>>> = {
  binding: {
    binding_change: appendOnly,
    consent: appendOnly,
    receipt: appendOnly,
    used_proof: appendOnly,
    usage_record: appendOnly,
    charge: { insert: true, update: ['refunded_at'] },
    binding_case: {
      insert: true,
      update: [
        'answer_by',
        'overdue_since',
        'answers_missed',
        'closed_at',
        'closed_by',
        'reason',
        'told',
        'asked_again_at',
      ],
    },
    provider_answer: { insert: true, update: ['decision', 'decided_by', 'decided_at'] },
    unbind_plan: { insert: true, delete: { olderThanDays: 0, by: 'quoted_until' } },
    provider_message: { insert: true, delete: { olderThanDays: 6, by: 'received_at' } },
  },
  identity: { used_proof: appendOnly, contact_point: appendOnly },
  notification: {
    notification: {
      insert: true,
      update: ['read_at', 'told_in', 'facts'],
      delete: { olderThanDays: 729, by: 'created_at' },
    },
    contact_point: appendOnly,
  },
  verification: {},
};

/** The same in all. */
const platform: AppRights = {
  migration: { read: false },
  outbox_events: { insert: true, update: ['published_at'], delete: { olderThanDays: 7, by: 'appended_at' } },
  dead_letters: { insert: true, update: ['resolution', 'resolved_at', 'cause', 'tries', 'failed_at'] },
  idempotency_key: {
    insert: true,
    update: ['request_hash', 'response', 'created_at'],
    delete: { olderThanDays: 1, by: 'created_at' },
  },
};

/** What a service counts, keeps for a while, or only for as long as somebody wants it, or takes back before it left, beside what all have. */
const counted: Readonly<Record<string, readonly string[]>> = {
  binding: ['owed_wait', 'abuse_ledger', 'pass_registration', 'provider_view'],
  identity: ['abuse_ledger', 'known_address', 'log_in_failure'],
  notification: ['abuse_ledger', 'delivery'],
  verification: ['abuse_ledger', 'known_address'],
};

describe('the trail of each service', () => {
  it.each(services)('cannot be rewritten by %s itself', (service) => {
    for (const [table, rights] of Object.entries({ ...platform, ...trail[service] }))
      expect({ [table]: rightsOf(service)[table] }).toEqual({ [table]: rights });
  });

  it.each(services)('lets %s delete only what is old, but for what it counts and forgets at once', (service) => {
    const anyRow = Object.entries(rightsOf(service)).filter(([, rights]) => rights.delete === true);
    expect(anyRow.map(([table]) => table).sort()).toEqual([...(counted[service] ?? []), 'inbox_events'].sort());
  });
});
