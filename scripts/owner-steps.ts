import type { Page } from 'playwright-core';
import { answer, lookAround, press, send } from './screenshot-acts.ts';
import type { Answer, ScreenshotStep } from './screenshot-acts.ts';

const VILLAGE = 'Village rounds';
const POSTS = 'Health posts';
const NEW_HOUSEHOLD = ['New household', /^Register a household\b(?! for)/] as const;
const NEW_PATIENT = ['New patient', /^Register a patient\b(?! for)/] as const;

/** Every explanation of who owns a case, by the people of the demo project who meet it. */
export const ownerSteps: readonly ScreenshotStep[] = [
  { name: 'owner-not-sharing', path: '/', act: lookAround('rita', VILLAGE, ...NEW_HOUSEHOLD) },
  { name: 'owner-not-owning', act: lookAround('ada', VILLAGE, ...NEW_HOUSEHOLD) },
  { name: 'owner-nothing-below', act: lookAround('vera', VILLAGE, ...NEW_HOUSEHOLD) },
  { name: 'owner-places', act: lookAround('hanna', VILLAGE, ...NEW_HOUSEHOLD) },
  { name: 'owner-not-computed', act: askOmar },
  { name: 'owner-administrator', act: lookAround('admin', VILLAGE, ...NEW_HOUSEHOLD) },
  { name: 'owner-fill-in-first', act: lookAround('lone', POSTS, ...NEW_PATIENT) },
  { name: 'owner-blocked', act: fillInFirst },
  { name: 'drafts-owner-pending', act: openDrafts },
  { name: 'owner-question', act: askHanna },
  { name: 'owner-question-missing', act: (page) => press(page, 'Continue') },
  { name: 'submitted-with-owner', act: chooseOwner },
  { name: 'review-unseen', act: reportMissing },
  { name: 'case-with-owner', act: lookAtHousehold },
  { name: 'moved', act: loseHousehold },
];

const PATIENT: readonly Answer[] = [
  [/name of the patient/, 'Amina Diallo'],
  [/In which village/, 'Kisumu'],
  [/somebody to call/, 'No'],
];

async function fillInFirst(page: Page): Promise<void> {
  await press(page, 'Fill in now, send later');
  await answer(page, PATIENT);
  await press(page, 'Send form');
  await page.locator('case-owner-problem').waitFor();
}

async function openDrafts(page: Page): Promise<void> {
  await press(page, POSTS);
  await press(page, /\d drafts?$/);
  await page.locator('case-drafts').waitFor();
}

async function askHanna(page: Page): Promise<void> {
  await lookAround('hanna', POSTS, ...NEW_PATIENT)(page);
  await answer(page, PATIENT);
  await press(page, 'Send form');
  await page.getByRole('radiogroup').waitFor();
}

async function chooseOwner(page: Page): Promise<void> {
  await page.getByRole('radio', { name: /Hill post/ }).check();
  await press(page, 'Continue');
  await page.getByRole('heading', { name: 'Form sent' }).waitFor();
}

/** He works above the clinics, so the app finds no clinic of his. */
async function askOmar(page: Page): Promise<void> {
  await sendReport(page, 'omar');
  await page.locator('case-owner-problem').waitFor();
}

async function reportMissing(page: Page): Promise<void> {
  await sendReport(page, 'wanda');
  await page.getByText(/Belongs to .*Amani clinic/).waitFor();
}

async function sendReport(page: Page, name: string): Promise<void> {
  await lookAround(name, POSTS, 'Supplies', 'Report what is missing')(page);
  await answer(page, [
    [/What is missing/, 'Gloves'],
    [/How much/, '40'],
  ]);
  await press(page, 'Send form');
}

/** One for each variant, so that nobody moves the household of the variant before. */
const HEADS = ['Achieng Odhiambo', 'Atieno Okello', 'Awuor Ouma', 'Auma Onyango'];
let head = '';

async function lookAtHousehold(page: Page): Promise<void> {
  head = HEADS.shift() ?? head;
  await lookAround('david', VILLAGE, ...NEW_HOUSEHOLD)(page);
  await answer(page, [
    [/head of the household/, head],
    [/How many people/, '4'],
    [/Where does the water/, 'Well'],
  ]);
  await send(page);
  await press(page, VILLAGE);
  await press(page, 'Households');
  await press(page, head);
  await page.locator('case-detail').waitFor();
}

/** The nurse moves the household at a computer of her own, and it is fetched here. */
async function loseHousehold(page: Page): Promise<void> {
  await page.getByText('All sent').waitFor();
  const elsewhere = await page.context().browser()!.newContext();
  await moveHousehold(await elsewhere.newPage(), page.url());
  await elsewhere.close();
  await press(page, VILLAGE);
  await press(page, 'Sync now');
  await page.getByText(`${head} now belongs to`).waitFor();
}

async function moveHousehold(page: Page, url: string): Promise<void> {
  await page.goto(new URL('/', url).href);
  await lookAround('nurse', VILLAGE, 'Households')(page);
  await press(page, head);
  await press(page, 'Continue');
  await press(page, 'Has moved to another village');
  await answer(page, [[/Where does the household live now/, 'Village B']]);
  await send(page);
}
