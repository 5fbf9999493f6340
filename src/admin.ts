import type { AdminApp } from './elements/admin/admin-app.ts';
import './elements/admin/admin-app.ts';
import { adminAddress, readAdminAddress } from './elements/shared/admin-place.ts';
import type { CaseSignInEvent } from './elements/events/case-sign-in-event.ts';
import { adoptTheme } from './elements/theme/adopt-theme.ts';
import { FetchTransport } from './storage/fetch-transport.ts';
import type { SignInReply, WhoAmIReply } from './sync/transport.ts';
import { AdminServer } from './web/admin-server.ts';
import { PageLanguage } from './web/page-language.ts';

// The administration: a page of its own beside the web app, with the same session.

const transport = new FetchTransport();
const app: AdminApp = document.createElement('admin-app');
const pageLanguage = new PageLanguage();

function show(reply: WhoAmIReply | SignInReply): void {
  app.busy = false;
  if (reply.kind !== 'signedIn') {
    app.problem = reply.kind === 'signIn' ? '' : reply.message;
    return;
  }
  const { displayName, project, role, language } = reply.user;
  app.problem = '';
  app.user = { displayName, project, isAdministrator: role === 'admin' };
  void pageLanguage.show(language);
}

async function signIn({ username, password }: CaseSignInEvent): Promise<void> {
  app.busy = true;
  show(await transport.signIn(username, password));
}

async function signOut(): Promise<void> {
  await transport.signOut();
  app.user = undefined;
}

function showPlace(): void {
  app.place = readAdminAddress(location.hash);
}

/** What was open is saved: back to the list that it stands in. */
function closeItem(): void {
  location.hash = adminAddress({ ...app.place, id: undefined });
}

adoptTheme(document);
void pageLanguage.show('');
app.client = new AdminServer();
app.addEventListener('case-sign-in', (event) => void signIn(event));
app.addEventListener('admin-sign-out', () => void signOut());
app.addEventListener('admin-saved', closeItem);
addEventListener('hashchange', showPlace);
showPlace();
show(await transport.whoAmI());
document.body.append(app);
