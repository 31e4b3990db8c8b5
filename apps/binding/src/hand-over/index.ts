export { createHandOverEffects } from './hand-over-effects';
export { followMove } from './follow-move';
