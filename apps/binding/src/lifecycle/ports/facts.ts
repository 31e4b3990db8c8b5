import { firstRepeated, type Id } from '@bindery/kernel';
import type { EntityManager } from 'typeorm';
import type { Trigger, TriggerOf, TriggerType } from '@bindery/card-lifecycle';
import type { Binding, Slot } from '../binding.rules';
import type { AskedTrigger, FactName, Facts } from './facts.rules';

/** What a fact is about. A binding that is only being begun is null; before it is known of which card, so is its slot. */
export interface FactSubject {
  readonly accountId: Id<'account'>;
  readonly binding: Binding | null;
  readonly slot: Slot | null;
  /** The consent that the binding is begun with, or was; null before there is any. */
  readonly consentId: Id<'consent'> | null;
}

export const aboutBinding = (binding: Binding): FactSubject => ({
  accountId: binding.accountId,
  binding,
  slot: binding,
  consentId: binding.consentId,
});

/** Answers one fact about many subjects, in their order: a list of bindings is shown by one query. */
export type FactReader<Value> = (tx: EntityManager, subjects: readonly FactSubject[]) => Promise<readonly Value[]>;

/** Facts that one feature knows: each is read in the transaction of the step that asks. */
export type FactPart = { readonly [Name in FactName]?: FactReader<Facts[Name]> };

/** A fact that is only asked when a step is taken, so of one subject at a time. */
export const oneByOne =
  <Value>(read: (tx: EntityManager, subject: FactSubject) => Promise<Value>): FactReader<Value> =>
  (tx, subjects) =>
    Promise.all(subjects.map((subject) => read(tx, subject)));

export const always =
  <const Value>(value: Value): FactReader<Value> =>
  async (_tx, subjects) =>
    subjects.map(() => value);

export interface FactBook {
  read<Name extends FactName>(tx: EntityManager, name: Name, subject: FactSubject): Promise<Facts[Name]>;
  /** The same of many subjects, in their order. */
  readMany<Name extends FactName>(
    tx: EntityManager,
    name: Name,
    subjects: readonly FactSubject[],
  ): Promise<readonly Facts[Name][]>;
  /** The whole trigger: what the caller knows, and every fact that the machine asks of others. */
  complete(tx: EntityManager, trigger: AskedTrigger, subject: FactSubject): Promise<Trigger>;
}

type AskedBy<Type extends TriggerType> = keyof TriggerOf<Type> & FactName;

/** Which facts each trigger asks; a fact that the machine begins to ask has to be added here to compile. */
const askedFacts: {
  readonly [Type in TriggerType as [AskedBy<Type>] extends [never] ? never : Type]: Record<AskedBy<Type>, true>;
} = {
  StartBinding: { accountInGoodStanding: true, invited: true, consentRecorded: true, slotFree: true },
  RequirementsMet: { consentRecorded: true, reviewDeadline: true },
  Approve: { consentRecorded: true },
  Lapse: { disputeOpen: true, retentionDuty: true },
  RequestRestore: { slotFree: true },
  Reinstate: { slotFree: true },
};

type Reader = FactReader<unknown>;

type Known<Parts extends readonly FactPart[]> = { [Index in keyof Parts]: keyof Parts[Index] }[number];

/** Names what nobody answers, in the message of the compiler. */
type Complete<Defaults, Parts extends readonly FactPart[]> = [FactName] extends [keyof Defaults | Known<Parts>]
  ? unknown
  : { readonly nobodyAnswers: Exclude<FactName, keyof Defaults | Known<Parts>> };

/**
 * Facts as the features know them; what none of them does, as `defaults` say. A fact that nobody answers does not compile;
 * that, and one that two features know, is an error of the composition. `more` comes from features that are not compiled in.
 */
export function mergeFacts<Defaults extends FactPart, const Parts extends readonly FactPart[]>(
  defaults: Defaults,
  parts: Parts & Complete<Defaults, Parts>,
  more: readonly FactPart[] = [],
): FactBook {
  const readers = readersOf(defaults, [...parts, ...more]);
  const valuesOf = async (tx: EntityManager, name: string, subjects: readonly FactSubject[]) => {
    const values = await readers.get(name)?.(tx, subjects);
    // A guard that asks what nobody answered must not go on as if it were no.
    if (values?.length !== subjects.length)
      throw new Error(`the fact ${name} was not answered for each it was asked of`);
    return values;
  };
  const readMany = async <Name extends FactName>(tx: EntityManager, name: Name, subjects: readonly FactSubject[]) =>
    (await valuesOf(tx, name, subjects)) as readonly Facts[Name][];
  const read = async <Name extends FactName>(tx: EntityManager, name: Name, subject: FactSubject) =>
    (await valuesOf(tx, name, [subject]))[0] as Facts[Name];
  return {
    read,
    readMany,
    async complete(tx, trigger, subject) {
      const facts: Record<string, unknown> = {};
      for (const name of Object.keys(askedBy(trigger.type))) facts[name] = await read(tx, name as FactName, subject);
      // The table above has every fact that the trigger lacks, which types cannot follow through its keys.
      return { ...trigger, ...facts } as unknown as Trigger;
    },
  };
}

function readersOf(defaults: FactPart, parts: readonly FactPart[]): ReadonlyMap<string, Reader> {
  const known = parts.flatMap((part) => Object.entries(part) as [string, Reader][]);
  const twice = firstRepeated(known.map(([name]) => name));
  if (twice) throw new Error(`two features know the fact ${twice}`);
  const readers = new Map<string, Reader>([...(Object.entries(defaults) as [string, Reader][]), ...known]);
  const missing = Object.values(askedFacts)
    .flatMap((facts) => Object.keys(facts))
    .filter((name) => !readers.has(name));
  if (missing.length > 0) throw new Error(`nobody answers the fact ${missing.join(', ')}`);
  return readers;
}

const askedBy = (type: TriggerType): object => (askedFacts as Partial<Record<TriggerType, object>>)[type] ?? {};
