import type { z } from 'zod';
import type { Topic } from './topics';

/** What a producer promises and a consumer may count on, for one type and version of event. */
export interface EventContract<Type extends string = string, Shape extends z.ZodRawShape = z.ZodRawShape> {
  /** `bindery.<aggregate>.<fact>.v<N>`; a change that is not additive is a new version beside the old one. */
  readonly type: Type;
  readonly topic: Topic;
  /** The field of the data that names the aggregate: subject and partition key, so the unit within which order is kept. */
  readonly key: keyof Shape & string;
  /** Whether the aggregate has a version, given as `sequence`; only facts that stand alone (a use of a card) have none. */
  readonly versioned: boolean;
  /** One sentence for the documentation. */
  readonly description: string;
  /** Ignores unknown fields, so that a consumer reads tomorrow's events. */
  readonly data: z.ZodObject<Shape>;
  /** The form producers are held to: the same without unknown fields. Made once, since Zod compiles each schema at its first use. */
  readonly published: z.ZodObject<Shape, z.core.$strict>;
}

type Definition<Type extends string, Shape extends z.ZodRawShape> = Omit<
  EventContract<Type, Shape>,
  'versioned' | 'published'
> & {
  readonly versioned?: boolean;
};

/** Declares an event. `versioned` is true unless said otherwise. */
export const defineEvent = <const Type extends string, Shape extends z.ZodRawShape>(
  definition: Definition<Type, Shape>,
): EventContract<Type, Shape> => ({ versioned: true, ...definition, published: definition.data.strict() });
