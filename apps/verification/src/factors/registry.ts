import type { FactorModule, FactorOffer, FactorWords } from './factor-module';
import { registered } from './registered';

export type Factor = (typeof registered)[number]['name'];

const modules: readonly FactorModule<Factor>[] = registered;

/** The factors of the graph. */
export const factors = modules.map(({ name }) => name);

/** Those that somebody can use now. */
export const offeredFactors = modules.filter(({ offer }) => offer).map(({ name }) => name);

/** For the schema. */
export const factorDescriptions = Object.fromEntries(
  modules.map(({ name, description }) => [name, description]),
) as Record<Factor, string>;

/** What it takes to offer a factor. Throws for one that is not offered: no challenge has it. */
export function offerOf(factor: Factor): FactorOffer {
  const offer = modules.find(({ name }) => name === factor)?.offer;
  if (!offer) throw new Error(`the factor ${factor} is not offered`);
  return offer;
}

export const factorWords = (factor: Factor): FactorWords => offerOf(factor).words;
