import { isId, type Id } from '@bindery/kernel';
import { z } from 'zod';

/** A claim that names something by its global id; what has another form, or names another type, is refused. */
export const idClaim = <Type extends string>(type: Type) =>
  z.string().refine((text): text is Id<Type> => isId(type, text));
