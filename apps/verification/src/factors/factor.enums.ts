import { enumOf } from '@bindery/subgraph';
import { factorDescriptions, factors } from './registry';

export const FactorEnum = enumOf('Factor', 'A way to prove that it is you.', factors, factorDescriptions);
