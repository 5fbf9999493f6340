import type { Page } from 'playwright-core';
import { answer, press } from './screenshot-acts.ts';
import type { ScreenshotStep } from './screenshot-acts.ts';

const HOUSEHOLD = `<h:html xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/2002/xforms"
    xmlns:jr="http://openrosa.org/javarosa" xmlns:xsd="http://www.w3.org/2001/XMLSchema">
  <h:head><h:title>Household</h:title><model>
    <instance><data xmlns="http://example.org/household">
      <head/><visit><day/><hour/></visit><child jr:template=""><name/><age/></child><note/>
      <meta><instanceID/></meta>
    </data></instance>
    <bind nodeset="/data/head" required="true()"/>
    <bind nodeset="/data/visit/day" type="xsd:date"/>
    <bind nodeset="/data/visit/hour" type="xsd:int" constraint=". &lt; 24"/>
    <bind nodeset="/data/child/age" type="xsd:int"/>
    <bind nodeset="/data/meta/instanceID" jr:preload="uid"/>
  </model></h:head>
  <h:body>
    <input ref="/data/head"><label>Who is the head of the household?</label><hint>First name and family name</hint></input>
    <group ref="/data/visit" appearance="field-list"><label>The visit</label>
      <input ref="/data/visit/day"><label>On which day do you visit?</label></input>
      <input ref="/data/visit/hour"><label>At what hour?</label></input></group>
    <group ref="/data/child"><label>Child</label><repeat nodeset="/data/child">
      <input ref="/data/child/name"><label>What is the child called?</label></input>
      <input ref="/data/child/age"><label>How old is the child?</label></input></repeat></group>
    <input ref="/data/note"><label>Is there anything else to note?</label></input>
  </h:body></h:html>`;

/** A form that is gone through page by page, in order, once in each variant. */
export const pageSteps: readonly ScreenshotStep[] = [
  { name: 'page-first', path: '/', act: openHousehold },
  { name: 'page-missing', act: (page) => press(page, 'Next') },
  { name: 'page-field-list', act: goToVisit },
  { name: 'page-repeat-empty', act: (page) => press(page, 'Next') },
  { name: 'page-item', act: addChild },
  { name: 'page-repeat', act: finishChild },
  { name: 'page-review', act: goToEnd },
];

async function openHousehold(page: Page): Promise<void> {
  const file = { name: 'household.xml', mimeType: 'text/xml', buffer: Buffer.from(HOUSEHOLD) };
  await page.locator('case-open #app').setInputFiles(file);
  await press(page, 'Open');
  const form = page.locator('xf-form');
  while ((await form.count()) === 0) await press(page, 'Household');
  const oneByOne = page.getByLabel('One question at a time');
  await oneByOne.check();
  await page.locator('xf-screen').waitFor();
}

async function goToVisit(page: Page): Promise<void> {
  await answer(page, [[/head of the household/, 'Amina Diallo']]);
  await press(page, 'Next');
}

async function addChild(page: Page): Promise<void> {
  await press(page, 'Add: Child');
  await answer(page, [[/child called/, 'Bea']]);
  await press(page, 'Next');
}

async function finishChild(page: Page): Promise<void> {
  await answer(page, [[/How old/, '4']]);
  await press(page, 'Next');
}

async function goToEnd(page: Page): Promise<void> {
  await press(page, 'Next');
  await press(page, 'Next');
}
