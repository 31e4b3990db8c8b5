import { refuseOtherHosts } from './known-hosts';
import { refuseOtherSites } from './other-sites';

/** For what people and tests do beside signed routes: under our names only, and from no other site's page. */
export const peopleOnly = (names: readonly string[]) => [refuseOtherHosts(names), refuseOtherSites];
