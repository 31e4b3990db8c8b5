import { parseId, type Id } from '@bindery/kernel';
import type { Viewer } from '../gateway-signature';

/** A signed-in holder with ids of the right form. */
export function testViewer(overrides: Partial<Viewer> = {}): Viewer {
  return {
    accountId: idOf('account'),
    sessionId: idOf('session'),
    deviceId: idOf('device'),
    assuranceLevel: 'AAL1',
    ...overrides,
  };
}

/** The same for each test, so that what a viewer is told can be compared. */
function idOf<Type extends string>(type: Type): Id<Type> {
  const id = parseId(type, `${type}_01h455vb4pex5vsknk084sn02q`);
  if (!id) throw new Error(`${type} is no type of an id`);
  return id;
}
