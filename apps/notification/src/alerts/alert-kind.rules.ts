import type { EventOf, EventType } from '@bindery/event-contracts';
import type { Locale } from '@bindery/localisation';
import type { Alert } from './alert.rules';
import type { OfferedAction } from './notification-action.rules';

/** One kind of notification: all that is told of it, when, and in which words. A folder of `kinds/`, told in the file of the same name, and a line in `kinds/index.ts`. */
export interface AlertKind {
  /** Names it in the graph, in preferences and in tables. */
  readonly code: string;
  /** For the schema, in English. */
  readonly description: string;
  /** Cannot be switched off and goes out by SMS too; a kind that is not is told in the inbox, and elsewhere as the holder likes. */
  readonly critical: boolean;
  /** The kinds whose entry tells this one too, where both came of one thing that somebody did; this one alone until then. */
  readonly partOf?: PartOf;
  /** How long it waits for that, in ms, before it leaves the platform; at once where left out. The inbox has it at once. */
  readonly waitMs?: number;
  /** With its name, as a page of settings lists it. */
  readonly words: Readonly<Record<Locale, AlertWords & { readonly name: string }>>;
  /** Other words for facts that want them. */
  readonly variants?: Readonly<Record<string, Readonly<Record<Locale, AlertWords>>>>;
  /** The facts that are told of, by type of event. */
  readonly facts: { readonly [Type in EventType]?: AlertRule<EventOf<Type>['data']> };
}

/** By what two facts are known to have come of one thing. */
export interface PartOf {
  readonly kinds: readonly string[];
  /**
   * BINDING: it comes to something later with the same binding. MOMENT: both happened to the account in one moment, in one transaction. ACT: both tell of
   * one act on the same card, whichever comes first; a kind may be part of itself so.
   */
  readonly by: 'BINDING' | 'MOMENT' | 'ACT';
}

/** A short title and a body that stands alone: SMS carries the body only, without links, so that ours are told from forged ones. */
export interface AlertWords {
  readonly title: string;
  readonly body: string;
}

/** How one fact becomes a notification. */
export interface AlertRule<Data> {
  /** Which of the kind's other words tell it. */
  readonly variant?: string;
  readonly action: OfferedAction;
  /** What is told; null when nobody has to be told of this one. */
  readonly alertOf: (data: Data) => Alert | null;
}
