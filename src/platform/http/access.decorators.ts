/** How open a route is. A route that carries none of these, nor a permission, demands a session. */
import { SetMetadata } from '@nestjs/common';

export const PUBLIC_ROUTE = 'broadsheet:public';
export const OPTIONAL_SESSION = 'broadsheet:optional-session';
export const FORM_ROUTE = 'broadsheet:form';
export const RAW_BODY_ROUTE = 'broadsheet:raw-body';

/** Open to everybody; whoever calls is not looked at. */
export const Public = () => SetMetadata(PUBLIC_ROUTE, true);

/** Open to everybody; a presented access token must be valid, and tells who reads. */
export const OptionalSession = () => SetMetadata(OPTIONAL_SESSION, true);

/** Takes an HTML form instead of JSON. */
export const AcceptsForm = () => SetMetadata(FORM_ROUTE, true);

/** Looks at the bytes of the body by itself, so that no field of it is judged. */
export const RawBody = () => SetMetadata(RAW_BODY_ROUTE, true);
