export { readStanding } from './read-standing';
