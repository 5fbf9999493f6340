import { locationUserData } from '../../openrosa/location-user-data.ts';
import type { Registration } from '../../openrosa/restore.ts';
import type { Principal } from '../auth/credential-check.ts';
import type { ProjectDirectory } from '../directory/project-directory.ts';

/** Who the user is, with the keys of `user_data` that CommCare's forms read. The user's own data come first and lose. */
export function registrationOf(
  { user, project }: Principal,
  directory: ProjectDirectory,
): Registration {
  return {
    username: user.username,
    userId: user.userId,
    date: user.createdAt.toISOString().slice(0, 10),
    userData: {
      ...user.userData,
      commcare_first_name: user.firstName,
      commcare_last_name: user.lastName,
      // Devices expect the key; numbers are not kept.
      commcare_phone_number: '',
      commcare_project: project.domain,
      commcare_user_type: user.kind === 'web' ? 'web' : 'commcare',
      ...locationUserData(directory.user(user.userId), directory.data),
    },
  };
}
