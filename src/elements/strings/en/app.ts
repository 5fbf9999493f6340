import type { AppStrings } from '../app-strings.ts';
import { plural } from '../words.ts';

/** English for the page around case work. */
export const appEn: AppStrings = {
  loading: 'One moment…',
  interfaceLanguage: { label: 'Language of this page', automatic: 'Automatic' },
  loadingCases: {
    title: 'Your cases are on their way',
    preparing: 'The server is preparing them…',
    prepared: (percent) => `The server is preparing them: ${percent}% ready`,
    received: (size) => `${size} received`,
    read: (percent) => `${percent}% read`,
    saving: 'Saving them on this computer…',
    once: 'The first time takes a moment.',
    cancel: 'Cancel',
  },
  signOut: 'Sign out',
  close: 'Close the app',
  inspect: 'Inspect',
  fromFiles: 'Opened from files: nothing leaves this computer',
  unsent: (count) => plural('en', count, '1 form not sent', `${count} forms not sent`),
  drafts: (count) => plural('en', count, '1 draft', `${count} drafts`),
  goOn: 'Continue',
  saveCopy: 'Save a copy of the form',
  saveAndLeave: 'Save and leave',
  formTitle: 'This form cannot be opened',
  formMeaning: 'There is a fault in the form itself. Nothing that you entered is affected.',
  formRemedy: 'Send the text below to the person who made the app.',
  screenTitle: 'This page cannot be shown',
  screenMeaning: 'There is a fault in the app at this place. The rest of it works.',
  screenRemedy: 'Go back, and send the text below to the person who made the app.',
  assertionTitle: 'You cannot go on from here',
  assertionRemedy: 'Go back, or ask your supervisor.',
  saveTitle: 'The form could not be saved',
  saveMeaning: 'Everything that you entered is still here, on this page.',
  saveRemedy: 'Read the reason below, then try again. Do not close this page before it worked.',
  syncTitle: 'What is new could not be fetched',
  syncRemedy: 'Your forms are safe on this computer. Sync again, or tell your supervisor.',
  signInAgain: 'Sign in again',
  later: 'Not now',
  faults: (count) => plural('en', count, 'This form has a fault', `This form has ${count} faults`),
  faultsMeaning:
    'You can fill it in and send it, but what it should work out there stays empty. Send the details to the person who made it.',
  sessionEnded:
    'You have been signed out. Sign in again to send your forms; what is on this page stays as it is.',
  ownerPending:
    'What you entered is kept as a draft. You can send it when the settings have been changed.',
  apps: {
    title: 'Choose an app',
    all: 'All apps',
    empty: 'This project has no app for you yet. Ask your supervisor.',
    problem: 'That did not work',
    notOffered: (id) =>
      `The address that you followed leads to an app, “${id}”, that is not offered to you here.`,
  },
  link: {
    title: 'This leads to another app',
    leadsTo: (host) => `It is at ${host}. What you did here is kept.`,
    go: 'Go there',
    refused:
      'This is no address of the web, so it is not opened. Tell the person who made the app.',
  },
  appNotes: {
    problems: (count) =>
      plural(
        'en',
        count,
        'One part of this app does not work as it is. The rest does.',
        `${count} parts of this app do not work as they are. The rest does.`,
      ),
    practise: 'Practise',
    practiceMeaning: 'With made-up cases. Nothing that you do there is sent or kept.',
    practising: 'Practice: nothing is sent or kept',
    endPractice: 'End practice',
  },
  actAs: {
    open: 'Work as…',
    title: 'Work as another user',
    meaning:
      'You see what that user sees, and the forms that you send count as theirs. It is written down.',
    search: 'Search by name, group or place',
    nobody: 'Nobody has this name, or belongs to such a group or place.',
    more: (count) =>
      plural(
        'en',
        count,
        'One more: type more of the name.',
        `${count} more: type more of the name.`,
      ),
    unknown: 'The server cannot be reached. Check that you are connected, then try again.',
    found: (count) => plural('en', count, 'One person found', `${count} people found`),
    end: (name) => `Back to ${name}`,
  },
  movedRead: 'Do not show this again',
  movedMore: (count) =>
    plural(
      'en',
      count,
      'One more is not on your list any more.',
      `${count} more are not on your list any more.`,
    ),
  moved: (name, owner) =>
    owner === undefined
      ? `${name} is not on your list any more.`
      : `${name} now belongs to ${owner} and is not on your list any more.`,
};
