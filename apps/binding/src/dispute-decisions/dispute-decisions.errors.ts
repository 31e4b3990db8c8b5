import type { InvalidInput } from '@bindery/kernel';
import type { OnceRefusal } from '@bindery/persistence';
import type { DecisionRefused } from '../disputes';
import type { NotFound } from '../lifecycle';

export type DecideDisputeError = OnceRefusal | InvalidInput | NotFound | DecisionRefused;
