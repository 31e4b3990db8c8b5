import type { z } from 'zod';
import * as bind from './binding/bind-events';
import * as card from './binding/card-events';
import * as cases from './binding/case-events';
import * as dispute from './binding/dispute-events';
import * as document from './binding/document-events';
import * as end from './binding/end-events';
import * as exporting from './binding/export-events';
import * as loan from './binding/loan-events';
import * as move from './binding/move-events';
import * as provider from './binding/provider-events';
import * as hold from './binding/hold-events';
import * as removal from './binding/removal-events';
import * as sync from './binding/sync-events';
import * as unbind from './binding/unbind-events';
import type { EventContract } from './define-event';
import * as account from './identity/account-events';
import * as session from './identity/session-events';
import * as notification from './notification/notification-events';
import * as challenge from './verification/challenge-events';
import * as review from './verification/review-events';

const families = {
  ...account,
  ...session,
  ...bind,
  ...unbind,
  ...hold,
  ...end,
  ...sync,
  ...card,
  ...cases,
  ...dispute,
  ...document,
  ...loan,
  ...move,
  ...provider,
  ...removal,
  ...exporting,
  ...challenge,
  ...review,
  ...notification,
};

type Contract = (typeof families)[keyof typeof families];

/** The type of every event there is. */
export type EventType = Contract['type'];

type ContractOf<Type extends EventType> = Extract<Contract, { type: Type }>;

/** The data of one type of event as a producer gives it: moments are RFC 3339 text, ids are text too, and are looked at before anything is written. */
export type DataOf<Type extends EventType> = z.input<ContractOf<Type>['data']>;

/** The same as it was read: an id is of the type that the contract says. */
export type ReadDataOf<Type extends EventType> = z.output<ContractOf<Type>['data']>;

/** Every contract, in the order of the documentation. */
export const eventContracts: readonly EventContract<EventType>[] = Object.values(
  families,
) as unknown as EventContract<EventType>[];

export const eventTypes: readonly EventType[] = eventContracts.map((contract) => contract.type);

const byType: ReadonlyMap<string, EventContract<EventType>> = new Map(
  eventContracts.map((contract) => [contract.type, contract]),
);

/** The contract of a type, or undefined if nobody ever declared it. */
export const findContract = (type: string): EventContract<EventType> | undefined => byType.get(type);
