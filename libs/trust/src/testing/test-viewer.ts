import type { Viewer } from '../gateway-signature';

/** A signed-in holder with ids of the right form. */
export function testViewer(overrides: Partial<Viewer> = {}): Viewer {
  return {
    accountId: 'account_01h455vb4pex5vsknk084sn02q',
    sessionId: 'session_01h455vb4pex5vsknk084sn02q',
    deviceId: 'device_01h455vb4pex5vsknk084sn02q',
    assuranceLevel: 'AAL1',
    ...overrides,
  };
}
