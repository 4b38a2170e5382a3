/** How open a route is. A route that carries none of these, nor a permission, demands a session. */
import { SetMetadata, applyDecorators } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiExtension } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';

export const PUBLIC_ROUTE = 'broadsheet:public';
export const OPTIONAL_SESSION = 'broadsheet:optional-session';
export const FORM_ROUTE = 'broadsheet:form';
export const LICENCE_FREE = 'broadsheet:licence-free';

/** Names the access in the API's description. */
export const ACCESS_EXTENSION = 'x-access';

/** Says in the API's description that a session alone is not enough. */
export const FRESH_PROOF_EXTENSION = 'x-fresh-proof';

/** Says in the API's description that it may be asked too often. */
export const LIMITED_EXTENSION = 'x-limited';

/** Open to everybody; whoever calls is not looked at. */
export const Public = () =>
  applyDecorators(SetMetadata(PUBLIC_ROUTE, true), ApiExtension(ACCESS_EXTENSION, 'public'));

/** Closed to whoever has no cookie of the pages; no token opens it, and the handler looks at the cookie by itself. */
export const DemandsCookie = () =>
  applyDecorators(SetMetadata(PUBLIC_ROUTE, true), ApiExtension(ACCESS_EXTENSION, 'cookie'));

/** Open to everybody; a presented access token must be valid, and tells who reads. */
export const OptionalSession = () =>
  applyDecorators(
    SetMetadata(OPTIONAL_SESSION, true),
    ApiExtension(ACCESS_EXTENSION, 'optional session'),
  );

/** Holds no journalism: AI crawlers need no licence for it. */
export const LicenceFree = () => SetMetadata(LICENCE_FREE, true);

/** Takes an HTML form instead of JSON. */
export const AcceptsForm = () => SetMetadata(FORM_ROUTE, true);

/** Looks at the bytes of the body by itself: nothing of it is parsed or judged before. */
export const RawBody = () => RouteConfig({ rawBodyOnly: true });

/** Whether the route of a request carries `@RawBody()`. */
export const takesRawBody = (request: FastifyRequest): boolean =>
  'rawBodyOnly' in request.routeOptions.config;
