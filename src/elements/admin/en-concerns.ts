import type { ConcernStrings } from './concern-strings.ts';

export const concernsEn: ConcernStrings = {
  hint: 'Forms that touched a case which their sender did not hold, or gave one to nobody. They were stored all the same: look whether all is well, and say so.',
  none: 'Nothing to look at. Forms that go beyond what their sender may touch appear here, while the project stores and flags them.',
  form: (name, username) => `${name}, by ${username}`,
  foreignCase: 'was changed, though the sender did not hold it',
  foreignTarget: (target) =>
    `was linked to the case ${target}, which the sender did not hold and comes to see by it`,
  unknownOwner: (owner) => `was given to ${owner}, which is nobody in this project: no one sees it`,
  seen: 'All is well',
  seenOf: (form) => `All is well with ${form}`,
  seenBy: (username) => `${username} has looked at it`,
  marked: (form) => `${form} was put aside.`,
  withSeen: 'Also show what somebody has looked at',
  older: 'Older forms',
};
