import { expect, type Page, test } from '@playwright/test';

import { type Demo, type DemoPage, startDemo } from '../support/demo-panel';
import { type MailServer, startMailServer } from '../support/mail-server';
import { startJobNode } from '../support/job-node';

const RULES = '/settings/api-access-rules';

let demo: Demo;
let mailServer: MailServer;
let view: DemoPage;
let page: Page;

test.use({ actionTimeout: 20_000 });
test.describe.configure({ mode: 'serial', timeout: 180_000 });

test.beforeAll(async ({ browser }) => {
  mailServer = await startMailServer();
  demo = await startDemo(mailServer.env);
  view = await demo.signedIn(browser);
  page = view.page;
});

test.afterAll(async () => {
  await demo.stop();
  await mailServer.stop();
});

const heading = (page: Page) => page.getByRole('heading', { name: 'Rules & notices', level: 1 });
const saveButton = (page: Page) => page.getByRole('button', { name: 'Save', exact: true });

const openRules = async (view: DemoPage) => {
  await view.open(RULES);
  // The first page of a process loads the whole panel.
  await expect(heading(view.page)).toBeVisible({ timeout: 60_000 });
};

const save = async (page: Page) => {
  await saveButton(page).click();
  await expect(page.getByText('Rules & notices are saved')).toBeVisible();
  await expect(saveButton(page)).toBeDisabled();
};

const chooseRoles = async (page: Page, label: string, ...names: string[]) => {
  await page.getByRole('combobox', { name: label }).click();
  for (const name of names) await page.getByRole('option', { name, exact: true }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('listbox')).toHaveCount(0);
};

test('the links of the plugin come in this order', async () => {
  await openRules(view);
  const names = ['API Access', 'API roles', 'My access tokens', 'Activity', 'Rules & notices'];
  const shown = async () => {
    const texts = await page.getByRole('link').allInnerTexts();
    return texts.map((text) => text.trim()).filter((text) => names.includes(text));
  };

  await expect.poll(shown).toEqual(names);
});

test('every section is changed, saved at once, and still there after a reload', async () => {
  await openRules(view);
  await view.look('rules-empty');
  await expect(saveButton(page)).toBeDisabled();

  await page.getByRole('button', { name: 'Add a naming rule' }).click();
  await page.getByLabel('Pattern', { exact: true }).fill('prod-[a-z0-9-]+');
  await page.getByLabel('Example').fill('prod-main-app');
  await page.getByRole('button', { name: 'Hold an admin role to a list' }).click();
  await chooseRoles(page, 'API roles it may assign', 'Read only');
  await page.getByLabel('Default lifetime in days').fill('60');
  await page.getByLabel('Longest lifetime in days').first().fill('180');
  await page.getByLabel('Every key must expire').check();
  await page.getByLabel('Tokens for each person').fill('1');
  await expect(page.getByText('Their page is the single-key screen')).toBeVisible();
  await chooseRoles(page, 'API roles open to personal tokens', 'Read only');
  await chooseRoles(page, 'Default API roles', 'Read only');
  await page.getByLabel('Days before').fill('14, 3');
  await page.getByRole('combobox', { name: 'At', exact: true }).click();
  await page.getByRole('option', { name: '6:00 AM' }).click();
  const zone = page.getByRole('combobox', { name: 'Time zone' });
  await zone.click();
  await page.getByRole('option', { name: 'Europe/Berlin' }).click();
  await page.getByLabel('E-mail addresses').first().fill('ops@example.com, it@example.com');
  await page.getByLabel('Denied requests').fill('50');
  await page.getByLabel('Requests at most').fill('600');
  await page.getByLabel('Admin API tokens may receive the clear text of keys').check();
  await page.getByLabel('Days of activity').fill('90');
  await save(page);

  await page.reload();
  await expect(page.getByLabel('Pattern', { exact: true })).toHaveValue('prod-[a-z0-9-]+');
  await expect(page.getByLabel('Default lifetime in days')).toHaveValue('60');
  await expect(page.getByLabel('Longest lifetime in days').first()).toHaveValue('180');
  await expect(page.getByLabel('Every key must expire')).toBeChecked();
  await expect(page.getByLabel('Tokens for each person')).toHaveValue('1');
  await expect(page.getByLabel('Days before')).toHaveValue('14, 3');
  await expect(zone).toHaveText('Europe/Berlin');
  await expect(page.getByLabel('Denied requests')).toHaveValue('50');
  await expect(page.getByLabel('Requests at most')).toHaveValue('600');
  await expect(page.getByLabel('Days of activity')).toHaveValue('90');
  await view.look('rules');
});

test('a pattern is tested as one types, and its fault is marked', async () => {
  await openRules(view);
  await page.getByLabel('Names to try').fill('prod-shop\ndev-shop');
  await expect(page.getByText('prod-shop: allowed')).toBeVisible();
  await expect(page.getByText('dev-shop: not allowed')).toBeVisible();

  await page.getByLabel('Pattern', { exact: true }).fill('prod-(a|b');
  await expect(page.getByText(/missing closing \)\. At character 6\./)).toBeVisible();
  await expect(page.locator('mark')).toHaveText('(');
  await view.look('rules-fault');

  await saveButton(page).click();
  await expect(page.getByText('This was not saved')).toBeVisible();
  await expect(page.getByLabel('Pattern', { exact: true })).toBeFocused();
  await page.getByLabel('Pattern', { exact: true }).fill('dev-.+');
  await expect(page.getByText('The example does not match the pattern.')).toBeVisible();
});

test('focus goes to a new card, stays with it, and comes back when it is removed', async () => {
  await openRules(view);
  const add = page.getByRole('button', { name: 'Add a naming rule' });
  await add.press('Enter');
  const card = page.getByRole('group', { name: /^Naming rule for/ }).last();
  const role = card.getByRole('combobox', { name: 'Admin role' });
  await expect(role).toBeFocused();

  await card.getByLabel('Names to try').fill('what I try');
  const before = await role.innerText();
  await role.press('Enter');
  const current = page.getByRole('option', { name: before, exact: true });
  await expect(current).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(current).not.toBeFocused();
  await expect(page.locator('[role=option]:focus')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(role).not.toHaveText(before);
  await expect(role).toBeFocused();
  await expect(card.getByLabel('Names to try')).toHaveValue('what I try');

  await card.getByRole('button', { name: /^Remove the rule for/ }).click();
  await expect(card).toHaveCount(1);
  await expect(add).toBeFocused();
});

test('while the rules load, and where they cannot be read, the page says so', async () => {
  let answer: () => void = () => undefined;
  const answered = new Promise<void>((resolve) => (answer = resolve));
  await page.route('**/api-access/settings', async (route) => {
    await answered;
    await route.fulfill({ status: 503, json: { data: null, error: { status: 503 } } });
  });
  await openRules(view);
  await expect(page.getByRole('status').filter({ hasText: 'Loading' })).toHaveCount(1);
  await expect(page.getByRole('heading', { name: 'Naming rules' })).toBeVisible();
  answer();
  const retry = page.getByRole('button', { name: 'Try again' });
  await expect(retry).toBeVisible();
  view.complaints.splice(0);
  await view.look('rules-unread');
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await retry.click();
  await expect(saveButton(page)).toBeVisible();
});

test('a wrong value is told at its field', async () => {
  await openRules(view);
  await page.getByLabel('Default lifetime in days').fill('365');
  await saveButton(page).click();
  await expect(
    page.getByText('The default lifetime may not be longer than the longest one.'),
  ).toBeVisible();
  await expect(page.getByLabel('Default lifetime in days')).toBeFocused();
  await page.getByLabel('Default lifetime in days').fill('sixty');
  await page.getByLabel('Days before').fill('14, soon');
  await page.getByLabel('Tokens for each person').fill('');
  await page.getByLabel('E-mail addresses').first().fill('ops@example.com, it');
  await saveButton(page).click();
  await expect(page.getByText('This must be a number.')).toHaveCount(3);
  await expect(page.getByText('Give an e-mail address, such as team@example.com.')).toBeVisible();
  await view.look('rules-errors');
});

test('a test mail is sent, and the mail server’s own sentence is shown where it is refused', async () => {
  await openRules(view);
  await page.getByLabel('Send a test mail to').fill('ops@example.com');
  await page.getByRole('button', { name: 'Send a test mail' }).click();
  await expect(page.getByText(/has taken the test mail to ops@example\.com/)).toBeVisible();
  expect(mailServer.mails.map(({ subject }) => subject)).toEqual(['API Access: test mail']);

  mailServer.refuseWith('550 Mailbox is full');
  await page.getByLabel('Send a test mail to').press('Enter');
  await expect(page.getByText('The test mail was not sent')).toBeVisible();
  await expect(page.getByText(/550 Mailbox is full/).first()).toBeVisible();
  // The browser itself tells of an answer that says no.
  view.complaints.splice(0);
  await page.getByRole('button', { name: 'Send a test mail' }).scrollIntoViewIfNeeded();
  await view.look('rules-mail');
});

/** The job of the notices, once, by another node on the same database. */
const runNotices = async () => {
  const node = await startJobNode('notices', {
    database: demo.database,
    env: mailServer.env,
  });
  await node.run();
};

test('mails that failed are said to wait, and are gone from there once they are sent', async () => {
  mailServer.refuseWith('421 Too busy');
  await runNotices();
  await openRules(view);
  const waiting = page.getByText(/^\d+ mails wait to be tried again$/);
  await expect(waiting).toBeVisible();
  await expect(page.getByText(/^Last run with mails: 0 sent, [1-9]\d* failed$/)).toBeVisible();
  await expect(page.getByText(/421 Too busy/).first()).toBeVisible();
  await waiting.scrollIntoViewIfNeeded();
  await view.look('rules-mail-waiting');

  mailServer.refuseWith(null);
  await page.getByLabel('Send a test mail to').fill('ops@example.com');
  await page.getByRole('button', { name: 'Send a test mail' }).click();
  await expect(page.getByText(/has taken the test mail to ops@example\.com/)).toBeVisible();
  await expect(page.getByText('The last mail was not sent')).toHaveCount(0);
  await runNotices();
  // Without a reload: the page looks again while it says so.
  await expect(waiting).toHaveCount(0, { timeout: 30_000 });
  await expect(page.getByText(/^Last run with mails: [1-9]\d* sent, 0 failed$/)).toBeVisible();
});

test('who was second loads what is stored, and keeps what was typed', async ({ browser }) => {
  const second = await demo.signedIn(browser);
  await openRules(view);
  await openRules(second);
  await page.getByLabel('Days of activity').fill('120');
  await save(page);

  // In the same section as the other's change.
  await second.page.getByLabel('Days of usage counts').fill('77');
  await saveButton(second.page).click();
  await expect(second.page.getByText('Changed in the meantime')).toBeVisible();
  // The browser itself tells of an answer that says no.
  second.complaints.splice(0);
  await second.look('rules-conflict');
  await second.page.getByRole('button', { name: 'Load the current version' }).click();
  await expect(second.page.getByLabel('Days of activity')).toHaveValue('120');
  await expect(second.page.getByLabel('Days of usage counts')).toHaveValue('77');
  await save(second.page);
  await expect(second.page.getByLabel('Days of activity')).toHaveValue('120');
});

test('one is asked before leaving with something unsaved', async () => {
  await openRules(view);
  await page.getByLabel('Days of activity').fill('121');
  await page.getByRole('link', { name: 'API roles' }).click();
  await expect(page.getByRole('alertdialog')).toContainText('Leave this page?');
  await view.lookAtDialog('rules-leave');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByLabel('Days of activity')).toHaveValue('121');
});

test('it is sound at 768 px', async () => {
  await page.setViewportSize({ width: 768, height: 3200 });
  await openRules(view);
  await expect(saveButton(page)).toBeVisible();
  await view.look('rules-light-768');
});

test('it is sound in the dark', async ({ browser }) => {
  const dark = await demo.signedIn(browser, { theme: 'dark', height: 3200 });
  await openRules(dark);
  await expect(saveButton(dark.page)).toBeVisible();
  await dark.look('rules-dark-1280');
});
