import { AccountType } from '../accounts';
import type { Session } from './session.rules';

/** An account that is asked about by a session: the same type of the graph, with the whole of that session. */
export class SignedInAccount extends AccountType {
  override current!: Session;
}
