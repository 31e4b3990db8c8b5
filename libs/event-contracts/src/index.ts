export * from './catalogue';
export * from './create-event';
export type { EventContract } from './define-event';
export * from './event';
export * from './parse-event';
export * from './topic-retention';
export * from './topics';
export { bindingPhases, bindingStatuses, holdOwners, syncStates } from './binding/binding-state';
