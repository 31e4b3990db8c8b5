import { GraphQLError, type GraphQLResolveInfo } from 'graphql';
import { createTranslator } from '@bindery/localisation';
import type { StaffRole, Viewer } from '@bindery/trust';
import { requireViewer, type RequestContext } from './request-context';
import { english } from './staff-access.words.en';
import { chinese } from './staff-access.words.zh-cn';

const translate = createTranslator({ en: english, 'zh-CN': chinese });

/** Put on every root field for our own people: the graph that others are shown has none of what is marked so. */
export const staffOnly = '@tag(name: "staff")';

/**
 * The signed-in viewer, who has one of these roles. Throws UNAUTHENTICATED for a stranger and FORBIDDEN for everybody else, and tells the security log
 * which field it was.
 */
export function requireStaff(
  context: RequestContext,
  { parentType, fieldName }: Pick<GraphQLResolveInfo, 'fieldName'> & { readonly parentType: { readonly name: string } },
  ...roles: readonly [StaffRole, ...StaffRole[]]
): Viewer {
  const viewer = requireViewer(context);
  if (viewer.staffRoles?.some((role) => roles.includes(role))) return viewer;
  const errorCode = viewer.staffRoles?.length ? 'OTHER_ROLE' : 'NO_STAFF';
  context.security.record('staff-field-refused', {
    errorCode,
    labels: { field: `${parentType.name}.${fieldName}`, role: roles.join('/') },
  });
  throw new GraphQLError(translate(context.locale, errorCode), { extensions: { code: 'FORBIDDEN' } });
}
