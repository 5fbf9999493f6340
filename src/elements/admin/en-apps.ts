import type { AppStrings } from './app-strings.ts';

export const appsEn: AppStrings = {
  hint: 'What people work with. An upload of an app that is here already becomes its new version, which people get when they open it next.',
  upload: 'Upload an app',
  uploadHint: 'A .ccz from CommCare, a zipped folder with an app.json, or a single form (.xml).',
  newVersion: 'New version',
  newVersionHint: (name) => `A file with another version of ${name}.`,
  file: 'File',
  uploaded: (name) => `${name} is there and is the current version.`,
  version: 'Version',
  ofServer: 'comes with the server',
  ownName: (name) => `Leave it empty to call it ${name}.`,
  sharing: 'Case sharing',
  shares: 'shares cases',
  sharesNothing: 'does not share cases',
  createsNothing: 'creates no cases to share',
  caseSharing: 'Case sharing',
  asTheApp: (shares) => (shares ? 'As the app says: on' : 'As the app says: off'),
  on: 'On: new cases go to the group or location',
  off: 'Off: new cases go to the person who registers them',
  isCompiled: 'This app is compiled: case sharing is set where it was built.',
  receivers: 'For whom',
  everybody: 'everybody',
  receiversHint:
    'Choose groups to offer it to their members only. Without any it is for everybody.',
  versions: 'Versions',
  versionsHint:
    'Everybody gets the one that is chosen here. What was begun with another one goes on with that one.',
  versionName: (version, ownVersion) => `${version} (says that it is ${ownVersion})`,
  versionFrom: (file, when, username) => `${file}, ${when}, ${username}`,
  delete: 'Remove this app',
  deleteHint:
    'It goes with all its versions. Cases and forms stay, and so does what people have begun.',
  deleteAsk: (name) => `Remove ${name}?`,
};
