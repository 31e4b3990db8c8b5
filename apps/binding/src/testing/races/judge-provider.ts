import type { Id } from '@bindery/kernel';
import type { OperationRequest } from '../../providers/connector';
import type { CredentialStatus, SentKind } from '../../providers/connector.rules';
import type { RunningBinding } from '../start-binding-service';

interface Standing {
  readonly id: string;
  readonly provider: string;
  readonly phase: string;
  readonly held: boolean;
  readonly operations: readonly string[];
  /** Steps that ask a provider for something: into BINDING, RESTORING, UNBINDING, and out of the way of a successor. */
  readonly binds: number;
  readonly restores: number;
  readonly unbinds: number;
}

const standings = `SELECT b.id, b.provider, b.phase, jsonb_array_length(b.holds) > 0 AS held,
    coalesce((SELECT array_agg(o.id) FROM operation o WHERE o.binding_id = b.id), '{}') AS operations,
    count(*) FILTER (WHERE c.to_phase = 'BINDING' AND c.from_phase <> 'BINDING')::int AS binds,
    count(*) FILTER (WHERE c.to_phase = 'RESTORING' AND c.from_phase <> 'RESTORING')::int AS restores,
    count(*) FILTER (WHERE c.to_phase IN ('UNBINDING', 'REPLACED') AND c.from_phase <> c.to_phase)::int AS unbinds
  FROM binding b JOIN binding_change c ON c.binding_id = b.id WHERE b.account_id = $1 GROUP BY b.id`;

export type Sent = Readonly<Record<string, readonly OperationRequest[]>>;

/** What was sent so far, per provider; taken before a round, it is what `sentSince` leaves out. */
export const countSent = ({ providers }: RunningBinding): Readonly<Record<string, number>> =>
  Object.fromEntries(Object.entries(providers).map(([code, { sent }]) => [code, sent.length]));

export const sentSince = ({ providers }: RunningBinding, before: Readonly<Record<string, number>>): Sent =>
  Object.fromEntries(Object.entries(providers).map(([code, { sent }]) => [code, sent.slice(before[code] ?? 0)]));

/** What is wrong at the providers: something asked twice, something nobody wanted, or a card that stands otherwise there than here. */
export async function judgeProvider(service: RunningBinding, accountId: Id<'account'>, sent: Sent): Promise<string[]> {
  const rows = await service.sql<Standing>(standings, [accountId]);
  const known = new Set(rows.flatMap(({ operations }) => operations));
  const requests = Object.values(sent).flat();
  const wrong: string[] = [];
  for (const id of new Set(requests.map(({ operationId }) => operationId))) {
    const times = requests.filter(({ operationId }) => operationId === id).length;
    if (times > 1) wrong.push(`${id} was sent ${times} times`);
    if (!known.has(id)) wrong.push(`${id} was sent and is unknown here`);
  }
  for (const row of rows) wrong.push(...(await judgeOne(service, row, sent[row.provider] ?? [])));
  return wrong;
}

async function judgeOne(service: RunningBinding, row: Standing, sent: Sent[string]): Promise<string[]> {
  const { id, operations, binds, restores, unbinds } = row;
  const own = sent.filter(({ operationId }) => operations.includes(operationId));
  const times = (kind: SentKind) => own.filter((request) => request.kind === kind).length;
  const counts: readonly (readonly [SentKind, number])[] = [
    ['BIND', binds],
    ['RESTORE', restores],
    ['UNBIND', unbinds],
  ];
  const bound = own.find(({ kind }) => kind === 'BIND');
  return [
    ...counts.flatMap(([kind, wanted]) =>
      times(kind) === wanted ? [] : [`${id} asked for ${kind} ${times(kind)} times, its history says ${wanted}`],
    ),
    ...(bound ? await judgeStanding(service, row, `cred_${bound.operationId}`) : []),
  ];
}

/** Whether a credential, which the fake names after the operation that bound it, stands there as here. */
async function judgeStanding(
  { providers }: RunningBinding,
  { id, provider, phase, held }: Standing,
  reference: string,
): Promise<string[]> {
  const wanted: CredentialStatus = phase !== 'BOUND' ? 'ABSENT' : held ? 'SUSPENDED' : 'ACTIVE';
  const fake = providers[provider as keyof typeof providers];
  const status = await fake.connector.credentialStatus(reference);
  return status.ok && status.value === wanted
    ? []
    : [`${id} is ${phase}${held ? ' and held' : ''} here and ${status.ok ? status.value : 'unknown'} at its provider`];
}
