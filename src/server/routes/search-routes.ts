import { Hono } from 'hono';
import { CaseFilterError } from '../../case/filter-cases.ts';
import { writeSearchResults } from '../../openrosa/write-search-results.ts';
import type { AppContext, AppEnvironment } from '../app-environment.ts';
import type { DirectoryCache } from '../directory/directory-cache.ts';
import { claimCases } from '../search/claim-cases.ts';
import { findCases } from '../search/find-cases.ts';
import { readCaseSearch } from '../search/read-case-search.ts';
import type { Services } from '../services.ts';
import { limitBody } from './limit-body.ts';
import { openRosaBody, openRosaMessage } from './openrosa-message.ts';
import { withApp } from './openrosa-routes.ts';
import { readParameters } from './read-parameters.ts';

/** More than an address could hold, and more than any form of prompts gives. */
const MOST_BYTES = 100_000;

/** Case search and claim, at our own addresses and at those that apps made for CommCare HQ name. */
export function searchRoutes(
  services: Services,
  directories: DirectoryCache,
): Hono<AppEnvironment> {
  const routes = new Hono<AppEnvironment>();
  const search = [...withApp('/api/search'), ...withApp('/a/:domain/phone/search')];
  const claim = [...withApp('/api/claim-case'), ...withApp('/a/:domain/phone/claim-case')];
  const limit = limitBody(MOST_BYTES);
  routes.on(['GET', 'POST'], search, limit, (context) => answerSearch(services, context));
  routes.on('POST', claim, limit, (context) => answerClaim(services, directories, context));
  return routes;
}

async function answerSearch(services: Services, context: AppContext): Promise<Response> {
  const parameters = await readParameters(context);
  try {
    const found = await findCases(services, context.var.principal, readCaseSearch(parameters));
    return openRosaBody(context, 200, writeSearchResults(found));
  } catch (error) {
    if (!(error instanceof CaseFilterError)) throw error;
    const message = `The server cannot search by this expression. ${error.message}`;
    return openRosaMessage(context, 400, 'error', message);
  }
}

/** CommCare's answers: 201 when there is something to sync, 204 when not, 410 for a case that cannot be claimed. */
async function answerClaim(
  services: Services,
  directories: DirectoryCache,
  context: AppContext,
): Promise<Response> {
  const ids = (await readParameters(context)).getAll('case_id').filter(Boolean);
  if (ids.length === 0) return openRosaMessage(context, 400, 'error', 'Name a case: case_id=…');
  const result = await claimCases(services, directories, context.var.principal, ids);
  if (result === 'held') return context.body(null, 204);
  return result === 'claimed'
    ? openRosaMessage(context, 201, 'submit_success', 'The case was claimed.')
    : openRosaMessage(context, 410, 'error', 'This case is not there any more, or is closed.');
}
