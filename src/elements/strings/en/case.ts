import type { DraftChange } from '../../case/draft.ts';
import type { CaseStrings } from '../case-strings.ts';
import { ago, fileSize, list, number, plural } from '../words.ts';

const n = (value: number) => number('en', value);
const and = (items: readonly string[]) => list('en-GB', items);
const forms = (count: number) => plural('en', count, '1 form', `${n(count)} forms`);
const see = (people: readonly string[]) => plural('en', people.length, 'sees', 'see');

/** English for case work. */
export const caseEn: CaseStrings = {
  signIn: {
    title: 'Sign in',
    username: 'User name',
    password: 'Password',
    showPassword: 'Show password',
    hidePassword: 'Hide password',
    submit: 'Sign in',
    busy: 'Signing in…',
    problem: 'You are not signed in',
    enterUsername: 'Enter your user name',
    enterPassword: 'Enter your password',
  },
  frame: {
    skip: 'Skip to the page',
    breadcrumbs: 'Where you are',
    menu: 'Menu',
    bar: 'Project',
  },
  menu: {
    empty: 'This app has nothing to open here. Tell the person who made it.',
    whatToDo: 'See what you can do',
    leftOut: (count) =>
      plural('en', count, '1 choice is left out', `${n(count)} choices are left out`),
    missingTables: (names) =>
      `Reads ${and(names.map((name) => `“${name}”`))}, which ${plural('en', names.length, 'is', 'are')} not on this device.`,
  },
  list: {
    search: 'Search',
    pageSize: 'Rows on a page',
    moreOfTile: 'More about this case',
    searchHint: 'All words must match, in any column',
    clear: 'Clear search',
    shown: (shown, total) =>
      shown === total ? `${n(total)} in this list` : `${n(shown)} of ${n(total)} match`,
    emptyTitle: 'Nothing here yet',
    empty: (owners) =>
      `What you ${owners.length === 0 ? '' : `or ${and(owners)} `}register appears here.`,
    noMatch: (search) => `Nothing matches “${search}”.`,
    sortBy: (column) => `Sort by ${column}`,
    open: 'Open',
    pages: 'Pages of this list',
    previous: 'Previous',
    next: 'Next',
    page: (page, total) => `Page ${n(page)} of ${n(total)}`,
    unnamed: 'No name',
    continueWith: (count) => (count === 0 ? 'Continue' : `Continue with ${n(count)}`),
    chosen: (count) => `${n(count)} chosen`,
    chooseAll: (count) => plural('en', count, 'Choose this one', `Choose these ${n(count)}`),
    chooseNone: 'Choose none of these',
    export: 'Save as a table (CSV)',
    orderBy: 'Order',
    ownOrder: 'As the app has it',
    order: (column, descending) => (descending ? `${column}, descending` : `${column}, ascending`),
    nothingFound: 'Nothing was found',
    notFound: 'Go back and search in other words.',
    chosenTile: 'Chosen',
    most: (count) => `${n(count)} can be chosen at most. Take one out before you add another.`,
  },
  query: {
    title: 'Search all cases',
    search: 'Search',
    clear: 'Clear answers',
    back: 'Go back',
    stop: 'Stop searching',
    busy: 'Searching…',
    earlier: 'The list still shows what was found before.',
    faulty: 'Check these answers first',
    required: 'required',
    missing: 'Give an answer',
    invalid: 'This cannot be searched for',
    choose: 'Choose',
    any: 'Any',
    noChoices: 'There is nothing to choose here yet.',
    blankToo: 'Also where this is not known',
    from: 'From',
    to: 'To',
  },
  remote: {
    offline: {
      title: 'The server cannot be reached',
      body: 'Looking for cases of others needs a connection. Your own lists and forms work without one.',
    },
    signIn: {
      title: 'You are signed out',
      body: 'Sign in again, then try once more.',
    },
    retry: {
      title: 'The server is busy',
      body: 'Try again in a moment.',
    },
    refused: {
      title: 'The server did not do this',
      body: 'Trying again will not help. Change what you ask for, or tell the person who made the app.',
    },
    noServer: {
      title: 'There is no server for this',
      body: 'This app asks a server that it is not connected to here. Your own lists and forms work.',
    },
  },
  post: {
    title: 'Getting this case for you',
    busy: 'The server is asked to share this case with you…',
  },
  detail: {
    continue: 'Continue',
    print: 'Print',
    cancel: 'Back to the list',
    tabs: 'Details',
    table: 'Table',
    owner: (owner, people) => (people.length === 0 ? owner : `${owner}: ${people.join(', ')}`),
    nobody: 'Nobody owns this',
    seenThrough: (owner, people, through) => {
      const who = people.length === 0 ? owner : `${and(people)} (${owner})`;
      return `Also seen by ${who}, through “${through}”`;
    },
    empty: 'There is nothing to show.',
    noValue: 'Empty',
    graph: 'Graph',
    numbers: 'As a table',
  },
  sync: {
    now: 'Sync now',
    syncing: 'Syncing…',
    allSent: 'All sent',
    waiting: (count) => `${forms(count)} waiting`,
    offline: 'Offline: saved on this computer',
    offlineWaiting: (count) => `Offline: ${forms(count)} saved on this computer`,
    rejected: (count) => `${forms(count)} not accepted`,
    signedOut: 'Signed out',
    signIn: 'Sign in again to send',
    last: (time) => `Last synced ${time}`,
    never: 'Not synced yet',
  },
  outbox: {
    title: 'Forms on this computer',
    empty: 'Every form is sent. Forms that still have to be sent appear here.',
    rejectedTitle: (count) => `${forms(count)} not accepted`,
    rejectedHelp: 'The server did not take these as they are. They stay here until you decide.',
    waitingTitle: (count) => `${forms(count)} waiting to be sent`,
    waitingHelp: 'They are sent by themselves as soon as the server can be reached.',
    sending: 'Sending now…',
    waiting: 'Waiting',
    filled: (time) => `Finished ${time}`,
    reason: 'Why:',
    retry: 'Send again',
    keep: 'Save a copy as a file',
    remove: 'Delete',
    about: (action, form) => `${action}: ${form}`,
    confirmTitle: (form) => `Delete “${form}” for good?`,
    confirm:
      'Its answers were never sent and exist only on this computer. Save a copy first if in doubt.',
    cancel: 'Keep it',
  },
  drafts: {
    title: 'Drafts',
    empty: 'No drafts. Forms that you leave before sending them are kept here.',
    ownerPending: 'Filled in. It waits until it is clear who the owner is.',
    changed: (time) => `Changed ${time}`,
    answered: (percent) => `${percent} answered`,
    changedSince: 'Something has changed since you began',
    changedTitle: 'Something has changed since you began this form',
    changedMeaning: 'Your answers are as you left them. Check those that this may concern.',
    oldForm:
      'The app was updated since you began. Here you go on with the questions as they were then.',
    newQuestions:
      'The questions that you began with are not kept any more. Here you go on with those of today.',
    begun: 'You have begun this form',
    begunOf: (name) => `You have begun this form for ${name}`,
    startAnew: 'Start anew',
    keptUntilSent:
      'If you start anew, the answers above stay among your drafts until the new form is sent.',
    keptBeside: 'If you start anew, the answers above stay among your drafts.',
    change: changeEn,
    moreChanges: (count) => plural('en', count, 'and 1 more', `and ${count} more`),
    resume: 'Continue',
    remove: 'Delete',
    about: (action, form) => `${action}: ${form}`,
    confirmTitle: (form) => `Delete the draft “${form}”?`,
    confirm: 'Its answers exist only on this computer and will be gone.',
    cancel: 'Keep it',
  },
  submitted: {
    sent: 'Form sent',
    sentBody: (form) => `“${form}” is with the server.`,
    saved: 'Saved on this computer',
    savedBody: (form) => `“${form}” will be sent by itself when the server can be reached.`,
    rejected: 'Form not accepted',
    rejectedBody: (form) =>
      `The server did not take “${form}”. Nothing is lost: it is kept on this computer.`,
    ownedBy: (owner, people) => `Owned by ${owner}: ${and(people)} ${see(people)} it`,
    ownedByNobodyElse: (owner) => `Owned by ${owner}`,
    next: 'What next?',
  },
  open: {
    title: 'Open an app or a form',
    intro: 'Your files stay on this computer.',
    drop: 'Drop files here, or choose them:',
    dropNow: 'Let go to add the files',
    chooseApp: 'Choose app or form',
    chooseRestore: 'Choose cases',
    appHint: 'A CommCare app (.ccz) or a single XForm (.xml)',
    restoreHint: 'With an app: the user’s restore (.xml)',
    chooseFolder: 'Choose a folder',
    folderHint: 'with an app that was unpacked',
    addressLabel: 'Or give the address of an app',
    addressError: 'Enter an address that begins with https://',
    addAddress: 'Add address',
    given: 'Ready to open',
    app: 'App',
    folder: 'Folder with an app',
    address: 'Fetched from there when it is opened',
    form: 'Form',
    restore: 'Cases and user',
    unknown: 'Not an app, a form or a restore',
    size: (bytes) => fileSize('en', bytes),
    remove: (name) => `Remove ${name}`,
    open: 'Open',
    busy: 'Opening…',
    needsApp: 'A restore holds a user and cases, but no forms. Add the app that works with them.',
    unreadable: (name) =>
      `${name} is not an app (.ccz), a form (.xml) or a restore (.xml). Remove it and choose another file.`,
    problem: (count) =>
      plural('en', count, 'This could not be opened', `${n(count)} things stand in the way`),
    place: (file, line) => (line === undefined ? file : `${file}, line ${n(line)}`),
  },
  problem: {
    title: 'Something went wrong',
    details: 'Details for support',
    retry: 'Try again',
    back: 'Go back',
    safe: 'Your answers are saved on this computer.',
  },
  ago: (seconds) => ago('en', seconds),
  copied: 'Copied',
  user: 'Signed in as',
};

function changeEn(change: DraftChange): string {
  switch (change.kind) {
    case 'form':
      return `The form is a newer one (version ${change.now}, begun with ${change.before}).`;
    case 'caseGone':
      return `${change.caseName} is not on this computer any more.`;
    case 'caseClosed':
      return `${change.caseName} has been closed.`;
    case 'property':
      return `${change.caseName}, ${change.property}: “${change.before}” is now “${change.now}”.`;
  }
}
